import { createHash } from 'node:crypto'
import { letterContent, letterMessage, letterNames, type LetterContent, type LetterKind } from '../../core/letter/letter.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { payloadSchema, signedMessage, type Payload } from '../../core/submission/payload.ts'
import { isSigned } from '../signature.ts'
import type { Cells, Contents } from './book.ts'
import { envelopes, payloadSheetName, type Envelope } from './frame.ts'
import { partText } from './guard.ts'
import { attributesOf, unescapeCell, unescapeXml } from './xml.ts'

/** A content that its digest and signature agree with. */
export interface Verified<T> { readonly content: T; readonly text: string; readonly digest: string; readonly signature: string }
/** A verified payload. */
export interface Sealed { readonly payload: Payload; readonly text: string; readonly digest: string; readonly signature: string }
/** What marks a file as ours, and the copies of its content found; several sources may say the marks. */
export interface Marked { readonly marks: readonly ReadonlyMap<string, string>[]; readonly copies: readonly string[]; readonly template: boolean; readonly letter: LetterKind | 'unknown' | null }

/** The marks and copies of a workbook; null when it carries none of ours. */
export function markedContent(contents: Contents, hidden: Cells): Result<Marked | null> {
  const properties = propertiesOf(contents)
  if (!properties.ok) return properties
  const items = itemTexts(contents)
  if (!items.ok) return items
  const sheet = hiddenSheet(hidden)
  const marks = [properties.value, sheet.marks].filter((map) => map.has('jianbao.format'))
  if (marks.length === 0 && items.value.length === 0) return ok(null)
  const copies = [...new Set([...items.value, ...(sheet.text === '' ? [] : [sheet.text])])]
  // A sealed content anywhere outweighs a mark that anybody can edit (D3).
  const sealed = copies.some((copy) => copy.includes('"jianbao-submission"'))
  const says = (kind: string): boolean => !sealed && marks.some((map) => map.get('jianbao.kind') === kind)
  return ok({ marks, copies, template: says('template'), letter: says('letter') || (!sealed && copies.some((copy) => copy.includes('"jianbao-letter"'))) ? letterKind(marks) : null })
}

const kinds = Object.keys(letterNames) as readonly LetterKind[]
const letterKind = (marks: Marked['marks']): LetterKind | 'unknown' => kinds.find((kind) => marks.some((map) => map.get('jianbao.letter') === kind)) ?? 'unknown'

/** What a letter is called that was taken for a submission. */
export const notASubmission = (letter: LetterKind | 'unknown'): Problem => problem('letter-not-submission', { kind: letter === 'unknown' ? '文件' : letterNames[letter] })

/** Whether the workbook's directory alone shows that it may be ours. */
export function mayBeOurs(contents: Contents): boolean {
  return contents.sheets.has(payloadSheetName) || contents.archive.entries.has('docProps/custom.xml') || [...contents.archive.entries.keys()].some((name) => name.startsWith('customXml/item'))
}

function propertiesOf({ archive }: Contents): Result<ReadonlyMap<string, string>> {
  if (!archive.entries.has('docProps/custom.xml')) return ok(new Map())
  const xml = partText(archive, 'docProps/custom.xml')
  if (!xml.ok) return xml
  const found = new Map<string, string>()
  for (const match of xml.value.matchAll(/<(?:[\w.-]+:)?property(?=\s)([^<>]*)>\s*<(?:[\w.-]+:)?lpwstr>([^<]*)</g)) {
    const name = attributesOf(match[1] ?? '').get('name') ?? ''
    if (name.startsWith('jianbao.') && !found.has(name)) found.set(name, unescapeCell(match[2] ?? ''))
  }
  return ok(found)
}

/** The texts of our custom XML items. */
function itemTexts({ archive }: Contents): Result<readonly string[]> {
  const texts: string[] = []
  for (const name of archive.entries.keys()) {
    if (!/^customXml\/item\d+\.xml$/i.test(name)) continue
    const xml = partText(archive, name)
    if (!xml.ok) return xml
    const text = Object.values(envelopes).map((envelope) => enclosed(xml.value, envelope)).find((found) => found !== null)
    if (text !== undefined && text !== null) texts.push(unescapeXml(text))
  }
  return ok(texts)
}

