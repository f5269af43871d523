import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemSentence } from '../../core/text/problems.ts'
import { nodeReaders } from '../../electron/reader/nodeFork.ts'
import type { FileRead } from '../../electron/reader/messages.ts'
import { openPool, usualPool, type Pool, type PoolSettings } from '../../electron/reader/pool.ts'
import { zipOf } from '../../electron/excel/zip.ts'
import { good } from '../support/desk.ts'
import { sealedUnit } from '../support/submissions.ts'
import { book, part, sheet } from './files.ts'
import { hostileCases, overlappingMembers, richSheet } from './cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'hostile-pool-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const put = (bytes: Uint8Array, name = `${files++}.xlsx`): string => { const path = join(folder, name); writeFileSync(path, bytes); return path }
const usual = usualPool(resolve(import.meta.dirname, '../../seeds'), '', () => new Date())
const open = (more: Partial<PoolSettings> = {}): Pool => openPool(nodeReaders, { ...usual, readers: 2, ...more })
const ask = (path: string) => ({ path, member: null, named: false, known: [] })
/** What a person is told of a file. */
const told = (read: FileRead): string => (read.kind === 'read' ? (read.verification.verdict ?? 'quarantined') : read.kind)

describe('every hostile file, through reader processes', () => {
  let pool: Pool
  const sound = put(sealedUnit({ n: 1 }).bytes, 'sound.xlsx')
  beforeAll(() => { pool = open() })
  afterAll(() => { pool.close() })

  it('is refused with a sentence or left out, within its bounds, and the batch goes on', { timeout: 240_000 }, async () => {
    const asked = hostileCases.map(async ([name, make]) => {
      const read = good(await pool.read(ask(put(make()))))
      expect(['foreign', 'damaged', 'quarantined', 'skipped'], name).toContain(told(read))
      if (read.kind === 'quarantined' || read.kind === 'skipped') expect(problemSentence(read.problem), name).toMatch(/。$/)
      if (read.kind === 'read' && read.verification.verdict !== 'foreign') expect(read.verification.problem, name).toMatch(/。$/)
      return read
    })
    const all = await Promise.all(asked)
    expect(all.some((read) => read.kind === 'quarantined' && ['intake-crash', 'xlsx-timeout', 'intake-memory'].includes(read.problem.code))).toBe(false)
    expect(told(good(await pool.read(ask(sound))))).toBe('sealed')
    for (const bytes of pool.memory()) expect(bytes ?? 0).toBeLessThan(900 * (1 << 20))
  })
  it('as a member of an archive too', { timeout: 60_000 }, async () => {
    const path = put(zipOf([part('a.xlsx', book(part('xl/worksheets/sheet1.xml', Buffer.alloc(8 << 20, 'a')))), part('../../b.xlsx', sealedUnit({ n: 2 }).bytes), part('bomb.xlsx', Buffer.alloc(8 << 20, 'a'))]), 'x.zip')
    const list = good(await pool.read(ask(path)))
    if (list.kind !== 'members') throw new Error(list.kind)
    const seen = await Promise.all(list.members.map(async (member) => [member.name, told(good(await pool.read({ ...ask(path), member })))]))
    expect(seen).toEqual([['a.xlsx', 'quarantined'], ['../../b.xlsx', 'sealed'], ['bomb.xlsx', 'quarantined']])
  })
  it('an archive of overlapping members is put aside', async () => {
    const read = good(await pool.read(ask(put(overlappingMembers(), 'overlap.zip'))))
    expect(read).toMatchObject({ kind: 'quarantined', problem: { code: 'xlsx-overlap' } })
  })
})

describe('a file that takes too much', () => {
  const heavy = put(richSheet(200_000), 'heavy.xlsx')
  const light = put(book(sheet('<row r="1"><c r="A1"><v>1</v></c></row>')), 'light.xlsx')

  it('of time is put aside; the others are read by another process', { timeout: 60_000 }, async () => {
    const pool = open({ readers: 1, seconds: 0.6 })
    const [slow, after, more] = await Promise.all([pool.read(ask(heavy)), pool.read(ask(light)), pool.read(ask(light))])
    expect(slow).toMatchObject({ ok: true, value: { kind: 'quarantined', problem: { code: 'xlsx-timeout' } } })
    expect([told(good(after)), told(good(more))]).toEqual(['foreign', 'foreign'])
    if (slow.ok && slow.value.kind === 'quarantined') expect(slow.value.sha256).toMatch(/^[0-9a-f]{64}$/)
    pool.close()
  })
  it('of memory is put aside', { timeout: 60_000 }, async () => {
    const pool = open({ readers: 1, megabytes: 190 })
    expect(told(good(await pool.read(ask(light))))).toBe('foreign')
    expect(await pool.read(ask(heavy))).toMatchObject({ ok: true, value: { kind: 'quarantined', problem: { code: 'intake-memory' } } })
    pool.close()
  })
  it('of the heap ends its process and is put aside', { timeout: 60_000 }, async () => {
    const pool = open({ readers: 1, heapMb: 40 })
    expect(await pool.read(ask(heavy))).toMatchObject({ ok: true, value: { kind: 'quarantined', problem: { code: 'intake-crash' } } })
    expect(told(good(await pool.read(ask(light))))).toBe('foreign')
    pool.close()
  })
  it('whose process is ended from outside is put aside', { timeout: 60_000 }, async () => {
    const pids: (() => void)[] = []
    const pool = openPool((on, heap) => { const one = nodeReaders(on, heap); pids.push(one.kill); return one }, { ...usual, readers: 1 })
    await pool.read(ask(light))
    const read = pool.read(ask(heavy))
    setTimeout(() => pids[0]?.(), 15)
    expect(await read).toMatchObject({ ok: true, value: { kind: 'quarantined', problem: { code: 'intake-crash' } } })
    pool.close()
  })
  it('a reader that cannot start is said once, and nothing waits for ever', { timeout: 60_000 }, async () => {
    const pool = openPool(({ ended }) => { setTimeout(ended, 5); return { send: () => undefined, kill: () => undefined, memory: () => null } }, usual)
    const all = await Promise.all([1, 2, 3].map(() => pool.read(ask(light))))
    expect(all.every((one) => !one.ok && one.problem.code === 'intake-readers')).toBe(true)
    pool.close()
  })
})
