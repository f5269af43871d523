import type { SealResult } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Desk } from '../handlers/desk.ts'
import { exportSubmission } from '../handlers/export.ts'
import { addSample, readSamples, type Sample } from '../handlers/samples.ts'
import { sealRun } from '../handlers/seal.ts'
import { demoLedger } from './demoLedger.ts'
import { demoSet, tell } from './demoSet.ts'
import { refused, type Command, type Status } from './output.ts'
import { atWorkbench } from './workbench.ts'

/** Fills the sample units through the engine and writes their sealed workbooks, two years each. */
export const demo: Command = async (given, output) => {
  if (given.files[0] === 'ledger') return demoLedger(given, output)
  if (given.set !== null) return demoSet(given, output)
  const folder = given.out
  if (folder === null || given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'demo --out 文件夹 [--today 日期]' } })
  return atWorkbench(given.today ?? '2027-03-10', async desk => {
    desk.turnTo('samples')
    const samples = readSamples(desk.host.seedsDir)
    if (!samples.ok) return refused(output, samples.problem)
    for (const sample of samples.value) {
      const written = await writeSample(desk, given.today === null ? sample : dated(sample, given.today), folder)
      if (!written.ok) return refused(output, written.problem)
      for (const one of written.value) tell(output, one)
    }
    return 0 satisfies Status
  })
}

async function writeSample(desk: Desk, sample: Sample, folder: string): Promise<Result<readonly SealResult[]>> {
  const added = addSample(desk, sample)
  if (!added.ok) return added
  const first = await exportSubmission(desk, { filing: added.value.before, submitNo: 1, folder })
  if (!first.ok) return first
  const second = await sealRun(desk, { filing: added.value.filing, folder })
  return second.ok ? ok([first.value, second.value]) : second
}

/** The newest year under another business date. */
function dated(sample: Sample, today: string): Sample {
  const newest = Math.max(...sample.filings.map(f => f.survey_year))
  return { ...sample, filings: sample.filings.map(f => (f.survey_year === newest ? { ...f, today } : f)) }
}