/** What stands inside an envelope's element, null where there is none. */
function enclosed(xml: string, { tag, namespace }: Envelope): string | null {
  const at = xml.indexOf(`<${tag}`)
  if (at < 0 || !xml.slice(at, at + 300).includes(namespace)) return null
  return xml.slice(xml.indexOf('>', at) + 1, xml.lastIndexOf(`</${tag}>`))
}

/** Marks (A and B) and pieces (A alone, below them) of the payload sheet. */
function hiddenSheet(hidden: Cells): { readonly marks: ReadonlyMap<string, string>; readonly text: string } {
  const cells = hidden.get(payloadSheetName) ?? new Map()
  const marks = new Map<string, string>()
  let row = 1
  for (; cells.has(`B${row}`); row++) marks.set(cells.get(`A${row}`)?.text ?? '', cells.get(`B${row}`)?.text ?? '')
  let text = ''
  for (; cells.has(`A${row}`); row++) text += cells.get(`A${row}`)?.text ?? ''
  return { marks, text }
}

/** How a kind of content is read, and what its signature stands under. */
interface Form<T> { readonly parse: (json: unknown) => Result<T>; readonly publicKey: (content: T) => string; readonly message: (digest: string) => string }

const payloadForm: Form<Payload> = { parse: (json) => shaped(payloadSchema.safeParse(json)), publicKey: (payload) => payload.signer.public_key, message: signedMessage }
const letterForm: Form<LetterContent> = { parse: (json) => shaped(letterContent.safeParse(json)), publicKey: ({ letter }) => letter.signer.public_key, message: letterMessage }

type Read<T> = { readonly success: true; readonly data: T } | { readonly success: false; readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } }
const shaped = <T>(read: Read<T>): Result<T> => (read.success ? ok(read.data) : no(problem('payload-unreadable', { what: read.error.issues[0]?.path.map(String).join('.') ?? '' })))

/** The one payload that a copy and its signature agree on (D3); the problem says what failed otherwise. */
export function verifiedPayload(marked: Marked): Result<Sealed> {
  if (marked.letter !== null) return no(notASubmission(marked.letter))
  const found = verified(marked, payloadForm)
  if (!found.ok) return found
  const { content: payload, ...proof } = found.value
  return ok({ payload, ...proof })
}

/** The one letter that a copy and its signature agree on. */
export const verifiedLetter = (marked: Marked): Result<Verified<LetterContent>> => verified(marked, letterForm)

function verified<T>({ marks, copies }: Marked, form: Form<T>): Result<Verified<T>> {
  let worst: Problem = problem(copies.length === 0 ? 'payload-missing' : 'payload-digest')
  const sound: Verified<T>[] = []
  for (const text of copies) {
    const checked = checkCopy(text, marks, form)
    if (checked.ok) sound.push(checked.value)
    else worst = checked.problem
  }
  if (sound.length > 1) return no(problem('payload-disagrees'))
  return sound[0] ? ok(sound[0]) : no(worst)
}

function checkCopy<T>(text: string, marks: Marked['marks'], form: Form<T>): Result<Verified<T>> {
  const content = parsed(text, form)
  if (!content.ok) return content
  const digest = createHash('sha256').update(text).digest('hex')
  const agreeing = marks.filter((map) => map.get('jianbao.digest') === digest)
  if (agreeing.length === 0) return no(problem('payload-digest'))
  for (const map of agreeing) {
    const signature = map.get('jianbao.signature') ?? ''
    if (isSigned(form.publicKey(content.value), form.message(digest), signature)) return ok({ content: content.value, text, digest, signature })
  }
  return no(problem('payload-signature'))
}

function parsed<T>(text: string, form: Form<T>): Result<T> {
  try { return form.parse(JSON.parse(text)) } catch { return no(problem('payload-digest')) }
}
