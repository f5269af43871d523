import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { FoundCell } from '../../core/submission/verdict.ts'
import { readUnusual, type RawPart } from './fallback.ts'
import { limits, openArchive, partText, type Archive } from './guard.ts'
import { scanSheet, type Scanning } from './scan.ts'
import { scanStrings } from './scanText.ts'
import { attributesOf } from './xml.ts'

/** The directory of a workbook: its sheets in order with their parts. */
export interface Contents { readonly archive: Archive; readonly sheets: ReadonlyMap<string, string>; readonly strings: string | null }
/** Every cell of a workbook, by sheet name and reference. */
export type Cells = ReadonlyMap<string, ReadonlyMap<string, FoundCell>>

/** Opens an .xlsx behind the guard and reads every cell of it, or says why not; `most` is how many there may be. */
export function openBook(bytes: Uint8Array, most: number = limits.cells): Result<{ readonly contents: Contents; readonly cells: Cells }> {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const contents = contentsOf(archive.value)
  if (!contents.ok) return contents
  const cells = readCells(contents.value, null, most)
  return cells.ok ? ok({ contents: contents.value, cells: cells.value }) : cells
}

/** Every cell of an .xlsx, or why not. */
export function readWorkbook(bytes: Uint8Array): Result<Cells> {
  const book = openBook(bytes)
  return book.ok ? ok(book.value.cells) : book
}

/** Which sheets the workbook has and where they lie. Follows the same relations as a spreadsheet program. */
export function contentsOf(archive: Archive): Result<Contents> {
  const root = relationsOf(archive, '_rels/.rels', '')
  if (!root.ok) return root
  const main = [...root.value.values()].filter((relation) => relation.type.endsWith('/officeDocument'))
  if (main.length !== 1 || main[0]?.target !== 'xl/workbook.xml') return no(problem('xlsx-not-workbook'))
  const workbook = partText(archive, 'xl/workbook.xml')
  if (!workbook.ok) return workbook
  const relations = relationsOf(archive, 'xl/_rels/workbook.xml.rels', 'xl/')
  if (!relations.ok) return relations
  return sheetsOf(archive, workbook.value, relations.value)
}

interface Relation { readonly type: string; readonly target: string }

/** Relations of a part; targets as archive names, each id once. */
function relationsOf(archive: Archive, name: string, base: string): Result<ReadonlyMap<string, Relation>> {
  const xml = partText(archive, name)
  if (!xml.ok) return xml
  const relations = new Map<string, Relation>()
  for (const tag of xml.value.matchAll(/<(?:[\w.-]+:)?Relationship(?=\s)([^<>]*)>/g)) {
    const attributes = attributesOf(tag[1] ?? '')
    const id = attributes.get('Id') ?? ''
    if (relations.has(id)) return no(problem('xlsx-xml', { entry: name }))
    const external = attributes.get('TargetMode') === 'External'
    relations.set(id, { type: attributes.get('Type') ?? '', target: external ? '' : resolved(attributes.get('Target') ?? '', base) })
  }
  return ok(relations)
}

/** An archive name; '' where it would leave the archive. */
function resolved(target: string, base: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target.slice(1) : base + target).split('/')) {
    if (part === '..' && parts.pop() === undefined) return ''
    if (part !== '..' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function sheetsOf(archive: Archive, workbook: string, relations: ReadonlyMap<string, Relation>): Result<Contents> {
  const sheets = new Map<string, string>()
  const folded = new Set<string>()
  const bad = no(problem('xlsx-xml', { entry: 'xl/workbook.xml' }))
  if (workbook.includes('<!')) return bad
  for (const tag of workbook.matchAll(/<(?:[\w.-]+:)?sheet(?=\s)([^<>]*)>/g)) {
    const attributes = attributesOf(tag[1] ?? '')
    const name = attributes.get('name') ?? ''
    const id = [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    const relation = relations.get(id)
    if (name === '' || folded.has(name.toLowerCase()) || !relation?.type.endsWith('/worksheet') || !archive.entries.has(relation.target)) {
      if (relation?.type.endsWith('/chartsheet')) continue
      return bad
    }
    folded.add(name.toLowerCase())
    sheets.set(name, relation.target)
  }
  const strings = [...relations.values()].filter((relation) => relation.type.endsWith('/sharedStrings'))
  if (sheets.size === 0 || sheets.size > limits.sheets || strings.length > 1) return bad
  return ok({ archive, sheets, strings: strings[0]?.target ?? null })
}

interface Strings { readonly list: readonly string[] | null; readonly xml: string | null }
const readStrings = new WeakMap<Contents, Strings>()

/** The shared strings, read once a workbook; the list is null where their shape is for the fallback. */
function stringsOf(contents: Contents): Result<Strings> {
  const known = readStrings.get(contents)
  if (known) return ok(known)
  const xml = contents.strings === null ? ok(null) : partText(contents.archive, contents.strings)
  if (!xml.ok) return xml
  const strings: Strings = { xml: xml.value, list: xml.value === null ? [] : scanStrings(xml.value) }
  readStrings.set(contents, strings)
  return ok(strings)
}

/** Reads the cells of the given sheets (all, if none are given). */
export function readCells(contents: Contents, only: ReadonlySet<string> | null = null, most: number = limits.cells): Result<Cells> {
  const { archive, sheets } = contents
  const table = stringsOf(contents)
  if (!table.ok) return table
  const { list, xml: stringsXml } = table.value
  const scanning: Scanning = { strings: list ?? [], sheet: '', cells: 0, most }
  const cells = new Map<string, ReadonlyMap<string, FoundCell>>()
  const unusual: RawPart[] = []
  for (const [name, part] of sheets) {
    if (only && !only.has(name)) continue
    const xml = partText(archive, part)
    if (!xml.ok) return xml
    scanning.sheet = name
    const found = list === null ? null : scanSheet(xml.value, scanning)
    if (found === null) unusual.push({ name, xml: xml.value })
    else if (!found.ok) return found
    else cells.set(name, found.value)
  }
  return unusual.length === 0 ? ok(cells) : withUnusual(cells, unusual, stringsXml)
}

function withUnusual(cells: Map<string, ReadonlyMap<string, FoundCell>>, unusual: readonly RawPart[], strings: string | null): Result<Cells> {
  const read = readUnusual(unusual, strings)
  if (!read.ok) return read
  for (const [name, found] of read.value) cells.set(name, found)
  return ok(cells)
}
