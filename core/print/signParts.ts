import type { Item } from '../pack/schema.ts'
import { longDate } from '../submission/show.ts'

/** The parts of the sign-off line as they are printed. */
export const signParts = (signoff: readonly Item[], values: Readonly<Record<string, string>>): readonly { readonly name: string; readonly text: string }[] =>
  signoff.map((item) => ({
    name: item.name.replace('填表人联系电话', '联系电话'),
    text: item.type === 'date' ? longDate(values[item.key] ?? '') : (values[item.key] ?? ''),
  }))
