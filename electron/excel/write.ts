import { createHash } from 'node:crypto'
import type { Pack } from '../../core/pack/schema.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import type { PlanCell, Proof, SheetPlan } from '../../core/submission/sheet.ts'
import { canonicalJson } from '../../core/submission/canonical.ts'
import { planTemplate } from '../../core/submission/plan.ts'
import { refOf } from '../../core/submission/sheet.ts'
import { cellXml, sheetTemplate, type SheetTemplate } from './decorate.ts'
import { customXml, decorateFrame, envelopes, itemEnds, itemParts, payloadSheetName, type Envelope, type Properties } from './frame.ts'
import { listSheetName, listSheetXml, sheetXml } from './lists.ts'
import { sealBytes, sealHole, sealProperty } from './seal.ts'
import { sharedStrings } from './strings.ts'
import { stylesPart } from './styles.ts'
import { frameSheet, rawFrame, type FrameSheet } from './template.ts'
import { escapePlain, escapeText } from './xml.ts'
import { deflated, joined, literal, packed, stored, zipOf, type Part } from './zip.ts'

/** Longest text of one cell of the payload sheet. */
const CHUNK = 32000
const KEEP = 400

/** What one workbook is made of beside its planned sheets. */
interface Book {
  /** Whose forms it shows; null where it shows none. */
  readonly pack: LoadedPack | null
  readonly envelope: Envelope
  readonly title: string
  readonly sheets: readonly SheetPlan[]
  readonly proofs: Readonly<Record<Proof, string>>
  readonly footer: string
  /** Text of the payload, and the marks that stand above it on its sheet and in the properties. */
  readonly payload: string
  readonly marks: Properties
}

const templates = new Map<string, SheetTemplate>()
const frames = new Map<string, readonly Part[]>()

/** Keeps at most KEEP made things; the oldest goes first. */
function kept<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key)
  if (known !== undefined) return known
  const made = make()
  if (store.size >= KEEP) for (const oldest of store.keys()) { store.delete(oldest); break }
  store.set(key, made)
  return made
}

/** Forgets every template, for tests of what caching must not change. */
export function forgetTemplates(): void {
  templates.clear()
  frames.clear()
}

/** The whole workbook: the kept templates patched with what varies. */
export function writeBook(book: Book): Uint8Array<ArrayBuffer> {
  const made = book.sheets.map((plan, i) => kept(templates, `${book.pack?.digest ?? ''}|${i}|${plan.key}`, () => sheetTemplate(book.pack, plan, i + 1)))
  const count = book.sheets.length
  const listed = listParts(book, count + 1)
  const [item, hidden] = payloadParts(book, `xl/worksheets/sheet${count + listed.length + 1}.xml`)
  const sheets = [
    ...book.sheets.map((plan, i) => patched(plan, made[i] as SheetTemplate, { book, name: `xl/worksheets/sheet${i + 1}.xml` })),
    listed,
    [hidden],
  ].flat()
  const [types, ...frame] = frameOf(book)
  const custom = stored('docProps/custom.xml', Buffer.from(customXml([...book.marks, [sealProperty, sealHole]])))
  const notes = made.flatMap((template) => [template.comments, template.drawing]).filter((part) => part !== null)
  return sealBytes(zipOf([types as Part, custom, ...frame, stylesPart(), sharedStrings(book.pack).part, item, ...sheets, ...notes]))
}

const lists = new Map<string, readonly Part[]>()

/** The sheet of long lists, of a book that has any. */
function listParts({ pack }: Book, index: number): readonly Part[] {
  if (pack === null) return []
  return kept(lists, pack.digest, () => [packed(`xl/worksheets/sheet.xml`, Buffer.from(listSheetXml(pack.pack)))]).map((part) => ({ ...part, name: `xl/worksheets/sheet${index}.xml` }))
}

function patched(plan: SheetPlan, template: SheetTemplate, { book, name }: { readonly book: Book; readonly name: string }): Part {
  const { chunks } = template
  let xml = ''
  let slot = 0
  for (const cell of plan.cells) if (cell.vary) xml += `${chunks[slot++]}${cellXml(cell, textOf(cell, book))}`
  return stored(name, Buffer.from(`${xml}${chunks[slot]}${escapeText(book.footer)}${chunks[slot + 1]}`, 'utf8'))
}

const textOf = (cell: PlanCell, book: Book): string => (cell.proof ? book.proofs[cell.proof] : cell.text)

