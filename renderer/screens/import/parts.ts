import type { Answer } from '../../../core/contract.ts'
import { unitParts } from '../../../core/import/figure.ts'
import type { Mapping, Part } from '../../../core/import/mapping.ts'
import type { Proposal } from '../../../core/import/propose.ts'
import type { Item, Pack, Table } from '../../../core/pack/schema.ts'
import { isNumeric } from '../../grid/show.ts'
import { codeOf } from '../../store/catalog.ts'

type Look = Answer<'import.look'>

/** A part of the mapping on the screen; one that is off stays to be looked at. */
export interface DraftPart { readonly id: number; readonly on: boolean; readonly part: Part }

/** The item or table a part fills. */
export const targetOf = (part: Part): string => ('table' in part ? part.table : part.item)

const likely = 0.85

/** Proposals as they begin: the likeliest for each target is on if it is likely enough, and of the tables of a sheet only the likeliest. */
export const firstParts = (proposals: readonly Proposal[]): readonly { readonly part: Part; readonly on: boolean }[] => {
  const taken = new Set<string>()
  return proposals.map(({ part, score }) => {
    const names = part.kind === 'table' ? [part.table, `sheet ${part.sheet}`] : [targetOf(part)]
    const on = (part.kind === 'table' || score >= likely) && !names.some((name) => taken.has(name))
    if (on) for (const name of names) taken.add(name)
    return { part, on }
  })
}

const isWhole = (part: Part): boolean => targetOf(part) !== '' && (part.kind !== 'cell' || part.cell !== '') && (part.kind !== 'lookup' || part.keys.length > 0) && (part.kind !== 'table' || part.columns.length > 0) && (part.kind !== 'group' || part.measures.length > 0) && (part.kind !== 'tally' || part.op === 'count' || part.of !== null)

/** The parts that will be imported: those that are on and whole. */
export const wholeParts = (parts: readonly DraftPart[]): readonly Part[] => parts.filter((one) => one.on && isWhole(one.part)).map((one) => one.part)

/** The mapping that the engine gets. */
export const mappingOf = (parts: readonly DraftPart[]): Mapping => ({ format: 1, parts: [...wholeParts(parts)] })

const scales = ['', '百', '千', '万', '百万', '亿']

/** Units from which an item's can be had, its own first; none for texts. */
export const unitChoices = (item: Item | null): readonly string[] => {
  if (!item?.unit || !isNumeric(item) || item.unit === '%') return []
  const { base } = unitParts(item.unit)
  return [item.unit, ...scales.map((scale) => scale + base).filter((unit) => unit !== item.unit)]
}

/** The unit that a heading names, 金额（元）, if the item's can be had from it; null is the item's own. */
export const unitNamed = (item: Item | null, header: string): string | null => {
  const named = /[（(]([^（()）]{1,6})[)）]\s*$/.exec(header)?.[1] ?? ''
  return named !== item?.unit && unitChoices(item).includes(named) ? named : null
}

/** Items that stand once and are typed, to choose from. */
export const itemChoices = (pack: Pack): readonly { readonly value: string; readonly label: string }[] =>
  pack.forms.flatMap((form) => form.items).filter((item) => item.required !== 'computed').map((item) => ({ value: item.key, label: `${codeOf(pack, item.key)} ${item.name}` }))

/** Repeating tables of the pack. */
export const tablesOf = (pack: Pack): readonly Table[] => pack.forms.flatMap((form) => form.tables)

const knowing = (codes: Readonly<Record<string, string>>, text: string, code: string): Record<string, string> => ({ ...codes, [text.trim()]: code })

/** The part with the word of a file that it calls a code; parts that do not fill the item stay as they are. */
export const withCode = (part: Part, where: { readonly sheet: string; readonly item: string }, text: string, code: string): Part => {
  if (part.sheet !== where.sheet) return part
  switch (part.kind) {
    case 'tally': return part
    case 'table': return { ...part, columns: part.columns.map((one) => (one.item === where.item ? { ...one, codes: knowing(one.codes, text, code) } : one)) }
    case 'group': return part.by.item === where.item ? { ...part, by: { ...part.by, codes: knowing(part.by.codes, text, code) } } : part
    default: return part.item === where.item ? { ...part, codes: knowing(part.codes, text, code) } : part
  }
}

/** Letters of a column from 0: A, B … AA. */
export const lettersOf = (column: number): string => (column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** What stands in a sheet's row of headings, column by column. */
export const headingsOf = (look: Look, at: { readonly sheet: string; readonly headerRow: number }): readonly { readonly column: string; readonly header: string }[] => {
  const sheet = look.sheets.find(({ name }) => name === at.sheet)
  const line = sheet?.sample.find(({ row }) => row === at.headerRow)
  return Array.from({ length: sheet?.columns ?? 0 }, (_, n) => ({ column: lettersOf(n), header: line?.cells[n]?.text ?? '' }))
}
