import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Answer, Channel, FilingView, Request, SealResult, Verification } from '../../core/contract.ts'
import type { Finding } from '../../core/audit/finding.ts'
import type { Problem } from '../../core/problem.ts'
import type { Result } from '../../core/result.ts'
import { startCalls, type Engine } from '../../electron/handlers/call.ts'
import { pickFiling, readObject } from '../../electron/handlers/filingObject.ts'
import { fillFiling } from '../../electron/handlers/fillObject.ts'
import type { Host } from '../../electron/handlers/host.ts'

type Kind = 'enterprise' | 'institution' | 'government'
const seedsDir = resolve(import.meta.dirname, '../../seeds')

/** The value of a call that must succeed. */
export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}

/** A sample unit's object of a year, as a file would hold it. */
export function sampleYear(kind: Kind, year: number): Record<string, unknown> & { values: Record<string, unknown>; today: string } {
  const unit = JSON.parse(readFileSync(join(seedsDir, 'demo', `${kind}.json`), 'utf8')) as { filings: { survey_year: number; values: Record<string, unknown>; today: string }[] }
  const found = unit.filings.find(f => f.survey_year === year)
  if (!found) throw new Error(`no ${year}`)
  return structuredClone(found)
}

/** A clerk at a desk of their own: the real handlers over a real work file in a temporary folder. */
export class Clerk {
  readonly folder: string
  readonly out: string
  engine: Engine
  unit = 0
  filing = 0
  private readonly more: Partial<Host>

  constructor(more: Partial<Host> = {}, folder = mkdtempSync(join(tmpdir(), 'jianbao-test-'))) {
    this.folder = folder
    this.out = join(folder, 'out')
    this.more = more
    this.engine = this.start()
  }

  private start(): Engine {
    return startCalls({
      now: () => new Date('2027-03-10T02:30:00Z'), osUser: 'zhou', appVersion: '0.1.0', seedsDir,
      dataDir: join(this.folder, 'data'), exportDir: '', pdf: null, ...this.more,
    })
  }

  /** Closes the application and opens it again. */
  restarts(): void {
    this.engine.close()
    this.engine = this.start()
  }

  leaves(): void {
    this.engine.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async asks<C extends Channel>(channel: C, args: Request<C>): Promise<Answer<C>> {
    return good(await this.engine.call(channel, args))
  }

  async isRefused<C extends Channel>(channel: C, args: Request<C>): Promise<Problem> {
    const result = await this.engine.call(channel, args)
    if (result.ok) throw new Error(`${channel} was not refused`)
    return result.problem
  }

  async startsUnit(pack = 'annual-2026'): Promise<void> {
    const added = await this.asks('unit.add', { name: '浙江澜序示例检测科技有限公司', uscc: '91330114MAY0A1K2XU', unitSeq: '00', pack })
    this.unit = added.unit
    this.filing = added.filing
  }

  async startsYear(pack: string): Promise<void> {
    this.filing = (await this.asks('filing.start', { unit: this.unit, pack })).filing
  }

  /** Fills everything a sample unit has for a year, on that year's day. */
  async fillsLike(kind: Kind, year: number): Promise<readonly Finding[]> {
    const object = sampleYear(kind, year)
    await this.asks('unit.today', { unit: this.unit, today: object.today })
    const read = good(readObject(this.engine.desk.packs, good(pickFiling(object))))
    return good(fillFiling(this.engine.desk, this.filing, read.filing))
  }

  /** A unit with last year sealed and this year filled and explained. */
  async fillsTwoYears(kind: Kind = 'enterprise'): Promise<void> {
    await this.startsUnit('annual-2025')
    await this.fillsLike(kind, 2025)
    await this.seals()
    await this.startsYear('annual-2026')
    await this.fillsLike(kind, 2026)
  }

  /** A unit that sealed, found a mistake, and sealed again: the two workbooks. */
  async sealsTwice(): Promise<readonly [string, string]> {
    await this.fillsTwoYears()
    const first = (await this.seals()).xlsx
    await this.reopens('女性人数填错')
    await this.types('staff_female', '20')
    return [first, (await this.seals()).xlsx]
  }

  async types(item: string, text: string, row: number | null = null): Promise<Answer<'filing.set'>> {
    return this.asks('filing.set', { filing: this.filing, cells: [{ item, row, text }] })
  }

  async explains(rule: string, text: string): Promise<Answer<'filing.explain'>> {
    const found = (await this.sees()).findings.find(f => f.rule === rule)
    if (!found) throw new Error(`no finding ${rule}`)
    return this.asks('filing.explain', { filing: this.filing, rule, row: found.row, item: found.item, text })
  }

  async sees(): Promise<FilingView> {
    return this.asks('filing.open', { filing: this.filing })
  }

  async rules(): Promise<readonly string[]> {
    return (await this.sees()).findings.map(f => f.rule)
  }

  async seals(): Promise<SealResult> {
    return this.asks('seal.run', { filing: this.filing, folder: this.out })
  }

  async reopens(reason: string): Promise<FilingView> {
    return this.asks('seal.reopen', { filing: this.filing, reason })
  }

  async verifies(...paths: string[]): Promise<readonly Verification[]> {
    return this.asks('verify.files', { paths })
  }
}
