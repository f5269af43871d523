import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Answer, Channel, Request } from '../../core/contract.ts'
import type { IntakeFile } from '../../core/contract/regulator/intake.ts'
import type { QueueLine, ReviewQuery, ReviewView } from '../../core/contract/regulator/review.ts'
import type { Problem } from '../../core/problem.ts'
import { startCalls, type Engine } from '../../electron/handlers/call.ts'
import type { Host } from '../../electron/handlers/host.ts'
import type { Ledger, Place } from '../../electron/ledger/ledger.ts'
import { good } from './desk.ts'

const seedsDir = resolve(import.meta.dirname, '../../seeds')

/** A reviewer at a desk of their own: the real handlers over a real ledger. */
export class Bureau {
  readonly folder = mkdtempSync(join(tmpdir(), 'jianbao-bureau-'))
  readonly out = join(this.folder, '退回单')
  readonly engine: Engine

  constructor(person = '示例审核员', more: Partial<Host> = {}) {
    this.engine = startCalls({
      now: () => new Date('2027-03-18T02:30:00Z'), osUser: person, appVersion: '0.1.0', seedsDir,
      dataDir: join(this.folder, 'data'), exportDir: '', pdf: null, ...more,
    })
  }

  leaves(): void {
    this.engine.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async makesLedger(place: Place): Promise<void> {
    await this.asks('ledger.create', { place, region: '', bureau: '示例区市场监督管理局', pack: 'annual-2026' })
  }

  async opensLedger(place: Place): Promise<void> {
    await this.asks('ledger.open', { place })
  }

  async ledger(): Promise<Ledger> {
    return good(await this.engine.desk.ledger())
  }

  async asks<C extends Channel>(channel: C, args: Request<C>): Promise<Answer<C>> {
    return good(await this.engine.call(channel, args))
  }

  async isRefused<C extends Channel>(channel: C, args: Request<C>): Promise<Problem> {
    const result = await this.engine.call(channel, args)
    if (result.ok) throw new Error(`${channel} was not refused`)
    return result.problem
  }

  /** Puts a unit into the register. */
  async expects(unit: string, name = '示例单位'): Promise<void> {
    await (await this.ledger()).sql.write(sql => sql.run(
      `insert into register_unit (unit_id, name, region, contact, phone, certs, forms, groups, risk, active, since) values (?, ?, '330114', '王芳', '0571-00000000', '[]', '[]', '[]', 'B', 1, '2027-01-01')`, [unit, name]))
  }

  /** Takes files, folders or archives in through the intake's own processes; gives what became of each file. */
  async takesAll(...paths: string[]): Promise<readonly IntakeFile[]> {
    const { batch } = await this.asks('intake.start', { paths })
    while ((await this.asks('intake.progress', { batch }))?.state !== 'done') await new Promise(done => setTimeout(done, 30))
    return (await this.asks('intake.files', { batch, verdict: null, list: 'all', state: null, search: '', offset: 0, limit: 5000 })).files
  }

  /** Takes one sealed workbook in. */
  async takes(path: string): Promise<{ readonly submission: number; readonly state: IntakeFile['state'] }> {
    const [file] = await this.takesAll(path)
    if (!file || file.submission === null) throw new Error(`not taken in: ${JSON.stringify(file)}`)
    return { submission: file.submission, state: file.state }
  }

  /** The queue as it is listed. */
  async queue(search = ''): Promise<readonly QueueLine[]> {
    return (await this.asks('review.queue', { search, state: 'all', offset: 0, limit: 500 })).lines
  }

  async opens(submission: number): Promise<ReviewView> {
    return this.asks('review.open', { submission })
  }

  /** Puts a query on a cell and gives it. */
  async puts(submission: number, item: string | null, text: string, row: number | null = null): Promise<ReviewQuery> {
    const view = await this.asks('review.query', { submission, item, row, text, due: '2027-03-25' })
    const query = view.queries.findLast(one => one.item === item && one.text === text)
    if (!query) throw new Error('the query is not there')
    return query
  }

  async returns(submission: number, reason: string): Promise<string> {
    return (await this.asks('review.return', { submission, reason, due: '2027-03-25', folder: this.out })).file
  }
}
