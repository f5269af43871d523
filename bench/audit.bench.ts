/** A full audit against reading the payload and one pass over it (goal ≤ 5); an audit after one cell against a full one (goal ≤ 0.1). */
import { audit, createAuditor } from '../core/audit/run.ts'
import type { FilingData } from '../core/filing/filing.ts'
import { payloadOf } from '../core/submission/payload.ts'
import { planSheets } from '../core/submission/plan.ts'
import { auditOf, loadedPack, sample } from '../tests/core/samples.ts'
import { report } from './support/report.ts'

const input = auditOf(sample('enterprise', 2026))
const first = createAuditor(input)
const meta = { unitId: 'u', orgName: '甲', submitNo: 1, today: input.today, sealedAt: '2027-03-10 09:00:00', appVersion: '0', reason: null, publicKey: '0'.repeat(64) }
const plan = { ...input, pack: loadedPack('annual-2026'), computed: first.computed(), findings: first.findings(), forms: first.forms(), meta }
const payload = JSON.stringify(payloadOf(plan, planSheets(plan)))

/** Visits every value of the payload once. */
function pass(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (value === null || typeof value !== 'object') return 1
  let n = 0
  if (Array.isArray(value)) for (const v of value) n += pass(v)
  else for (const k in value) n += k.length + pass((value as Record<string, unknown>)[k])
  return n
}

const auditor = createAuditor(input)
let kept = 0
function edit(item: string, texts: readonly [string, string]): (n: number) => void {
  const both = texts.map((text): FilingData => ({ ...input.data, values: { ...input.data.values, [item]: text } }))
  return (n) => {
    auditor.change(both[n % 2] as FilingData, [{ item, row: null }])
    kept += auditor.findings().length
  }
}
const cells: readonly (readonly [string, (n: number) => void])[] = [
  ['staff_female', edit('staff_female', ['33', '34'])], ['rev_testing', edit('rev_testing', ['3286.74', '3286.75'])],
  ['fe_assets', edit('fe_assets', ['5338.47', '5238.47'])], ['biz_addr', edit('biz_addr', ['甲路1号', '乙路2号'])],
  ['staff_total', edit('staff_total', ['83', '84'])],
]
const times = { twin: [] as number[], full: [] as number[], again: cells.map(() => [] as number[]) }
const timed = (work: () => void): number => {
  const from = performance.now()
  work()
  return performance.now() - from
}
for (let n = 0; n < 1500; n++) {
  times.twin.push(timed(() => { kept += pass(JSON.parse(payload)) }))
  times.full.push(timed(() => { kept += audit(input).length }))
  cells.forEach(([, work], i) => times.again[i]?.push(timed(() => work(n))))
}
const middle = (list: readonly number[]): number => list.slice(500).toSorted((a, b) => a - b)[500] ?? NaN
console.log(`payload ${payload.length} characters, kept ${kept > 0}`)
report('full audit / parse and one pass', middle(times.full), middle(times.twin), 5)
cells.forEach(([name], i) => report(`audit after ${name} / full audit`, middle(times.again[i] ?? []), middle(times.full), 0.1))
