import { basename } from 'node:path'
import type { IntakeProgress } from '../../core/contract/regulator/intake.ts'
import { problem } from '../../core/problem.ts'
import { problemSentence } from '../../core/text/problems.ts'
import { liveBatch } from '../handlers/regulator/intake/live.ts'
import { lineOf, type IntakeLine } from '../handlers/regulator/intake/line.ts'
import { intakeControl, intakeProgress, intakeStart } from '../handlers/regulator/intake/start.ts'
import type { Desk } from '../handlers/desk.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { filesAfter } from '../ledger/store/intakeFile.ts'
import { atLedger } from './ledger.ts'
import { refused, type Command, type Output, type Status } from './output.ts'

/** Takes in files, folders and archives: one line a file on standard output, how it gets on on standard error. */
export const intake: Command = async (given, output) => {
  if (given.files.length === 0) return refused(output, { code: 'usage', params: { what: 'intake 文件夹… --ledger 台账' } })
  return atLedger(given, output, async (desk, ledger) => {
    const adopts = ledger.info.pack === ''
    const started = await intakeStart(desk, { paths: [...given.files] })
    if (!started.ok) return refused(output, started.problem)
    const { batch } = started.value
    const stop = (): void => { output.say('停下……已收的不会重读，再运行一次接着收。'); void intakeControl(desk, { batch, do: 'stop' }) }
    process.once('SIGINT', stop)
    try { return await follow(desk, ledger, { batch, adopts }, output) } finally { process.removeListener('SIGINT', stop) }
  }, { make: true })
}

interface Of { readonly batch: number; readonly adopts: boolean }

/** Tells of every file as soon as it is recorded, until the batch has ended. */
async function follow(desk: Desk, ledger: Ledger, { batch, adopts }: Of, output: Output): Promise<Status> {
  const finished = liveBatch(desk, ledger, batch)?.finished ?? Promise.resolve(null)
  let ended = false
  void finished.then(() => { ended = true })
  let [last, good, told] = [0, true, '']
  for (;;) {
    const over = ended
    if (!over) await Promise.race([finished, new Promise((resolve) => { setTimeout(resolve, 500) })])
    for (let more = await filesAfter(ledger.sql, batch, last); more.length > 0; more = await filesAfter(ledger.sql, batch, last)) {
      last = more.at(-1)?.id ?? last
      for (const row of more) {
        const line = lineOf(row)
        good &&= isGood(line)
        output.answer(line, spokenLine(line))
      }
    }
    const progress = await intakeProgress(desk, { batch })
    const said = progress.ok && progress.value ? spokenProgress(progress.value) : ''
    if (said !== told) output.say(told = said)
    if (over) break
  }
  if (adopts && ledger.info.pack !== '') output.say(`台账采用了任务包 ${ledger.info.pack}，地区 ${ledger.info.region || '全国'}`)
  const failed = await finished
  return failed ? refused(output, failed) : good ? 0 : 2
}

const leftOut: ReadonlySet<string> = new Set((['intake-skipped', 'intake-register', 'intake-zip-empty'] as const).map((code) => problemSentence(problem(code))))
/** Sealed or resaved and in order; what is no file of ours and was only found beside them does not count. */
const isGood = ({ verdict, state, problem: said }: IntakeLine): boolean =>
  (said !== null && leftOut.has(said)) || ((verdict === 'sealed' || verdict === 'resaved') && ['in_review', 'accepted', 'returned', 'duplicate', 'superseded'].includes(state))

const spokenLine = (line: IntakeLine): string =>
  [basename(line.file), line.name ?? '', line.did, line.problem ?? '', line.errors === null ? '' : `强制性 ${line.errors}，核实性 ${line.warnings ?? 0}`].filter((text) => text !== '').join('　')

function spokenProgress({ done, total, speed, left, state, counts }: IntakeProgress): string {
  const rest = state === 'running' && left !== null ? `，约剩 ${left} 秒` : ''
  const faults = counts.altered + counts.damaged + counts.foreign + counts.unsealed + counts.quarantined
  return `${state === 'done' ? '收完' : state === 'stopped' ? '停在' : '已读'} ${done}/${total}，每秒 ${speed} 个${rest}；完好 ${counts.sealed + counts.resaved}，其他 ${faults}`
}
