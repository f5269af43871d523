import { columnName } from '../../core/submission/sheet.ts'
import { choicesOf } from '../../core/submission/show.ts'
import type { Pack } from '../../core/pack/schema.ts'
import { escapeAttribute, escapeText } from './xml.ts'

/** Name of the hidden sheet that holds the long lists of choices. */
export const listSheetName = '_lists'
const known = new WeakMap<Pack, ReadonlyMap<string, number>>()
const keyOf = (choices: readonly string[]): string => choices.join('\n')

/** A list that does not fit into a validation itself. */
const isLong = (choices: readonly string[]): boolean => choices.join(',').length > 250 || choices.some((choice) => /[,"]/.test(choice))

/** The long lists of a pack, each with its column on the list sheet. */
export function longLists(pack: Pack): ReadonlyMap<string, number> {
  const made = known.get(pack)
  if (made) return made
  const lists = new Map<string, number>()
  for (const item of pack.forms.flatMap((form) => [...form.items, ...form.tables.flatMap((table) => table.columns)])) {
    const choices = choicesOf(pack, item)
    if (choices && isLong(choices) && !lists.has(keyOf(choices))) lists.set(keyOf(choices), lists.size)
  }
  known.set(pack, lists)
  return lists
}

/** What a list validation refers to: the choices themselves, or their range on the list sheet. */
export function listFormula(pack: Pack, choices: readonly string[]): string {
  const column = longLists(pack).get(keyOf(choices))
  if (column === undefined) return escapeAttribute(`"${choices.join(',')}"`)
  const letters = columnName(column)
  return `${listSheetName}!$${letters}$1:$${letters}$${choices.length}`
}

/** The list sheet's XML. */
export function listSheetXml(pack: Pack): string {
  const columns = [...longLists(pack).keys()].map((key) => key.split('\n'))
  const height = Math.max(1, ...columns.map((column) => column.length))
  const rows = Array.from({ length: height }, (_, r) => {
    const cells = columns.map((column, c) => (column[r] === undefined ? '' : `<c r="${columnName(c)}${r + 1}" t="inlineStr"><is><t>${escapeText(column[r])}</t></is></c>`))
    return `<row r="${r + 1}">${cells.join('')}</row>`
  })
  return sheetXml(rows.join(''))
}

/** A plain sheet around finished rows. */
export const sheetXml = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/></worksheet>`
