import type { Finding } from '../../core/audit/finding.ts'
import { lackingIn, onlyBlank, openFindings, type OpenFindings } from '../../core/audit/open.ts'
import type { FilingView } from '../../core/contract.ts'
import type { Pack } from '../../core/pack/schema.ts'
import { catalogOf } from '../store/catalog.ts'
import { cellId } from '../store/cellId.ts'

/** What a finding asks for. */
export type Kind = 'stop' | 'verify' | 'explained'

/** The kind of a finding, from its severity and its explanation. */
export const kindOf = (finding: Finding): Kind => (finding.severity === 'error' ? 'stop' : finding.explained ? 'explained' : 'verify')

/** One name for a finding, the same before and after it is explained. */
export const findingKey = (finding: Finding): string => `${finding.rule}/${finding.item ?? ''}/${finding.row ?? ''}`

/** A finding that only says that something required is still blank: all its cells, or some field of the sign-off. */
export const isBlankFinding = (view: FilingView, finding: Finding): boolean => onlyBlank(view, finding)

/** What the open filing's findings still ask for, as every screen counts it. */
export const openOf = (view: FilingView): OpenFindings => openFindings({ ...view, lacking: lackingIn(view.forms) })

/** A finding without a cell only counts other findings; it is left out while those are still listed. */
const withoutMeta = (findings: readonly Finding[]): readonly Finding[] =>
  findings.some((f) => kindOf(f) === 'verify') ? findings.filter((f) => f.cells.length > 0 || f.severity === 'warning') : findings

/** The findings that are shown: a blank required cell counts only after the audit was asked for. */
export const shownFindings = (view: FilingView, audited: boolean): readonly Finding[] =>
  withoutMeta(view.findings).filter((finding) => audited || !isBlankFinding(view, finding))

const rank: Readonly<Record<Kind, number>> = { stop: 0, verify: 1, explained: 2 }
/** The worst first. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] => [...findings].sort((a, b) => rank[kindOf(a)] - rank[kindOf(b)])

const saidByHeading = (pack: Pack, finding: Finding): boolean => {
  const first = finding.cells[0]
  const group = first && finding.row === null && finding.item === null ? catalogOf(pack).places.get(first.item)?.group : null
  const named = new Set(finding.cells.map((cell) => cell.item))
  return (group?.balance?.parts.length ?? 0) > 1 && group?.balance?.parts.every((part) => named.has(part)) === true
}

/** Findings by the cell they are marked at: the first cell they name. A difference that a group's heading says is not marked again. */
export const marksByCell = (pack: Pack, findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const marks = new Map<string, Finding[]>()
  for (const finding of findings) {
    const first = finding.cells[0]
    if (!first || saidByHeading(pack, finding)) continue
    const id = cellId(first.item, first.row)
    marks.set(id, [...(marks.get(id) ?? []), finding])
  }
  return marks
}

/** Every finding that names a cell, worst first: what the panel lists. */
export const findingsAt = (findings: readonly Finding[], item: string, row: number | null): readonly Finding[] =>
  worstFirst(findings.filter((finding) => finding.cells.some((cell) => cell.item === item && cell.row === row)))

/** How many findings of each kind a form's mark is made of. */
export interface Counts { readonly stop: number; readonly verify: number; readonly explained: number }
/** Counts findings by kind. */
export const countKinds = (findings: readonly Finding[]): Counts => {
  const count = (kind: Kind) => findings.filter((finding) => kindOf(finding) === kind).length
  return { stop: count('stop'), verify: count('verify'), explained: count('explained') }
}

/** The form a finding belongs to: that of its first cell. */
export const formOf = (finding: Finding): string => finding.cells[0]?.form ?? ''