/** Content types first, then the other parts around the sheets, made once for one list of sheets. */
function frameOf(book: Book): readonly Part[] {
  const sheets: FrameSheet[] = [
    ...book.sheets.map(frameSheet),
    ...(book.pack ? [{ name: listSheetName, hidden: 1 as const, noted: false, area: null, head: null }] : []),
    { name: payloadSheetName, hidden: 2, noted: false, area: null, head: null },
  ]
  return kept(frames, `${book.envelope.tag}|${book.title}|${JSON.stringify(sheets)}`, () => {
    const parts = decorateFrame(rawFrame(sheets, book.title))
    const own = [...parts].filter(([name]) => name !== '[Content_Types].xml' && name !== 'docProps/custom.xml' && name !== 'xl/styles.xml' && !/^xl\/(worksheets\/sheet|comments|drawings\/)/.test(name))
    const rest = [...own, ...itemParts(book.envelope)].map(([name, xml]) => packed(name, Buffer.from(xml)))
    return [stored('[Content_Types].xml', Buffer.from(parts.get('[Content_Types].xml') ?? '')), ...rest]
  })
}

/** The payload's two parts: the custom XML item, and the very hidden sheet with marks in A and B and the pieces down column A. */
function payloadParts({ marks, payload, envelope }: Book, sheet: string): readonly [item: Part, sheet: Part] {
  const texts = pieceOf(payload)
  const pieces = texts.map((text) => deflated(Buffer.from(escapePlain(text))))
  const inCells = /_x[0-9A-Fa-f]{4}_/.test(payload) ? texts.map((text) => deflated(Buffer.from(escapeText(text)))) : pieces
  const open = (ref: string): string => `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">`
  const close = '</t></is></c>'
  const ends = itemEnds(envelope)
  const head = marks.map(([name, value], i) => `<row r="${i + 1}">${open(`A${i + 1}`)}${escapeText(name)}${close}${open(`B${i + 1}`)}${escapeText(value)}${close}</row>`)
  const [before, after] = sheetXml('|').split('|') as [string, string]
  const cells = inCells.flatMap((piece, i) => [literal(`<row r="${marks.length + 1 + i}">${open(refOf(marks.length + i, 0))}`), piece, literal(`${close}</row>`)])
  return [
    joined('customXml/item1.xml', [literal(ends[0]), ...pieces, literal(ends[1])]),
    joined(sheet, [literal(before + head.join('')), ...cells, literal(after)]),
  ]
}

function pieceOf(text: string): readonly string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + CHUNK)
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--
    pieces.push(text.slice(at, end))
    at = end
  }
  return pieces
}

/** The parts of the marks that every file of ours carries. */
export function marksOf(pack: { readonly id: string; readonly version: string; readonly digest: string }, kind: 'submission' | 'template' | 'letter'): Properties {
  return [['jianbao.format', '1'], ['jianbao.kind', kind], ['jianbao.pack', `${pack.id}@${pack.version}`], ['jianbao.packDigest', pack.digest]]
}

/** What names a pack in a file. */
export const packMark = ({ pack, digest }: LoadedPack): { readonly id: string; readonly version: string; readonly digest: string } => ({ id: pack.id, version: pack.version, digest })

/** The blank fill-in template of a pack: input cells unlocked, validation on; always the same bytes for a pack. */
export function writeTemplate(pack: LoadedPack): Uint8Array<ArrayBuffer> {
  const sheets = planTemplate(pack)
  const map = canonicalJson({
    format: 'jianbao-template', format_version: 1, pack: packMark(pack), survey_year: pack.pack.year,
    tables: Object.fromEntries(pack.pack.forms.flatMap((form) => form.tables.map((table) => [table.key, table.columns.map((column) => column.key)]))),
    coded: codedKeys(pack.pack),
    sheets: sheets.map((sheet) => ({ name: sheet.name, form: sheet.form, inputs: inputsOf(sheet) })),
  })
  const footer = `${pack.pack.id}@${pack.pack.version}　空白表`
  return writeBook({ pack, envelope: envelopes.submission, title: `${pack.pack.title} 空白表`, sheets, proofs: { receipt: '', digest: '', signer: '' }, footer, payload: map, marks: [...marksOf(packMark(pack), 'template'), ['jianbao.digest', createHash('sha256').update(map).digest('hex')]] })
}

/** The open cells of a template sheet: reference, item, and the row's place from the top in a table. */
function inputsOf(sheet: SheetPlan): readonly (readonly [string, string, number | null])[] {
  const open = sheet.cells.filter((cell) => cell.input && cell.item !== null)
  const top = Math.min(...open.map((cell) => cell.r))
  const table = sheet.key.startsWith('blank:table:') || sheet.key.startsWith('blank:explanations')
  return open.map((cell) => [refOf(cell.r, cell.c), cell.item ?? '', table ? cell.r - top : null])
}

const codedKeys = (pack: Pack): readonly string[] =>
  pack.forms.flatMap((form) => [...form.items, ...form.tables.flatMap((table) => table.columns)]).filter((item) => item.type === 'code' || item.pick).map((item) => item.key)
