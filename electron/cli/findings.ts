import type { Finding } from '../../core/audit/finding.ts'
import type { FilingData } from '../../core/filing/filing.ts'
import { lookup } from '../../core/pack/lookup.ts'
import type { Pack } from '../../core/pack/schema.ts'

/** A finding as the command line prints it (D10): rows by their key. */
export interface FindingLine {
  readonly rule: string
  readonly severity: Finding['severity']
  readonly row: string | null
  readonly cells: readonly { readonly form: string; readonly item: string; readonly row: string | null }[]
  readonly message: string
  readonly explanation: string | null
}

/** The findings of a filing with the row keys in place of row ids. */
export function findingLines(pack: Pack, data: FilingData, findings: readonly Finding[]): readonly FindingLine[] {
  const index = lookup(pack)
  const rowName = (item: string, row: number | null): string | null => {
    const table = row === null ? undefined : index.item(item)?.table
    return table ? (data.tables[table.key]?.find(r => r.id === row)?.cells[table.rowKey] ?? null) : null
  }
  return findings.map(f => ({
    rule: f.rule, severity: f.severity, row: f.rowKey,
    cells: f.cells.map(c => ({ form: c.form, item: c.item, row: rowName(c.item, c.row) })),
    message: f.message, explanation: f.explanation,
  }))
}

/** The findings as lines for people. */
export const findingText = (findings: readonly Finding[]): string =>
  findings.map(f => `  ${f.severity === 'error' ? '强制性' : '核实性'} ${f.detail}${f.rowKey === null ? '' : `（${f.rowKey}）`}${f.severity === 'warning' ? `　${f.explained ? '已说明' : '未说明'}` : ''}　${f.rule}`).join('\n')

/** One line over a list of findings. */
export function summary(findings: readonly Finding[]): string {
  const errors = findings.filter(f => f.severity === 'error').length
  const open = findings.filter(f => f.severity === 'warning' && !f.explained).length
  return `强制性 ${errors} 条，核实性 ${findings.length - errors} 条（未说明 ${open} 条）`
}
