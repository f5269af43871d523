import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Finding } from '../../core/audit/finding.ts'
import { problem } from '../../core/problem.ts'
import { ok, type Result } from '../../core/result.ts'
import { setUnitToday } from '../db/unit.ts'
import { writeNew } from '../files.ts'
import type { Desk } from '../handlers/desk.ts'
import { fillFiling, setPrior } from '../handlers/fillObject.ts'
import { openFiling } from '../handlers/openFiling.ts'
import { sealRun } from '../handlers/seal.ts'
import { unitAdd } from '../handlers/unit.ts'
import { findingLines, findingText, summary } from './findings.ts'
import { refused, spoken, type Command, type Given, type Output, type Status } from './output.ts'
import { sourceOf, type Source } from './source.ts'
import { atWorkbench, lastingKey } from './workbench.ts'

/** Fills a filing from JSON or a workbook and seals it; where it may not be sealed its findings are the answer. */
export const fill: Command = async (given, output) => {
  if (given.unit === null || given.out === null || given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'fill --unit 文件.json --out 文件.xlsx [--today 日期]' } })
  const source = sourceOf(given.unit)
  if (!source.ok) return refused(output, source.problem)
  const out = resolve(given.out)
  if (existsSync(out)) return refused(output, problem('name-taken', { path: out }))
  const today = given.today ?? source.value.today
  return atWorkbench(today, (desk, folder) => fillAndSeal(desk, { source: source.value, today, folder, out, given }, output), { keyFor: lastingKey })
}

/** A draft with a source's answers and prior year, under its year's pack. */
export function draftOf(desk: Desk, source: Source, today: string | null): Result<{ readonly filing: number; readonly findings: readonly Finding[]; readonly notices: readonly string[] }> {
  const read = source.read(desk)
  if (!read.ok) return read
  const { data, prior } = read.value.filing
  const added = unitAdd(desk, { name: (data.values.org_name ?? '').slice(0, 100) || '未命名', uscc: data.values.uscc ?? '', unitSeq: data.values.unit_seq ?? '', pack: read.value.loaded.pack.id })
  if (!added.ok) return added
  const { unit, filing } = added.value
  const store = desk.store()
  if (!store.ok) return store
  if (today !== null) store.value.write(db => setUnitToday(db, unit, today))
  const given = prior ? setPrior(desk, filing, prior) : ok(null)
  if (!given.ok) return given
  desk.filings.clear()
  const findings = fillFiling(desk, filing, read.value.filing)
  return findings.ok ? ok({ filing, findings: findings.value, notices: [...source.notices, ...(read.value.lost ?? [])] }) : findings
}

interface Job { readonly source: Source; readonly today: string | null; readonly folder: string; readonly out: string; readonly given: Given }

async function fillAndSeal(desk: Desk, job: Job, output: Output): Promise<Status> {
  const draft = draftOf(desk, job.source, job.today)
  if (!draft.ok) return refused(output, draft.problem)
  const open = openFiling(desk, draft.value.filing)
  if (!open.ok) return refused(output, open.problem)
  const { findings, notices } = draft.value
  const told = notices.length > 0 ? { notices } : {}
  const lines = findingLines(open.value.loaded.pack, open.value.data, findings)
  const sealed = await sealRun(desk, { filing: draft.value.filing, folder: job.folder })
  if (!sealed.ok) {
    output.answer({ file: null, sealed: false, problem: spoken(sealed.problem), findings: lines, ...told }, [spoken(sealed.problem), ...notices, findingText(findings)].join('\n'))
    return 2
  }
  const placed = writeNew(job.out, readFileSync(sealed.value.xlsx))
  if (!placed.ok) return refused(output, placed.problem)
  const { submitNo, receipt, digest, signer, verification } = sealed.value
  output.answer({ file: placed.value, sealed: true, verdict: verification.verdict, unit: verification.unit, submitNo, receipt, digest, signer, findings: lines, ...told },
    [`已封存 ${placed.value}　回执码 ${receipt}　${summary(findings)}`, ...notices].join('\n'))
  return 0
}
