import { join } from 'node:path'
import type { SealResult } from '../../core/contract.ts'
import { problem } from '../../core/problem.ts'
import { no, type Result } from '../../core/result.ts'
import { tableWorkbook } from '../excel/plainTable.ts'
import { writeNew } from '../files.ts'
import type { Desk } from '../handlers/desk.ts'
import { readSampleSet, type Registered } from '../handlers/sampleSet.ts'
import { startSample, type Sample } from '../handlers/samples.ts'
import { sealRun } from '../handlers/seal.ts'
import { refused, type Command, type Output, type Status } from './output.ts'
import { atWorkbench, seedsDir } from './workbench.ts'

/** Fills and seals a sample set through the engine; writes its workbooks and `register.xlsx`, the same bytes every time. */
export const demoSet: Command = async (given, output) => {
  const { out, set } = given
  if (out === null || set === null || given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'demo --set 示例 --out 文件夹 [--today 日期]' } })
  const read = readSampleSet(seedsDir, set)
  if (!read.ok) return refused(output, read.problem)
  for (const unit of read.value.units) {
    const written = await writeUnit(unit, { today: given.today, folder: out })
    if (!written.ok) return refused(output, written.problem)
    tell(output, written.value)
  }
  return tellRegister(writeRegister(out, read.value.register), output)
}

/** Each unit has a work file of its own, as at its own PC. */
function writeUnit(unit: Sample, at: { readonly today: string | null; readonly folder: string }): Promise<Result<SealResult>> {
  const [year] = unit.filings
  if (!year) return Promise.resolve(no(problem('filing-shape', { what: unit.unit_id })))
  const today = at.today ?? year.today
  return atWorkbench(today, async (desk: Desk) => {
    desk.turnTo('samples')
    const started = startSample(desk, { values: year.values, year: { ...year, today } })
    return started.ok ? sealRun(desk, { filing: started.value.filing, folder: at.folder }) : started
  })
}

const columns: readonly (readonly [string, number, (unit: Registered) => string])[] = [
  ['统一社会信用代码', 22, u => u.uscc], ['单位序号', 10, u => u.unit_seq], ['机构名称', 36, u => u.name], ['区县代码', 10, u => u.region],
  ['联系人', 10, u => u.contact], ['电话', 16, u => u.phone], ['证书编号', 30, u => u.certs.join('、')], ['应报表', 34, u => u.forms.join('、')],
  ['分组', 14, u => u.groups.join('、')], ['风险类别', 10, u => u.risk],
]

/** The register (名录) as the workbook a bureau would keep, beside the submissions. */
export function writeRegister(folder: string, units: readonly Registered[]): Result<string> {
  const rows = units.map(unit => columns.map(([, , cell]) => cell(unit)))
  return writeNew(join(folder, 'register.xlsx'), tableWorkbook({ sheet: '名录', head: columns.map(([name, width]) => ({ name, width })), rows }))
}

/** Says where the register is. */
export function tellRegister(written: Result<string>, output: Output): Status {
  if (!written.ok) return refused(output, written.problem)
  output.answer({ file: written.value, register: true }, `${written.value}　名录`)
  return 0
}

/** Says what was sealed. */
export function tell(output: Output, sealed: SealResult): void {
  const { verification: v } = sealed
  output.answer(
    { file: sealed.xlsx, verdict: v.verdict, unit: v.unit, pack: v.pack, submitNo: sealed.submitNo, receipt: sealed.receipt, digest: sealed.digest, signer: sealed.signer },
    `${sealed.xlsx}　回执码 ${sealed.receipt}`,
  )
}
