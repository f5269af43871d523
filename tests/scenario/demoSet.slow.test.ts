import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { demoSet } from '../../electron/cli/demoSet.ts'
import { nothingGiven, type Given, type Output } from '../../electron/cli/output.ts'
import { readSheets } from '../../electron/excel/readSheets.ts'
import { good } from '../support/desk.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'jianbao-set-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const given = (more: Partial<Given>): Given => ({ ...nothingGiven, ...more })

async function makes(out: string, set = 'shapingba-2023'): Promise<{ status: number; answers: Record<string, unknown>[]; said: string[] }> {
  const answers: Record<string, unknown>[] = []
  const said: string[] = []
  const output: Output = { answer: data => { answers.push(data as Record<string, unknown>) }, say: text => { said.push(text) } }
  return { status: await demoSet(given({ out, set }), output), answers, said }
}

it('26 sealed workbooks and their register, the same bytes every time', async () => {
  const one = join(folder, 'one')
  const first = await makes(one)
  expect([first.status, first.said]).toEqual([0, []])
  expect(first.answers.filter(a => a.verdict === 'sealed' && a.pack === 'annual-2023@1.0' && a.submitNo === 1)).toHaveLength(26)
  expect((await makes(join(folder, 'two'))).status).toBe(0)
  const names = readdirSync(one)
  expect(names).toHaveLength(27)
  for (const name of names) expect(readFileSync(join(folder, 'two', name)).equals(readFileSync(join(one, name))), name).toBe(true)
  const [sheet] = good(readSheets(new Uint8Array(readFileSync(join(one, 'register.xlsx')))))
  const rows = (sheet?.rows ?? []).map(({ cells }) => [...cells.values()].map(cell => cell.text))
  expect(rows[0]).toEqual(['统一社会信用代码', '单位序号', '机构名称', '区县代码', '联系人', '电话', '证书编号', '应报表', '分组', '风险类别'])
  expect(rows).toHaveLength(27)
  expect(new Set(rows.slice(1).map(row => `${row[0]}-${row[1]}`))).toEqual(new Set(first.answers.flatMap(a => (a.unit === undefined ? [] : [a.unit]))))
})

it('an unknown set is named with those there are', async () => {
  const refusedSet = await makes(join(folder, 'x'), 'nowhere')
  expect([refusedSet.status, refusedSet.answers]).toEqual([64, []])
  expect(refusedSet.said.join()).toMatch(/nowhere.*shapingba-2023/)
})
