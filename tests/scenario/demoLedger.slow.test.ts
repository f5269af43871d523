import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { demo } from '../../electron/cli/demo.ts'
import { nothingGiven, type Output } from '../../electron/cli/output.ts'
import { readSheets } from '../../electron/excel/readSheets.ts'
import { verifyWorkbook } from '../../electron/excel/verifyWorkbook.ts'
import { good } from '../support/desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Line { readonly unit: string; readonly fate: string; readonly files: readonly string[] }
async function makes(more: Partial<typeof nothingGiven>): Promise<{ status: number; lines: readonly Line[]; said: string }> {
  const lines: Line[] = []
  let said = ''
  const output: Output = { answer: (data) => { if ('fate' in (data as object)) lines.push(data as Line) }, say: (text) => { said += text } }
  return { status: await demo({ ...nothingGiven, files: ['ledger'], ...more }, output), lines, said }
}

it('writes a ledger of made-up submissions, the same bytes for the same seed', async () => {
  const first = await makes({ units: '120', seed: '一', out: join(folder, 'a') })
  await makes({ units: '120', seed: '一', out: join(folder, 'b') })
  const names = readdirSync(join(folder, 'a'))
  expect([first.status, first.lines.length, names.length]).toEqual([0, 120, first.lines.reduce((n, l) => n + l.files.length, 1)])
  for (const name of names) expect(readFileSync(join(folder, 'b', name)).equals(readFileSync(join(folder, 'a', name))), name).toBe(true)

  const verdict = (file: string): string | null => verifyWorkbook(new Uint8Array(readFileSync(join(folder, 'a', file))), file, () => 'known').verdict
  const expected: Readonly<Record<string, string>> = { altered: 'altered', damaged: 'damaged', foreign: 'foreign' }
  for (const { fate, files } of first.lines) for (const file of files) expect([fate, verdict(file)]).toEqual([fate, expected[fate] ?? 'sealed'])
  const fates = new Map(first.lines.map((l) => [l.fate, l]))
  expect([...fates.keys()]).toEqual(expect.arrayContaining(['plain', 'late', 'missing', 'altered', 'twice']))
  expect([fates.get('missing')?.files.length, fates.get('twice')?.files.length]).toEqual([0, 2])

  const [register] = good(readSheets(new Uint8Array(readFileSync(join(folder, 'a', 'register.xlsx')))))
  expect(register?.rows.length).toBe(1 + first.lines.filter((l) => l.fate !== 'stray').length)
}, 120_000)

it.each([{ units: '0', seed: 's', out: 'x' }, { units: 'ten', seed: 's', out: 'x' }, { units: '3', out: 'x' }, { units: '3', seed: 's' }])('%j is wrong use', async (more) => {
  const ran = await makes(more)
  expect([ran.status, ran.lines]).toEqual([64, []])
})

it('an unknown pack is refused, and nothing is written over', async () => {
  expect((await makes({ units: '1', seed: 's', out: join(folder, 'c'), pack: 'annual-1999' })).status).toBe(2)
  await makes({ units: '2', seed: '一', out: join(folder, 'd') })
  expect((await makes({ units: '2', seed: '一', out: join(folder, 'd') })).said).toMatch(/已有|同名|已经/)
})
