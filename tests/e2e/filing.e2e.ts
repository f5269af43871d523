import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forget, launch, type Running } from './support/app.ts'
import { Clerk } from './support/clerk.ts'
import { formsOf, sampleYear } from './support/sample.ts'
import { readCells } from './support/workbook.ts'

const sample = sampleYear('enterprise', 2026)
const folder = mkdtempSync(join(tmpdir(), 'jianbao-out-'))
let running: Running
let clerk: Clerk

beforeAll(async () => {
  running = await launch()
  clerk = new Clerk(running.page)
}, 120_000)
afterAll(async () => {
  await running.stop()
  forget(running.dataDir)
  forget(folder)
})

/** Types every column of a repeating table, row after row. */
async function typeTable(key: string, columns: readonly string[]): Promise<void> {
  const rows = sample.tables[key] ?? []
  for (const row of rows) {
    const id = await clerk.addsRow()
    for (const column of columns) if (row[column] !== undefined) await clerk.types(`${column}@${id}`, row[column])
  }
}

describe('a newcomer fills the enterprise filing of 2026 and seals it', () => {
  it('sets up the unit', async () => {
    await clerk.addsUnit(sample.values.org_name ?? '', sample.values.uscc ?? '', sample.values.unit_seq ?? '')
    await clerk.tab('entry')
    expect(await clerk.shows('org_name')).toBe(sample.values.org_name)
  }, 60_000)

  it('types every form, repeating tables included, by keyboard', async () => {
    for (const form of formsOf('annual-2026')) {
      if (form.no === '201-2' || form.no === '201-3') continue
      await clerk.form(form.no)
      for (const key of form.items) {
        const text = sample.values[key]
        if (text !== undefined) await clerk.types(key, text)
      }
      for (const table of form.tables) {
        if ((sample.tables[table.key] ?? []).length === 0) continue
        await clerk.form(form.no, table.key)
        await typeTable(table.key, table.columns)
      }
    }
    await clerk.form('signoff')
    for (const key of ['unit_head', 'stat_head', 'filler', 'filler_tel', 'report_date']) await clerk.types(key, sample.values[key] ?? '')
    await clerk.settled()
    expect(await clerk.savedMark()).not.toBeNull()
  }, 600_000)

  it('has every value in the file, as typed', async () => {
    const data = await clerk.stored()
    for (const [key, text] of Object.entries(sample.values)) expect(`${key}=${data.values[key] ?? ''}`).toBe(`${key}=${text}`)
    for (const [key, rows] of Object.entries(sample.tables)) expect(data.tables[key]?.map((row) => row.cells)).toEqual(rows)
  })

  it('sees the soft findings, has boilerplate refused, explains each', async () => {
    const open = await clerk.findings()
    expect(open.filter((finding) => finding.severity === 'error' && finding.rule !== 'P015')).toEqual([])
    expect(open.filter((finding) => finding.severity === 'warning').length).toBeGreaterThan(0)
    await clerk.explainsAll('核实无误', (finding) => `第${finding.rule}条所指的情况是本年新增业务和设备更新所致，已与台账核对。`)
    expect((await clerk.findings()).filter((finding) => !finding.explained)).toEqual([])
  }, 180_000)

  it('seals, and holds a workbook and a PDF that say the same', async () => {
    const result = await clerk.seals(folder)
    expect(result.verdict).toBe('sealed')
    const files = readdirSync(folder).toSorted()
    const name = `${sample.values.org_name}_${sample.values.uscc}-00_2026_第1次`
    expect(files.some((file) => file === `${name}.xlsx`)).toBe(true)
    expect(files.some((file) => file.startsWith(name) && file.endsWith('.pdf'))).toBe(true)
    const pdf = readFileSync(join(folder, files.find((file) => file.endsWith('.pdf')) ?? ''))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const cells = readCells(join(folder, `${name}.xlsx`))
    for (const text of [sample.values.org_name, sample.values.legal_rep, sample.values.biz_addr, '检验检测业务状况']) expect(cells.texts).toContain(text)
    for (const figure of ['3286.74', '5328.47', '27310', '1628.4']) expect(cells.numbers).toContain(Number(figure))
    expect(cells.formulas).toBe(0)
  }, 180_000)

  it('finds the sealed filing read-only, reopens it with a reason, and is at number 2', async () => {
    await clerk.reopens('补报境外收入')
    expect((await clerk.view()).state).toBe('reopened')
    await clerk.tab('seal')
    await running.page.getByText('第 2 次报送').first().waitFor()
  }, 60_000)
})
