import { deflateRawSync } from 'node:zlib'
import { utils, write, type BookType } from 'xlsx'
import type { ProblemCode } from '../../core/problem.ts'
import { zipOf, type Part } from '../../electron/excel/zip.ts'
import { book, bookWith, cell, gigabyte, part, parts, patched, sheet } from './files.ts'

/** What a reader must answer: a code, or the texts of sheet 甲. */
export type Answer = ProblemCode | Readonly<Record<string, string>>
const oldFormat = (bookType: BookType): Uint8Array => new Uint8Array(write({ SheetNames: ['甲'], Sheets: { 甲: utils.aoa_to_sheet([['x', 1]]) } }, { type: 'array', bookType }) as ArrayBuffer)
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(600)])
const rows = (count: number, inner: string): string => Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${inner.replaceAll('ROW', String(i + 1))}</row>`).join('')
const lie = (real: Part, claimed: number): Part => ({ ...real, size: claimed })
const text = (value: string): string => cell(`<is><t xml:space="preserve">${value}</t></is>`, 'r="A1" t="inlineStr"')
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** One part lies inside the data of another. */
function overlapping(): Uint8Array {
  const inner = part('xl/b.xml', '<b/>', 0)
  const outer = part('xl/a.bin', zipOf([inner]).slice(0, 30 + inner.name.length + inner.size), 0)
  const bytes = Buffer.from(zipOf([...parts(sheet('')), outer, inner]))
  bytes.writeUInt32LE(bytes.indexOf('xl/a.bin') + outer.name.length, bytes.lastIndexOf('xl/b.xml') - 4)
  return new Uint8Array(bytes)
}

/** An archive whose members are the same bytes again and again. */
export function overlappingMembers(): Uint8Array {
  const bytes = Buffer.from(zipOf(Array.from({ length: 5 }, (_, i) => part(`${i}.xlsx`, 'x'.repeat(5000)))))
  for (let at = bytes.indexOf('504b0102', 0, 'hex'); at >= 0; at = bytes.indexOf('504b0102', at + 1, 'hex')) bytes.writeUInt32LE(0, at + 42)
  return new Uint8Array(bytes)
}

/** A sheet of so many cells in a shape that only the slow way reads. */
export function richSheet(count: number): Uint8Array {
  const cells = Array.from({ length: count }, (_, i) => `<x:row r="${i + 1}"><x:c r="A${i + 1}" t="str"><x:v>${(i * 2654435761 % 4294967296).toString(36)}</x:v></x:c></x:row>`)
  return book(`<x:worksheet xmlns:x="${main}"><x:sheetData>${cells.join('')}</x:sheetData></x:worksheet>`)
}

const comments = `<comments xmlns="${main}"><authors><author>x</author></authors><commentList><comment ref="__proto__" authorId="0"><text><t>polluted</t></text></comment></commentList></comments>`
const customs = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="__proto__" pid="2"><vt:lpwstr>polluted</vt:lpwstr></property><property name="constructor" pid="3"><vt:lpwstr>polluted</vt:lpwstr></property></Properties>'
const one = part('xl/worksheets/sheet1.xml', cell('<v>1</v>'))

/** Every kind of hostile file: what makes it, what reading it must answer, and the milliseconds that may take. */
export const hostileCases: readonly (readonly [name: string, make: () => Uint8Array, answer: Answer, limitMs?: number])[] = [
  ['192 MB in one value', () => book(gigabyte('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>', '</v></c></row></sheetData></worksheet>')), 'xlsx-bomb'],
  ['the same under a header that claims 1,000 bytes', () => book(lie(gigabyte('<worksheet>', '</worksheet>'), 1000)), 'xlsx-bomb'],
  ['a header that claims too much', () => book(lie(part('xl/worksheets/sheet1.xml', sheet('')), 5000)), 'xlsx-zip-broken'],
  ['a high ratio below the total', () => book(part('xl/worksheets/sheet1.xml', Buffer.alloc(8 << 20, 'a'))), 'xlsx-bomb'],
  ['two million cells', () => book(sheet(rows(200_000, '<c r="AROW"><v>ROW1</v></c><c r="BROW"><v>ROW7</v></c><c r="CROW"><v>ROW3</v></c>'))), 'xlsx-too-many-cells', 4000],
  ['A1 and XFD1048576', () => book(sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')), { A1: '1', XFD1048576: '2' }],
  ['row 999999999', () => book(sheet('<row r="999999999"><c r="A999999999"><v>1</v></c></row>')), 'xlsx-bounds'],
  ['column ZZZZZZ', () => book(cell('<v>1</v>', 'r="ZZZZZZ1"')), 'xlsx-bounds'],
  ['column XFE', () => book(cell('<v>1</v>', 'r="XFE1"')), 'xlsx-bounds'],
  ['a cell of another row', () => book(cell('<v>1</v>', 'r="A7"')), 'xlsx-xml'],
  ['a cell twice', () => book(sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')), 'xlsx-xml'],
  ['a merge and a validation over everything', () => book(`<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations></worksheet>`), { A1: '1' }],
  ['billion laughs', () => book(`<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${cell('<v>&b;</v>', 'r="A1" t="str"')}`), 'xlsx-dtd'],
  ['an external document type', () => bookWith(part('xl/workbook.xml', '<!DOCTYPE workbook SYSTEM "file:///etc/passwd"><workbook/>')), 'xlsx-dtd'],
  ['thousands of open tags against a regular expression', () => book(`<x:worksheet xmlns:x="${main}">${'<x:sheetData'.repeat(50_000)}`), 'xlsx-xml'],
  ['comments that never end', () => book(`<worksheet>${'<!--'.repeat(50_000)}<sheetData/></worksheet>`), 'xlsx-xml'],
  ['tags that never end, everywhere', () => bookWith(part('xl/workbook.xml', `<workbook>${'<sheet name="a" '.repeat(60_000)}`, 0), part('xl/worksheets/sheet1.xml', `<x:worksheet>${'<x:c '.repeat(200_000)}`, 0)), 'xlsx-xml'],
  ['one endless attribute', () => bookWith(part('xl/workbook.xml', `<workbook><sheet ${'a'.repeat(900_000)}${' '.repeat(900_000)}/></workbook>`, 0)), 'xlsx-xml'],
  ['readings that never end', () => book(part('xl/worksheets/sheet1.xml', cell(`<is>${'<rPh '.repeat(150_000)}</is>`, 'r="A1" t="inlineStr"'), 0)), 'xlsx-xml'],
  ['prefixed cells that never end', () => book(part('xl/worksheets/sheet1.xml', `<x:worksheet><x:sheetData>${'<x:c r="A1" '.repeat(100_000)}</x:sheetData></x:worksheet>`, 0)), {}],
  ['a sheet called __proto__', () => bookWith(part('xl/workbook.xml', `<workbook xmlns:r="r"><sheets><sheet name="__proto__" r:id="r1"/><sheet name="constructor" r:id="r9"/></sheets></workbook>`)), 'xlsx-xml'],
  ['a part called __proto__', () => bookWith(part('__proto__/a.xml', 'x')), 'xlsx-entry-name'],
  ['no end record', () => book(sheet('')).slice(0, -22), 'xlsx-zip-broken'],
  ['cut in the middle', () => { const bytes = book(sheet('')); return bytes.slice(0, bytes.length >> 1) }, 'xlsx-zip-broken'],
  ['something after the end', () => new Uint8Array([...book(sheet('')), 1, 2, 3]), 'xlsx-zip-broken'],
  ['a wrong checksum', () => book({ ...part('xl/worksheets/sheet1.xml', sheet('')), crc: 7 }), 'xlsx-crc'],
  ['a spoilt deflate stream', () => book({ ...part('xl/worksheets/sheet1.xml', sheet('')), data: Buffer.alloc(40, 0xff) }), 'xlsx-crc'],
  ['a part above the archive', () => bookWith(part('../evil.xml', 'x')), 'xlsx-entry-name'],
  ['a part with a drive', () => bookWith(part('C:/evil.xml', 'x')), 'xlsx-entry-name'],
  ['a part with a backslash', () => bookWith(part('xl\\evil.xml', 'x')), 'xlsx-entry-name'],
  ['a relation above the archive', () => bookWith(part('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../etc/passwd"/></Relationships>')), 'xlsx-xml'],
  ['a workbook elsewhere', () => bookWith(part('_rels/.rels', '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/other.xml"/></Relationships>')), 'xlsx-not-workbook'],
  ['60,000 entries', () => zipOf(Array.from({ length: 60_000 }, (_, i) => part(`a${i}.xml`, 'x', 0))), 'xlsx-too-many-entries'],
  ['257 entries', () => zipOf(Array.from({ length: 257 }, (_, i) => part(`a${i}.xml`, 'x', 0))), 'xlsx-too-many-entries'],
  ['a part twice', () => zipOf([...parts(cell('<v>1</v>')), part('xl/worksheets/sheet1.xml', cell('<v>2</v>'))]), 'xlsx-duplicate'],
  ['a part twice in other case', () => zipOf([...parts(cell('<v>1</v>')), part('XL/worksheets/Sheet1.xml', cell('<v>2</v>'))]), 'xlsx-duplicate'],
  ['overlapping parts', overlapping, 'xlsx-overlap'],
  ['an encrypted workbook', () => new Uint8Array(ole), 'xlsx-encrypted'],
  ['an encrypted part', () => patched(book(sheet('')), 'PK\x01\x02\x14\x00\x14\x00\x00\x00', 'PK\x01\x02\x14\x00\x14\x00\x01\x00'), 'xlsx-encrypted'],
  ['an .xls', () => oldFormat('xls'), 'xlsx-not-zip'],
  ['an .xlsb', () => oldFormat('xlsb'), 'xlsx-not-workbook'],
  ['an .ods', () => oldFormat('ods'), 'xlsx-not-workbook'],
  ['HTML', () => Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'xlsx-not-zip'],
  ['CSV', () => Buffer.from('a,b\n1,2\n'), 'xlsx-not-zip'],
  ['nothing', () => new Uint8Array(), 'xlsx-not-zip'],
  ['random bytes', () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + 13) % 251), 'xlsx-not-zip'],
  ['a string index out of range', () => book(cell('<v>9</v>', 'r="A1" t="s"'), `<sst xmlns="${main}" count="99"><si><t>x</t></si></sst>`), 'xlsx-xml'],
  ['a string count that lies', () => book(cell('<v>0</v>', 'r="A1" t="s"'), `<sst xmlns="${main}" count="99" uniqueCount="1000000000"><si><t>x</t></si></sst>`), { A1: 'x' }],
  ['300,000 nested rows', () => book(part('xl/worksheets/sheet1.xml', sheet('<row>'.repeat(300_000) + '</row>'.repeat(300_000)), 0)), 'xlsx-xml'],
  ['a number that is none', () => book(cell('<v>abc</v>')), 'xlsx-xml'],
  ['an endless number', () => book(cell('<v>1e999</v>')), 'xlsx-xml'],
  ['an error value', () => book(cell('<v>#DIV/0!</v>', 'r="A1" t="e"')), { A1: '#DIV/0!' }],
  ['formula-like texts', () => book(text('=cmd|\' /C calc\'!A0')), { A1: '=cmd|\' /C calc\'!A0' }],
  ['a text beginning with a tab', () => book(text('\t@SUM(1)')), { A1: '\t@SUM(1)' }],
  ['a prefixed sheet', () => book(`<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c><x:c r="B1" t="str"><x:v>乙</x:v></x:c></x:row></x:sheetData></x:worksheet>`), { A1: '5', B1: '乙' }],
  ['a prefixed sheet with a far cell', () => book(`<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="9999999"><x:c r="A9999999"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`), 'xlsx-bounds'],
  ['single quotes', () => book(`<worksheet xmlns='${main}'><sheetData><row r='1'><c r='A1'><v>5</v></c></row></sheetData></worksheet>`), { A1: '5' }],
  ['rich text with readings', () => book(cell('<v>0</v>', 'r="A1" t="s"'), `<sst xmlns="${main}"><si><r><t>重</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 庆</t></r><rPh sb="0" eb="1"><t>zhong</t></rPh></si></sst>`), { A1: '重 庆' }],
  ['a stored block deflated twice', () => book({ ...part('xl/worksheets/sheet1.xml', sheet('')), data: deflateRawSync(deflateRawSync(Buffer.from(sheet('')))) }), 'xlsx-zip-broken'],
  ['a gigabyte of empty cells', () => book(part('xl/worksheets/sheet1.xml', Buffer.alloc(96 << 20, '<c r="A1"/>'))), 'xlsx-bomb'],
  ['a comment on a cell called __proto__', () => bookWith(part('xl/comments1.xml', comments), part('xl/worksheets/_rels/sheet1.xml.rels', '<Relationships><Relationship Id="r1" Type="x/comments" Target="../comments1.xml"/></Relationships>'), one), { A1: '1' }],
  ['properties called __proto__ and constructor', () => bookWith(part('docProps/custom.xml', customs), one), { A1: '1' }],
  ['a wrong checksum of a part nobody reads', () => bookWith({ ...part('docProps/app.xml', '<x/>'), crc: 7 }, one), { A1: '1' }],
  ['a macro', () => bookWith(part('xl/vbaProject.bin', Buffer.alloc(400, 7)), one), { A1: '1' }],
  ['an end record that says 65,535 parts', () => { const bytes = Buffer.from(book(sheet(''))); bytes.writeUInt16LE(0xffff, bytes.length - 12); bytes.writeUInt16LE(0xffff, bytes.length - 14); return new Uint8Array(bytes) }, 'xlsx-too-many-entries'],
  ['an end record inside the comment of another', () => { const bytes = Buffer.from(book(sheet(''))); const end = Buffer.from(bytes.subarray(-22)); bytes.writeUInt16LE(22, bytes.length - 2); return new Uint8Array(Buffer.concat([bytes, end])) }, 'xlsx-zip-broken'],
]
