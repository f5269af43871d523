import { audit as runAudit } from '../../core/audit/run.ts'
import type { Finding } from '../../core/audit/finding.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import type { Pack } from '../../core/pack/schema.ts'
import { ok, type Result } from '../../core/result.ts'
import { dayFor } from '../clock.ts'
import type { Desk } from '../handlers/desk.ts'
import { openFiling } from '../handlers/openFiling.ts'
import { draftOf } from './fill.ts'
import { findingLines, findingText, summary } from './findings.ts'
import { refused, spoken, type Command } from './output.ts'
import { sourceOf, type Source } from './source.ts'
import { atWorkbench } from './workbench.ts'

interface Audited { readonly pack: Pack; readonly data: FilingData; readonly findings: readonly Finding[]; readonly notices: readonly string[] }

/** Says what the rules say of workbooks or of filings in JSON. */
export const audit: Command = async (given, output) => {
  if (given.files.length === 0) return refused(output, { code: 'usage', params: { what: 'audit 文件…' } })
  let clean = true
  for (const path of given.files) {
    const audited = await auditFile(path, given.today)
    if (!audited.ok) {
      clean = false
      output.answer({ file: path, findings: [], problem: spoken(audited.problem) }, `${path}　${spoken(audited.problem)}`)
      continue
    }
    const { pack, data, findings, notices } = audited.value
    clean &&= !findings.some(f => f.severity === 'error')
    output.answer({ file: path, findings: findingLines(pack, data, findings), ...(notices.length > 0 ? { notices } : {}) }, [`${path}　${summary(findings)}`, ...notices, findingText(findings)].join('\n').trimEnd())
  }
  return clean ? 0 : 2
}

async function auditFile(path: string, asked: string | null): Promise<Result<Audited>> {
  const source = sourceOf(path)
  if (!source.ok) return source
  const today = asked ?? source.value.today
  return atWorkbench(today, async desk => (source.value.workbook ? auditAsItStands(desk, source.value, today) : auditFilled(desk, source.value, today)))
}

/** A filing object is filled through the engine, as a window would. */
function auditFilled(desk: Desk, source: Source, today: string | null): Result<Audited> {
  const draft = draftOf(desk, source, today)
  if (!draft.ok) return draft
  const open = openFiling(desk, draft.value.filing)
  return open.ok ? ok({ pack: open.value.loaded.pack, data: open.value.data, findings: draft.value.findings, notices: draft.value.notices }) : open
}

/** A workbook is audited on the values that stand in it. */
function auditAsItStands(desk: Desk, source: Source, asked: string | null): Result<Audited> {
  const read = source.read(desk)
  if (!read.ok) return read
  const { pack } = read.value.loaded
  const { data, prior, explanations } = read.value.filing
  const today = asked ?? dayFor(desk.host.now(), { sample: pack.sample, chosen: null })
  return ok({ pack, data, findings: runAudit({ pack, data, prior, today, explanations }), notices: [...source.notices, ...(read.value.lost ?? [])] })
}
