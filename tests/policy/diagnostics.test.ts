import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readParts } from '../../electron/excel/plainZip.ts'
import { logOf } from '../../electron/handlers/diagnostics.ts'
import { openLog } from '../../electron/log.ts'
import { Clerk, good, sampleYear } from '../support/desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-diagnostics-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const now = (): Date => new Date('2027-03-10T02:30:00Z')

/** Every text and number of an object that can be told from a version or a time: three characters and more. */
function valuesIn(data: unknown): readonly string[] {
  if (Array.isArray(data)) return data.flatMap(valuesIn)
  if (typeof data === 'object' && data !== null) return Object.values(data).flatMap(valuesIn)
  const text = String(data)
  return data === null || typeof data === 'boolean' || (/^[\d.-]+$/.test(text) ? text.length < 5 : text.length < 3) ? [] : [text]
}

describe('the diagnostics archive', () => {
  it('holds no value of a filing, a register or a ledger', async () => {
    const year = sampleYear('enterprise', 2026)
    const clerk = new Clerk()
    const { engine } = clerk
    await clerk.startsUnit()
    await clerk.fillsLike('enterprise', 2026)
    good(await engine.call('app.settings', { userName: '示例填报人周某', exportFolder: join(folder, '示例检测导出') }))
    good(await engine.call('ledger.create', { place: { path: join(folder, '示例区二〇二七.ledger') }, region: '500106', bureau: '示例区市场监督管理局', pack: 'annual-2026' }))
    engine.desk.log.write('filing.set', new Error(`值 ${String(year.values['org_name'])}\n    at 13800000000 (91500106MA5U0C0L3T)`))
    const { path, parts } = good(await engine.call('about.diagnostics', { path: join(folder, '诊断.zip') }))
    expect(parts).toEqual(['说明.txt', '版本.json', '设置.json', '策略.json', '检查.json', '用时.json', '日志.txt'])
    const all = [...readParts(readFileSync(path)).values()].join('\n')
    const secret = [...valuesIn(year.values), ...valuesIn(year['explanations']), '示例填报人周某', '示例检测导出', '示例区二〇二七', '示例区市场监督管理局', '13800000000', '91500106MA5U0C0L3T', clerk.folder, folder]
    expect(secret.length).toBeGreaterThan(60)
    expect(secret.filter((value) => !KNOWN.has(value) && all.includes(value))).toEqual([])
    expect(all).toContain('filing.set: Error')
    expect(JSON.parse(readParts(readFileSync(path)).get('检查.json') ?? '')).toMatchObject({ problem: null, soundness: { faults: 0 } })
    clerk.leaves()
    rmSync(clerk.folder, { recursive: true, force: true })
  }, 60_000)

  it('makes no work file where there is none, and writes over nothing', async () => {
    const clerk = new Clerk()
    const target = join(folder, 'empty.zip')
    good(await clerk.engine.call('about.diagnostics', { path: target }))
    expect(existsSync(join(clerk.folder, 'data', '检报数据.jianbao'))).toBe(false)
    const again = good(await clerk.engine.call('about.diagnostics', { path: target }))
    expect(again.path).not.toBe(target)
    clerk.leaves()
  })
})

/** Words of the sample that are also the program's own: the year's pack, the survey's day. */
const KNOWN = new Set(['annual-2026', '2026'])

describe('the log', () => {
  it('keeps what an error is and where, never what it says', () => {
    const data = mkdtempSync(join(folder, 'log-'))
    const log = openLog(data, now)
    const failure = Object.assign(new RangeError('营业收入 1218.30\n    at 示例 (x:1)\n    at 88888888 (y:1)'), { code: 'E 秘密' })
    const ref = log.write('seal.run', failure)
    const text = readFileSync(join(data, 'jianbao.log'), 'utf8')
    expect(text).toContain(`${ref} seal.run: RangeError`)
    expect(text).toMatch(/\n\s+at .*diagnostics\.test\.ts/)
    expect(text).not.toMatch(/1218|示例|88888888|秘密/)
    expect(logOf(data)).toContain(ref)
  })

  it('of which only the program’s own lines are taken along', async () => {
    const data = mkdtempSync(join(folder, 'log-'))
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(data, 'jianbao.log'), '示例检测有限公司 1218.30\n2027-03-10T02:30:00.000Z ABCDEF app.state: Error\n  at f (/opt/x.js:1:2)\n{"uscc":"91500106MA5U0C0L3T"}\n')
    expect(logOf(data)).toBe('2027-03-10T02:30:00.000Z ABCDEF app.state: Error\n  at f (/opt/x.js:1:2)')
  })
})
