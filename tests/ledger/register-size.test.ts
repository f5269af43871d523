import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { registerCells } from '../../electron/excel/guard.ts'
import { tableWorkbook } from '../../electron/excel/plainTable.ts'
import { readForeign } from '../../electron/foreignFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-register-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a register of more cells than a submission may have is read, from a workbook and from a CSV; other files of that size are not', () => {
  const heads = Array.from({ length: 11 }, (_, c) => `列${c}`)
  const rows = Array.from({ length: 27_500 }, (_, r) => heads.map((_head, c) => `示例${r % 97}-${c}`))
  const files = { 'a.xlsx': tableWorkbook({ sheet: '名录', head: heads.map(name => ({ name, width: 10 })), rows }), 'a.csv': Buffer.from([heads, ...rows].map(row => row.join(',')).join('\r\n')) }
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const read = readForeign(path, registerCells)
    expect(read.ok && read.value.sheets[0]?.rows.length).toBe(27_501)
    expect(readForeign(path)).toMatchObject({ ok: false, problem: { code: 'xlsx-too-many-cells', params: { limit: 300_000 } } })
  }
})
