import { join } from 'node:path'
import type { Notice } from '../../../core/contract/safety.ts'
import type { PackDraft } from '../../../core/contract/packs.ts'
import { csvOf } from '../../csvTable.ts'
import { stage } from '../../files.ts'

/** A pack's id and the versions that a draft left and came to. */
export interface Step { readonly pack: string; readonly from: string; readonly to: string }
/** A draft that was brought to a newer version of its pack. */
export interface Brought extends Step { readonly draft: PackDraft }

/** Writes what could not be carried, unit by unit; the values themselves stay in the work file. Null where everything was carried. */
export function writeLost(folder: string, drafts: readonly PackDraft[], { pack, from, to }: Step): string | null {
  const rows = drafts.flatMap(({ name, lost }) => lost.map(one => [name, one.item, one.name, one.text, one.why]))
  if (rows.length === 0) return null
  const staged = stage(folder, Buffer.from(csvOf([['单位', '指标', '名称', '原来填的', '为什么'], ...rows])))
  const placed = staged.ok ? staged.value.place(join(folder, `${pack} ${from === '' ? '' : `${from}→`}${to} 没有带过来的.csv`)) : staged
  return placed.ok ? placed.value : null
}

/** What there is to tell of drafts that were brought to newer packs since the last time, one line for each pack. */
export function broughtNotices(folder: string, brought: readonly Brought[]): readonly Notice[] {
  const first = brought.filter((one, at) => brought.findIndex(other => isSame(one, other)) === at)
  return first.map(step => {
    const drafts = brought.filter(one => isSame(one, step)).map(one => one.draft)
    const path = writeLost(folder, drafts, step)
    const names = drafts.slice(0, 3).map(one => one.name).join('、')
    const params = { pack: step.pack, version: step.to, names, count: drafts.length, lost: drafts.reduce((sum, one) => sum + one.lost.length, 0), path: path ?? folder }
    return { kind: params.lost === 0 ? 'pack-brought' : 'pack-lost', params }
  })
}

const isSame = (a: Step, b: Step): boolean => a.pack === b.pack && a.from === b.from && a.to === b.to
