import { readFileSync } from 'node:fs'
import { audit } from '../../core/audit/run.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { filingOf } from '../../core/submission/payload.ts'
import { dayFor } from '../clock.ts'
import { readTemplate, type TemplateFiling } from '../excel/templateFiling.ts'
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
  readonly read: (desk: Desk) => Result<ReadObject>
}

/** Opens a file as a source; a file that is none of the three gets its sentence. */
export function sourceOf(path: string): Result<Source> {
  let bytes: Uint8Array
  try { bytes = new Uint8Array(readFileSync(path)) } catch (error) { return no(fileProblem(error, path)) }
  return path.toLowerCase().endsWith('.json') ? fromJson(path, bytes) : fromWorkbook(bytes)
}

function fromJson(path: string, bytes: Uint8Array): Result<Source> {
  let json: unknown
  try { json = JSON.parse(new TextDecoder().decode(bytes)) } catch { return no(problem('filing-shape', { what: `${path} 不是 JSON` })) }
  const object = pickFiling(json)
  if (!object.ok) return object
  const { today } = object.value
  return ok({ today: typeof today === 'string' ? today : null, workbook: false, read: desk => readObject(desk.packs, object.value) })
}

/** A sealed workbook speaks with its sealed values, the prior year it carries (D7) and the day it was sealed on (D1). */
function fromWorkbook(bytes: Uint8Array): Result<Source> {
  const filled = readTemplate(bytes)
  if (filled.ok) return ok({ today: null, workbook: true, read: desk => ofTemplate(desk, filled.value) })
  const sealed = readSubmission(bytes)
  if (!sealed.ok) return sealed
  const { payload } = sealed.value
  return ok({
    today: payload.today, workbook: true, read: desk => {
      const loaded = desk.packs.get(payload.pack.id)
      if (!loaded.ok) return loaded
      const { explanations, today, survey_year: year } = payload
      return ok({ loaded: loaded.value, filing: { year, today, data: filingOf(payload), explanations, prior: sealedPrior(payload) } })
    },
  })
}

/** Explanations of the sheet 说明 are given to the findings they name; there is no prior year. */
function ofTemplate(desk: Desk, filled: TemplateFiling): Result<ReadObject> {
  const loaded = desk.packs.get(filled.pack.id)
  if (!loaded.ok) return loaded
  const { pack } = loaded.value
  const today = dayFor(desk.host.now(), { sample: pack.sample, chosen: null })
  const explanations = audit({ pack, data: filled.data, prior: null, today, explanations: [] }).flatMap(f =>
    filled.explanations.filter(e => e.rule === f.rule && (e.row === null || e.row === f.rowKey)).map(e => ({ rule: f.rule, row: f.row, item: f.item, text: e.text })))
  return ok({ loaded: loaded.value, filing: { year: filled.year, today: null, data: filled.data, explanations, prior: null } })
}
