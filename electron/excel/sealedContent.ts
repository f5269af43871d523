import { createHash, createPublicKey, verify } from 'node:crypto'
import { problem, type Problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { payloadSchema, signedMessage, type Payload } from '../../core/submission/payload.ts'
import type { Cells, Contents } from './book.ts'
import { namespace, payloadSheetName } from './frame.ts'
import { partText } from './guard.ts'
import { attributesOf, unescapeCell, unescapeXml } from './xml.ts'

/** A verified payload. */
export interface Sealed { readonly payload: Payload; readonly text: string; readonly digest: string; readonly signature: string }
/** What marks a file as ours, and the copies of its content found; several sources may say the marks. */
export interface Marked { readonly marks: readonly ReadonlyMap<string, string>[]; readonly copies: readonly string[]; readonly template: boolean }

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
  const template = marks.some((map) => map.get('jianbao.kind') === 'template') && !copies.some((copy) => copy.includes('"jianbao-submission"'))
  return ok({ marks, copies, template })
}

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
    const at = xml.value.indexOf('<submission')
    if (at < 0 || !xml.value.slice(at, at + 300).includes(namespace)) continue
    texts.push(unescapeXml(xml.value.slice(xml.value.indexOf('>', at) + 1, xml.value.lastIndexOf('</submission>'))))
  }
  return ok(texts)
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

/** The one payload that a copy and its signature agree on (D3); the problem says what failed otherwise. */
export function verifiedPayload({ marks, copies }: Marked): Result<Sealed> {
  let worst: Problem = problem(copies.length === 0 ? 'payload-missing' : 'payload-digest')
  const sound: Sealed[] = []
  for (const text of copies) {
    const checked = checkCopy(text, marks)
    if (checked.ok) sound.push(checked.value)
    else worst = checked.problem
  }
  if (sound.length > 1) return no(problem('payload-disagrees'))
  return sound[0] ? ok(sound[0]) : no(worst)
}

function checkCopy(text: string, marks: Marked['marks']): Result<Sealed> {
  const payload = parsed(text)
  if (!payload.ok) return payload
  const digest = createHash('sha256').update(text).digest('hex')
  const agreeing = marks.filter((map) => map.get('jianbao.digest') === digest)
  if (agreeing.length === 0) return no(problem('payload-digest'))
  for (const map of agreeing) {
    const signature = map.get('jianbao.signature') ?? ''
    if (signed(payload.value.signer.public_key, digest, signature)) return ok({ payload: payload.value, text, digest, signature })
  }
  return no(problem('payload-signature'))
}

function parsed(text: string): Result<Payload> {
  let json: unknown
  try { json = JSON.parse(text) } catch { return no(problem('payload-digest')) }
  const payload = payloadSchema.safeParse(json)
  return payload.success ? ok(payload.data) : no(problem('payload-unreadable', { what: payload.error.issues[0]?.path.join('.') ?? '' }))
}

const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

function signed(publicKeyHex: string, digest: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, Buffer.from(publicKeyHex, 'hex')]), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(signedMessage(digest)), key, Buffer.from(signature, 'base64'))
  } catch { return false }
}
