import { readCells, type Contents } from '../excel/book.ts'

const codes = new Set(['uscc', 'unit_id', '统一社会信用代码', '社会信用代码', '信用代码'])
const others = new Set(['unit_seq', 'name', 'org_name', 'region', '单位序号', '机构序号', '序号', '机构名称', '单位名称', '名称', '行政区划', '行政区划代码'])

/** Whether a workbook's first sheet is headed like a register (名录): a code and something else of a unit in one of the first rows. */
export function looksLikeRegister(contents: Contents): boolean {
  const [first] = contents.sheets.keys()
  const cells = first === undefined ? null : readCells(contents, new Set([first]))
  if (!cells?.ok) return false
  const heads = new Map<string, string[]>()
  for (const [ref, cell] of cells.value.get(first ?? '') ?? []) {
    const row = /^[A-Z]+(\d)$/.exec(ref)?.[1]
    if (row !== undefined) heads.set(row, [...(heads.get(row) ?? []), cell.text.replace(/[\s*＊]/g, '').toLowerCase()])
  }
  return [...heads.values()].some((texts) => texts.some((text) => codes.has(text)) && texts.some((text) => others.has(text)))
}
