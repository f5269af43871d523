import { crc32, deflateRawSync } from 'node:zlib'
import { zipOf, type Part } from '../../electron/excel/zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rel = (list: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`

/** A part with its real size and checksum. */
export function part(name: string, content: string | Uint8Array, method: 0 | 8 = 8): Part {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return { name, method, crc: crc32(bytes), size: bytes.length, data: method === 0 ? bytes : deflateRawSync(bytes) }
}

/** A sheet around its rows. */
export const sheet = (rows: string): string => `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
/** One row with one cell. */
export const cell = (inner: string, attributes = 'r="A1"'): string => sheet(`<row r="1"><c ${attributes}>${inner}</c></row>`)

/** The parts of the smallest workbook; `strings` adds shared strings. */
export function parts(sheetXml: string | Part, strings: string | null = null): Part[] {
  return [
    part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    part('_rels/.rels', rel(`<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`)),
    part('xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="甲" sheetId="1" r:id="r1"/></sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', rel(`<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>${strings === null ? '' : `<Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`}`)),
    typeof sheetXml === 'string' ? part('xl/worksheets/sheet1.xml', sheetXml) : sheetXml,
    ...(strings === null ? [] : [part('xl/sharedStrings.xml', strings)]),
  ]
}

/** A workbook with one sheet, 甲. */
export const book = (sheetXml: string | Part, strings: string | null = null): Uint8Array => zipOf(parts(sheetXml, strings))

/** The archive with a part replaced or added. */
export function bookWith(...changed: readonly Part[]): Uint8Array {
  const names = new Set(changed.map((one) => one.name))
  return zipOf([...parts(sheet('')).filter((one) => !names.has(one.name)), ...changed])
}

/** Replaces bytes at a place found from a text. */
export function patched(bytes: Uint8Array, find: string, put: string): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf(find, 0, 'latin1'); at >= 0; at = copy.indexOf(find, at + 1, 'latin1')) copy.write(put, at, 'latin1')
  return new Uint8Array(copy)
}

/** A gigabyte of one character, deflated; made once, since it takes a second. */
export function gigabyte(head: string, tail: string): Part {
  const block = Buffer.alloc(64 << 20, 'a')
  const bytes = Buffer.concat([Buffer.from(head), block, block, block, Buffer.from(tail)])
  return part('xl/worksheets/sheet1.xml', bytes)
}
