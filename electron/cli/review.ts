import { resolve } from 'node:path'
import type { QueueLine } from '../../core/contract/regulator/review.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { stateNames } from '../../core/review/states.ts'
import type { Desk } from '../handlers/desk.ts'
import { reviewAcceptClean, reviewClean } from '../handlers/regulator/review/clean.ts'
import { acceptOne } from '../handlers/regulator/review/accept.ts'
import { deciding } from '../handlers/regulator/review/decide.ts'
import { queueOf, withDifferences } from '../handlers/regulator/review/queue.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { atLedger } from './ledger.ts'
import { refused, spoken, type Command, type Given, type Output, type Status } from './output.ts'
import { returnUnit } from './reviewReturn.ts'

type Part = (given: Given, output: Output) => Promise<Status>

/** Review (审阅): list, accept UNIT…|--clean, return UNIT. */
export const review: Command = async (given, output) => {
  const [word = '', ...files] = given.files
  const parts: Readonly<Record<string, Part>> = { list, accept: given.clean ? acceptClean : accept, return: giveBack }
  const part = Object.hasOwn(parts, word) ? parts[word] : undefined
  return part ? part({ ...given, files }, output) : refused(output, { code: 'usage', params: { what: 'review list|accept 单位…|accept --clean|return 单位 --query "指标: 问题" --reason 原因 --due 日期 --out 文件夹' } })
}

const list: Part = async (given, output) => atLedger(given, output, async (desk, ledger) => {
  const queued = await queueOf(desk, ledger, ledger.info.year)
  const wanted = given.files.length === 0 ? queued : queued.filter(one => given.files.includes(one.row.unit_id))
  for (const line of await withDifferences(ledger, wanted)) output.answer(line, lineText(line))
  return 0
})

function lineText(line: QueueLine): string {
  const { queries } = line
  const asked = queries.draft + queries.sent + queries.answered + queries.closed
  const parts = [`第 ${line.submitNo} 次`, stateNames[line.state], `强制性 ${line.errors}`, `核实性 ${line.warnings}`, ...(asked > 0 ? [`查询 ${asked}（待答复 ${queries.sent}，已答复 ${queries.answered}）`] : []), ...line.why]
  return `${line.unit}　${line.name}　${parts.join('，')}`
}

/** The submission of a unit that waits for a decision. */
export async function waitingOf(desk: Desk, ledger: Ledger, unit: string): Promise<Result<QueueLine>> {
  const own = (await queueOf(desk, ledger, ledger.info.year)).filter(one => one.row.unit_id === unit)
  const waiting = own.find(one => one.group === 'in_review') ?? own[0]
  return waiting ? ok(waiting.line) : no(problem('review-none', { unit }))
}

const accept: Part = async (given, output) => {
  if (given.files.length === 0) return refused(output, { code: 'usage', params: { what: 'review accept 单位…|--clean [--reason 原因] [--out 回执的文件夹]' } })
  return atLedger(given, output, async (desk, ledger) => {
    let status: Status = 0
    for (const unit of given.files) {
      const done = await acceptUnit(desk, ledger, { unit, given })
      if (!done.ok) status = 2
      if (done.ok) output.answer(done.value, `${unit}　第 ${done.value.submitNo} 次　已接收${done.value.file === null ? '' : `　${done.value.file}`}`)
      else output.answer({ unit, state: null, problem: spoken(done.problem) }, `${unit}　${spoken(done.problem)}`)
    }
    return status
  })
}

async function acceptUnit(desk: Desk, ledger: Ledger, { unit, given }: { readonly unit: string; readonly given: Given }): Promise<Result<{ unit: string; submission: number; submitNo: number; state: 'accepted'; receipt: string; file: string | null }>> {
  const line = await waitingOf(desk, ledger, unit)
  if (!line.ok) return line
  const at = await deciding(desk, line.value.submission, ['in_review', 'received'])
  if (!at.ok) return at
  const file = await acceptOne(desk, at.value, { reason: given.reason ?? '', ...(given.out === null ? {} : { folder: resolve(given.out) }) })
  const { submission, submitNo, receipt } = line.value
  return file.ok ? ok({ unit, submission, submitNo, state: 'accepted', receipt, file: file.value }) : file
}

const acceptClean: Part = async (given, output) => {
  if (given.files.length > 0) return refused(output, { code: 'usage', params: { what: 'review accept --clean [--out 回执的文件夹]' } })
  return atLedger(given, output, async desk => {
    const preview = await reviewClean(desk)
    if (!preview.ok) return refused(output, preview.problem)
    const { ready, not } = preview.value
    if (ready.length > 0) {
      const done = await reviewAcceptClean(desk, { submissions: ready.map(line => line.submission), ...(given.out === null ? {} : { folder: resolve(given.out) }) })
      if (!done.ok) return refused(output, done.problem)
      output.say(`接收 ${done.value.accepted} 份，没有接收 ${not.length + done.value.not} 份${done.value.files > 0 ? `，回执 ${done.value.files} 份` : ''}`)
    } else output.say(`没有可以直接接收的报送件，${not.length} 份要看`)
    for (const line of ready) output.answer({ unit: line.unit, submission: line.submission, submitNo: line.submitNo, state: 'accepted', receipt: line.receipt }, `${line.unit}　${line.name}　第 ${line.submitNo} 次　已接收`)
    for (const { line, why } of not) output.answer({ unit: line.unit, submission: line.submission, submitNo: line.submitNo, state: line.state, why }, `${line.unit}　${line.name}　第 ${line.submitNo} 次　没有接收：${why}`)
    return not.length > 0 ? 2 : 0
  })
}

const giveBack: Part = async (given, output) => {
  const [unit] = given.files
  const { reason, due, out } = given
  if (unit === undefined || given.files.length !== 1 || reason === null || due === null || out === null) return refused(output, { code: 'usage', params: { what: 'review return 单位 [--query "指标: 问题"]… --reason 原因 --due 日期 --out 文件夹' } })
  return atLedger(given, output, async (desk, ledger) => {
    const line = await waitingOf(desk, ledger, unit)
    if (!line.ok) return refused(output, line.problem)
    const done = await returnUnit(desk, line.value.submission, { queries: given.query ?? [], reason, due, folder: resolve(out) })
    if (!done.ok) return refused(output, done.problem)
    output.answer({ unit, ...done.value }, `${unit}　第 ${line.value.submitNo} 次　已退回，查询 ${done.value.queries} 条　${done.value.file}`)
    return 0
  })
}
