import type { CellRef, FilingData } from '../filing/filing.ts'
import type { Pack } from '../pack/schema.ts'
import type { Finding } from './finding.ts'

/** A filing with its findings, as the window and the engine hold it; `lacking` is how many required cells are blank. */
export interface Audited {
  readonly pack: Pick<Pack, 'signoff'>
  readonly data: FilingData
  readonly computed: Readonly<Record<string, string | null>>
  readonly findings: readonly Finding[]
  readonly lacking: number
}
/** What a filing's findings still ask for. Every screen counts by this. */
export interface OpenFindings {
  /** To be corrected. */
  readonly stop: readonly Finding[]
  /** Only repeat what is still missing before the sealing: blank required cells, and the sign-off. */
  readonly missing: readonly Finding[]
  readonly verify: readonly Finding[]
  readonly explained: readonly Finding[]
}
/** How many of each. */
export interface OpenCounts { readonly stop: number; readonly missing: number; readonly verify: number; readonly explained: number }

/** Sorts the findings by what they ask for; an error without a cell only counts unexplained ones and goes with them. */
export function openFindings({ pack, data, computed, findings, lacking }: Audited): OpenFindings {
  const fields = new Set(pack.signoff.map((item) => item.key))
  const warnings = findings.filter((one) => one.severity === 'warning')
  const verify = warnings.filter((one) => !one.explained)
  const errors = findings.filter((one) => one.severity === 'error' && (verify.length === 0 || one.cells.length > 0))
  const ofSignoff = ({ cells }: Finding): boolean => cells.length > 0 && cells.every((cell) => fields.has(cell.item))
  const isMissing = (one: Finding): boolean => ofSignoff(one) || (lacking > 0 && onlyBlank({ data, computed }, one))
  return { stop: errors.filter((one) => !isMissing(one)), missing: errors.filter(isMissing), verify, explained: warnings.filter((one) => one.explained) }
}

/** How many findings of each kind are open. */
export function openCounts(audited: Audited): OpenCounts {
  const { stop, missing, verify, explained } = openFindings(audited)
  return { stop: stop.length, missing: missing.length, verify: verify.length, explained: explained.length }
}

/** How many required cells of the forms that apply are blank. */
export const lackingIn = (forms: readonly { readonly applies: boolean; readonly filled: number; readonly required: number }[]): number =>
  forms.reduce((sum, form) => sum + (form.applies ? form.required - form.filled : 0), 0)

/** An error that only says that something required is still blank: all its cells, or some field of the sign-off. */
export function onlyBlank(filing: Pick<Audited, 'data' | 'computed'>, finding: Finding): boolean {
  if (finding.severity !== 'error' || finding.cells.length === 0) return false
  const blank = (cell: CellRef): boolean => textAt(filing, cell).trim() === ''
  return finding.cells[0]?.form === 'signoff' ? finding.cells.some(blank) : finding.cells.every(blank)
}

function textAt({ data, computed }: Pick<Audited, 'data' | 'computed'>, { item, row }: CellRef): string {
  if (row === null) return data.values[item] ?? computed[item] ?? ''
  for (const rows of Object.values(data.tables)) {
    const found = rows.find((one) => one.id === row)
    if (found && item in found.cells) return found.cells[item] ?? ''
  }
  return ''
}
