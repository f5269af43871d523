import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Answer, Channel, Request } from '../../core/contract.ts'
import type { IntakeFile, IntakeProgress } from '../../core/contract/regulator/intake.ts'
import type { Problem } from '../../core/problem.ts'
import { startCalls, type Engine } from '../../electron/handlers/call.ts'
import type { Host } from '../../electron/handlers/host.ts'
import { liveBatch } from '../../electron/handlers/regulator/intake/live.ts'
import type { Place } from '../../electron/ledger/ledger.ts'
import { good } from './desk.ts'
import { nameOf, sealedUnit, unitOf, usccOf, type UnitSays } from './submissions.ts'

const seedsDir = resolve(import.meta.dirname, '../../seeds')

/** A reviewer at a desk: the real handlers, real reader processes, a real ledger, an inbox of real files. */
export class Bureau {
  readonly folder = mkdtempSync(join(tmpdir(), 'jianbao-bureau-'))
  readonly inbox = join(this.folder, '报送')
  readonly place: Place
  engine: Engine
  private readonly more: Partial<Host>

  constructor(place: Place | null = null, more: Partial<Host> = {}) {
    this.place = place ?? { path: join(this.folder, 'a.ledger') }
    this.more = more
    mkdirSync(this.inbox)
    this.engine = this.starts()
  }

  private starts(): Engine {
    return startCalls({ now: () => new Date('2027-03-18T02:30:00Z'), osUser: '示例审核员', appVersion: '0.1.0', seedsDir, dataDir: join(this.folder, 'data'), exportDir: '', pdf: null, ...this.more })
  }

  /** Makes the ledger of a year and region; the register holds units 1 to `units`, all in the sample's region. */
  async opens({ units = 20, pack = 'annual-2026', region = '3301' }: { units?: number; pack?: string; region?: string } = {}): Promise<this> {
    await this.asks('ledger.create', { place: this.place, region, bureau: '示例区市场监督管理局', pack })
    const lines = Array.from({ length: units }, (_, i) => `${usccOf(i + 1)},00,${nameOf(i + 1)},330114`)
    await this.registers(lines)
    return this
  }

  async registers(lines: readonly string[]): Promise<void> {
    const path = join(this.folder, 'register.csv')
    writeFileSync(path, ['统一社会信用代码,单位序号,机构名称,区县代码', ...lines].join('\r\n'))
    await this.asks('register.import', { path, effective: '2027-01-01', reason: '年度名录' })
  }

  /** Puts a file into the inbox. */
  gets(name: string, bytes: Uint8Array | UnitSays): string {
    const path = join(this.inbox, name)
    mkdirSync(resolve(path, '..'), { recursive: true })
    writeFileSync(path, bytes instanceof Uint8Array ? bytes : sealedUnit(bytes).bytes)
    return path
  }

  /** Takes in what the inbox holds and waits for the end. */
  async takesIn(...paths: string[]): Promise<IntakeProgress> {
    const { batch } = await this.asks('intake.start', { paths: paths.length > 0 ? paths : [this.inbox] })
    return this.waits(batch)
  }

  async waits(batch: number): Promise<IntakeProgress> {
    await liveBatch(this.engine.desk, good(await this.engine.desk.ledger()), batch)?.finished
    const progress = await this.asks('intake.progress', { batch })
    if (!progress) throw new Error('no batch')
    return progress
  }

  async files(batch: number | null = null): Promise<ReadonlyMap<string, IntakeFile>> {
    const { files } = await this.asks('intake.files', { batch, verdict: null, list: 'all', state: null, search: '', offset: 0, limit: 5000 })
    return new Map(files.map((file) => [file.file, file]))
  }

  /** Verdict and state of each file of a batch, by name. */
  async stands(batch: number): Promise<Readonly<Record<string, string>>> {
    return Object.fromEntries([...await this.files(batch)].map(([name, file]) => [name, `${file.verdict} ${file.state}`]))
  }

  async accepts(...submissions: readonly (number | null | undefined)[]): Promise<void> {
    for (const submission of submissions) await this.asks('review.accept', { submission: submission ?? 0, reason: '' })
  }

  async asks<C extends Channel>(channel: C, args: Request<C>): Promise<Answer<C>> {
    return good(await this.engine.call(channel, args))
  }
  async isRefused<C extends Channel>(channel: C, args: Request<C>): Promise<Problem> {
    const result = await this.engine.call(channel, args)
    if (result.ok) throw new Error(`${channel} was not refused`)
    return result.problem
  }

  unit = unitOf

  restarts(): void {
    this.engine.close()
    this.engine = this.starts()
  }
  leaves(): void {
    this.engine.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
