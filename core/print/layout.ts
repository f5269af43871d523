import type { PrintInput } from './input.ts'
import { ems, lines } from './measure.ts'
import { signParts } from './signParts.ts'

/** Where text ends above the foot, and above the stamp, in mm from the top of the page; the first line begins at TOP. */
const [TOP, FOOT, STAMP] = [13, 264, 246]
const SIGN = 9.2
const MORE = 4.7

/** What stands on a page beside its rows. */
export interface Around { readonly title: string; readonly thead: number; readonly notes: readonly string[] }

/** Millimetres for rows on a form's pages: on an ordinary one, and on the last with its stamp and notes. */
export function roomOf(input: PrintInput, around: Around): { readonly page: number; readonly last: number } {
  const signs = SIGN + (signLines(input) - 1) * 5
  const taken = TOP + headOf(input, around.title) + around.thead + signs
  return { page: FOOT - MORE - taken, last: Math.min(STAMP - taken, FOOT - taken - notesOf(around.notes)) }
}

/** The same for pages that have only a title. */
export const plainRoom = (thead: number): { readonly page: number; readonly last: number } => ({ page: FOOT - MORE - TOP - 17 - thead, last: STAMP - TOP - 17 - thead - SIGN })

function headOf(input: PrintInput, title: string): number {
  const { marks, legalNote } = input.pack
  const side = [marks.maker, marks.approver, marks.approvalNo, marks.validUntil, ''].reduce((sum, text) => sum + lines(`制定机关：${text}`, 56, 9.5), 0)
  const unit = 12.8 + lines(`机构名称：${input.meta.orgName}`, 120, 10) * 6.4
  return lines(title, 178, 20) * 8 + Math.max(side * 4.2, unit) + 1.2 + lines(legalNote, 176, 9.5) * 4.3 + 2.6
}

/** Lines that the sign-off takes, its parts a little apart. */
function signLines({ pack, data }: PrintInput): number {
  const all = signParts(pack.signoff, data.values).reduce((sum, { name, text }) => sum + ems(`${name}：`) + (text === '' ? 4 : ems(text)) + 0.6, -0.6)
  return Math.ceil(all / 53)
}

const notesOf = (notes: readonly string[]): number => notes.reduce((sum, note) => sum + lines(note, 121, 9) * 4.2, 0)
