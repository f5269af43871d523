import { readFileSync } from 'node:fs'
import { audit as runAudit } from '../../core/audit/run.ts'
import type { Finding } from '../../core/audit/finding.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { filingOf } from '../../core/submission/payload.ts'
import type { Pack } from '../../core/pack/schema.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { dayFor } from '../clock.ts'
import { readTemplate, type TemplateFiling } from '../excel/templateFiling.ts'
import { fileProblem } from '../files.ts'
import type { Desk } from '../handlers/desk.ts'
import { openFiling } from '../handlers/openFiling.ts'
import { sealedPrior } from '../handlers/priorYear.ts'
import { readSubmission } from '../handlers/readSubmission.ts'
import { dayOf, draftOf, readObjectFile } from './fill.ts'
import { findingLines, findingText, summary } from './findings.ts'
import { refused, spoken, type Command } from './output.ts'
import { atWorkbench } from './workbench.ts'

interface Audited { readonly pack: Pack; readonly data: FilingData; readonly findings: readonly Finding[] }

/** Says what the rules say of workbooks or of filings in JSON. */
export const audit: Command = async (given, output) => {
  if (given.files.length === 0) return refused(output, { code: 'usage', params: { what: 'audit 文件…' } })
  let clean = true
  for (const path of given.files) {
    const audited = isJson(path) ? await auditObject(path, given.today) : await atWorkbench(null, desk => Promise.resolve(auditWorkbook(desk, path, given.today)))
    if (!audited.ok) {
      clean = false
      output.answer({ file: path, findings: [], problem: spoken(audited.problem) }, `${path}　${spoken(audited.problem)}`)
      continue
    }
    const { pack, data, findings } = audited.value
    clean &&= !findings.some(f => f.severity === 'error')
    output.answer({ file: path, findings: findingLines(pack, data, findings) }, [`${path}　${summary(findings)}`, findingText(findings)].join('\n').trimEnd())
  }
  return clean ? 0 : 2
}

const isJson = (path: string): boolean => path.toLowerCase().endsWith('.json')

/** A filing object is filled through the engine, as a window would. */
async function auditObject(path: string, asked: string | null): Promise<Result<Audited>> {
  const object = readObjectFile(path)
  if (!object.ok) return object
  const today = asked ?? dayOf(object.value)
  return atWorkbench(today, async desk => {
    const draft = draftOf(desk, object.value, today)
    if (!draft.ok) return draft
    const open = openFiling(desk, draft.value.filing)
    return open.ok ? ok({ pack: open.value.loaded.pack, data: open.value.data, findings: draft.value.findings }) : open
  })
}

/** A workbook is audited on its sealed values, with the prior year it carries (D7) and the day it was sealed on (D1); a hand-filled template on what stands in it (D18). */
function auditWorkbook(desk: Desk, path: string, asked: string | null): Result<Audited> {
  let bytes: Uint8Array
  try { bytes = new Uint8Array(readFileSync(path)) } catch (error) { return no(fileProblem(error, path)) }
  const filled = readTemplate(bytes)
  if (filled.ok) return auditTemplate(desk, filled.value, asked)
  const sealed = readSubmission(bytes)
  if (!sealed.ok) return sealed
  const { payload } = sealed.value
  const loaded = desk.packs.get(payload.pack.id)
  if (!loaded.ok) return loaded
  const { pack } = loaded.value
  const data = filingOf(payload)
  return ok({ pack, data, findings: runAudit({ pack, data, prior: sealedPrior(payload), today: asked ?? payload.today, explanations: payload.explanations }) })
}

/** Explanations are given to the findings they name; there is no prior year. */
function auditTemplate(desk: Desk, filled: TemplateFiling, asked: string | null): Result<Audited> {
  const loaded = desk.packs.get(filled.pack.id)
  if (!loaded.ok) return loaded
  const { pack } = loaded.value
  const input = { pack, data: filled.data, prior: null, today: asked ?? dayFor(desk.host.now(), { sample: pack.sample, chosen: null }) }
  const explanations = runAudit({ ...input, explanations: [] }).flatMap(f =>
    filled.explanations.filter(e => e.rule === f.rule && (e.row === null || e.row === f.rowKey)).map(e => ({ rule: f.rule, row: f.row, item: f.item, text: e.text })))
  return ok({ pack, data: filled.data, findings: runAudit({ ...input, explanations }) })
}
