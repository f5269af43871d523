import { readFileSync } from 'node:fs'
import type { Finding } from '../../core/audit/finding.ts'
import { audit } from '../../core/audit/run.ts'
import { typedData } from '../../core/filing/typed.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { filingOf } from '../../core/submission/payload.ts'
import { beijing, dayFor } from '../clock.ts'
import { readTemplate, type TemplateFiling } from '../excel/templateFiling.ts'
import { verifyWorkbook } from '../excel/verifyWorkbook.ts'
import { fileProblem } from '../files.ts'
import type { Desk } from '../handlers/desk.ts'
import { pickFiling, readObject, type ReadObject } from '../handlers/filingObject.ts'
import { sealedPrior } from '../handlers/priorYear.ts'
import { readSubmission } from '../handlers/readSubmission.ts'

/** Where a filing's answers come from: a JSON object, a hand-filled template, or a sealed workbook. */
export interface Source {
  /** The day it asks to be audited on, if it says one. */
  readonly today: string | null
  /** Whether its findings are those of a sealed or hand-filled workbook, read as it stands. */
  readonly workbook: boolean
  /** What else is to be told of it. */
  readonly notices: readonly string[]
  readonly read: (desk: Desk) => Result<Read>
}
/** A filing that was read, and what of its file could not be taken, in words. */
export type Read = ReadObject & { readonly lost?: readonly string[] }

/** Opens a file as a source; a file that is none of the three gets its sentence. */
export function sourceOf(path: string): Result<Source> {
  let bytes: Uint8Array
  try { bytes = new Uint8Array(readFileSync(path)) } catch (error) { return no(fileProblem(error, path)) }
  return path.toLowerCase().endsWith('.json') ? fromJson(path, bytes) : fromWorkbook(bytes)
}

function fromJson(path: string, bytes: Uint8Array): Result<Source> {
  let json: unknown
  let strange = false
  const reviver = (key: string, value: unknown): unknown => { strange ||= key === '__proto__'; return value }
  try { json = JSON.parse(new TextDecoder().decode(bytes), reviver) } catch { return no(problem('filing-shape', { what: `${path} 不是 JSON` })) }
  if (strange) return no(problem('filing-unknown-key', { item: '__proto__' }))
  const object = pickFiling(json)
  if (!object.ok) return object
  const { today } = object.value
  return ok({ today: typeof today === 'string' ? today : null, workbook: false, notices: [], read: desk => readObject(desk.packs, object.value) })
}

/** A sealed workbook speaks with its sealed values, the prior year it carries (D7) and the day it was sealed on (D1). */
function fromWorkbook(bytes: Uint8Array): Result<Source> {
  const filled = readTemplate(bytes)
  if (filled.ok) return ok({ today: null, workbook: true, notices: [], read: desk => ofTemplate(desk, filled.value) })
  const sealed = readSubmission(bytes)
  if (!sealed.ok) return sealed
  const { payload } = sealed.value
  return ok({
    today: payload.today, workbook: true, notices: noticesOf(bytes, payload.today), read: desk => {
      const loaded = desk.packs.get(payload.pack.id)
      if (!loaded.ok) return loaded
      const { explanations, today, survey_year: year } = payload
      return ok({ loaded: loaded.value, filing: { year, today, data: filingOf(payload), explanations, prior: sealedPrior(payload) } })
    },
  })
}

/** That the visible cells are not the sealed ones, and that it was sealed on a day yet to come by the real clock (D1). */
function noticesOf(bytes: Uint8Array, today: string): readonly string[] {
  const { verdict, changed } = verifyWorkbook(bytes, '', () => 'unknown')
  const now = beijing(new Date()).slice(0, 10)
  return [
    ...(verdict === 'altered' ? [`有 ${changed.length} 格封存后被改过，这里按封存时的值审核。用 verify 可看是哪些格。`] : []),
    ...(today > now ? [`封存日期 ${today} 晚于今天 ${now}。`] : []),
  ]
}

/** Explanations of the sheet 说明 are given to the findings they name; there is no prior year. */
function ofTemplate(desk: Desk, filled: TemplateFiling): Result<Read> {
  const loaded = desk.packs.get(filled.pack.id)
  if (!loaded.ok) return loaded
  const { pack } = loaded.value
  const today = dayFor(desk.host.now(), { sample: pack.sample, chosen: null })
  const data = typedData(pack, filled.data)
  const findings = audit({ pack, data, prior: null, today, explanations: [] })
  const fits = (e: Written, f: Finding): boolean => e.rule === f.rule && (e.row === null || e.row === f.rowKey)
  const explanations = findings.flatMap(f => filled.explanations.filter(e => fits(e, f)).map(e => ({ rule: f.rule, row: f.row, item: f.item, text: e.text })))
  const lost = filled.explanations.filter(e => !findings.some(f => fits(e, f))).map(e => lostWords(e, pack.rules.some(r => r.id === e.rule)))
  return ok({ loaded: loaded.value, filing: { year: filled.year, today: null, data, explanations, prior: null }, lost })
}

type Written = TemplateFiling['explanations'][number]

/** Why an explanation of the sheet 说明 belongs to no finding. */
function lostWords(e: Written, known: boolean): string {
  const at = e.row === null ? e.rule : `${e.rule}（行 ${e.row}）`
  return known ? `“说明”表里的 ${at} 没有对应的审核结果，这条说明没有用上。` : `“说明”表里的 ${at} 不是这个任务包的审核关系，这条说明没有用上。`
}
