import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { lookup } from '../../core/pack/lookup.ts'
import { readParts } from '../../electron/excel/plainZip.ts'
import { writeDiagnostics } from '../../electron/handlers/diagnostics.ts'
import { Clerk, good, sampleYear } from '../support/desk.ts'
import { Bureau } from '../support/intakeDesk.ts'

let bureau: Bureau
let clerk: Clerk
beforeEach(() => { bureau = new Bureau(); clerk = new Clerk() })
afterEach(() => { bureau.leaves(); clerk.leaves() })

/** Every text of a value, however deep; numbers too. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn)
  return value === null || typeof value === 'boolean' || value === '' ? [] : [String(value)]
}

/** Every text that stands in a ledger, table by table. */
async function everythingOf(desk: Bureau): Promise<readonly string[]> {
  const { sql } = good(await desk.engine.desk.ledger())
  const tables = (await sql.all<{ name: string }>(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`, [])).map(row => row.name)
  const rows = await Promise.all(tables.map(name => sql.all<Record<string, unknown>>(`select * from "${name}"`, [])))
  return rows.flat().flatMap(row => Object.values(row).flatMap(value => (typeof value === 'string' && value.startsWith('{') ? textsIn(JSON.parse(value) as unknown) : typeof value === 'string' ? [value] : [])))
}

/** What may stand in the archive although a filing holds it too: the words of the program, its packs and settings, times and small numbers. */
function isOwn(text: string, own: ReadonlySet<string>): boolean {
  return own.has(text) || text.length < 4 || /^\d{4}(-\d\d(-\d\d.*)?)?$/.test(text) || /^[0.]+$/.test(text) || /^[a-z_.-]{1,24}$/.test(text)
}

it('of a regulator holds nothing of a register, of submissions, of a reviewer or of a key, nor of the unit it came from', async () => {
  await bureau.opens({ units: 3 })
  await clerk.startsUnit()
  await clerk.fillsLike('enterprise', 2026)
  await clerk.seals()
  const sealed = await clerk.asks('seal.export', { filing: clerk.filing, submitNo: 1, folder: clerk.out })
  bureau.gets('澜序示例报送.xlsx', readFileSync(sealed.xlsx))
  for (const n of [1, 2, 3]) bureau.gets(`第${n}家示例.xlsx`, { n, values: { tel: `0571-8800123${n}` } })
  const done = await bureau.takesIn()
  expect(done.total).toBe(4)
  await bureau.asks('register.issue', { units: 'all', folder: join(bureau.folder, '任务书') })
  bureau.engine.desk.log.write('intake.start', new Error(`坏文件 ${join(bureau.inbox, '澜序示例报送.xlsx')} 91330114MAY0A1K2XU`))
  const path = join(bureau.folder, '诊断.zip')
  const parts = readParts(readFileSync(good(await writeDiagnostics(bureau.engine.desk, path)).path))
  const all = [...parts.values()].join('\n')
  const packs = bureau.engine.desk.packs.ids().map(id => good(bureau.engine.desk.packs.get(id)))
  const own = new Set(packs.flatMap(({ pack, digest }) => [pack.id, pack.version, pack.title, digest, ...lookup(pack).forms.map(form => form.no)]))
  const year = sampleYear('enterprise', 2026)
  const secret = [...new Set([...textsIn(year.values), ...textsIn(year['explanations']), ...(await everythingOf(bureau)), '示例审核员', '澜序示例报送', bureau.folder, '91330114MAY0A1K2XU', '330114'])].filter(text => !isOwn(text, own))
  expect(secret.length).toBeGreaterThan(150)
  const found = (text: string): readonly string[] => secret.filter(word => text.includes(word))
  expect(found(all)).toEqual([])
  // It would be found.
  expect(found(`${all}示例审核员`)).toEqual(['示例审核员'])
  const facts = z.looseObject({ ledger: z.string() }).parse(JSON.parse(parts.get('版本.json') ?? '{}'))
  expect(facts.ledger).toBe('file')
}, 120_000)
