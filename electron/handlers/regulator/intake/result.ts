import { join } from 'node:path'
import type { Answer, Request } from '../../../../core/contract.ts'
import type { IntakeVerdict } from '../../../../core/contract/regulator/intake.ts'
import { stateNames } from '../../../../core/review/states.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { beijing } from '../../../clock.ts'
import { tableWorkbook, type PlainTable } from '../../../excel/plainTable.ts'
import { stage, writeNew } from '../../../files.ts'
import { batchRow } from '../../../ledger/store/intakeBatch.ts'
import { filesAfter, type ShownRow } from '../../../ledger/store/intakeFile.ts'
import type { Sql } from '../../../ledger/sql.ts'
import type { Desk } from '../../desk.ts'
import { lineOf } from './line.ts'
import { shownFile } from './shown.ts'

const verdictNames: Readonly<Record<IntakeVerdict, string>> = { sealed: '未改动', resaved: '另存过，值未变', altered: '值被改过', unsealed: '未封存的手填表', foreign: '不是检报的文件', damaged: '文件已损坏', quarantined: '已隔离' }
const trustNames: Readonly<Record<ShownRow['trust'], string>> = { known: '见过', 'first-seen': '首次', changed: '与以前不同', unknown: '' }
const head: PlainTable['head'] = [['文件', 40], ['判定', 16], ['状态', 14], ['机构', 32], ['单位代码', 24], ['年度', 8], ['次数', 6], ['强制性', 8], ['核实性', 8], ['改动', 8], ['密钥', 12], ['回执码', 14], ['处理', 24], ['原因', 50], ['怎么办', 50], ['路径', 60], ['SHA-256', 68]].map(([name, width]) => ({ name: String(name), width: Number(width) }))

/** Writes what became of every file of a batch: a workbook for people, and the same as NDJSON for programs. */
export async function intakeResult(desk: Desk, args: Request<'intake.result'>): Promise<Result<Answer<'intake.result'>>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const row = await batchRow(ledger.value.sql, args.batch)
  if (!row) return no(problem('not-found', { what: '这一批' }))
  const files = await allOf(ledger.value.sql, row.id)
  const name = `收件结果-${beijing(new Date(row.started_at)).slice(0, 10).replaceAll('-', '')}-${row.id}`
  const staged = stage(args.folder, tableWorkbook({ sheet: '收件结果', head, rows: files.map(cellsOf) }))
  if (!staged.ok) return staged
  const xlsx = staged.value.place(join(args.folder, `${name}.xlsx`))
  if (!xlsx.ok) return xlsx
  const json = writeNew(xlsx.value.replace(/\.xlsx$/, '.ndjson'), Buffer.from(files.map((file) => `${JSON.stringify(lineOf(file))}\n`).join('')))
  return json.ok ? ok({ xlsx: xlsx.value, json: json.value }) : json
}

async function allOf(sql: Sql, batch: number): Promise<readonly ShownRow[]> {
  const files: ShownRow[] = []
  for (;;) {
    const more = await filesAfter(sql, batch, files.at(-1)?.id ?? 0)
    if (more.length === 0) return files
    files.push(...more)
  }
}

function cellsOf(row: ShownRow): readonly string[] {
  const file = shownFile(row)
  const text = (value: number | string | null): string => (value === null ? '' : String(value))
  return [
    row.name, verdictNames[row.verdict], row.now === 'skipped' ? '跳过' : stateNames[row.now], text(row.org_name), text(row.unit_id), text(row.year), text(row.submit_no), text(row.errors), text(row.warnings),
    file.changed === 0 ? '' : String(file.changed), trustNames[row.trust], text(row.receipt), file.did, file.why, file.todo, row.path, row.sha256,
  ]
}
