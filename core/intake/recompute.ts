import { findingName } from '../audit/explanation.ts'
import type { Finding } from '../audit/finding.ts'
import { audit, createAuditor } from '../audit/run.ts'
import type { FilingData, Prior } from '../filing/filing.ts'
import type { LoadedPack } from '../pack/schema.ts'
import { filingOf, type Payload } from '../submission/payload.ts'
import type { Mismatch } from './mismatch.ts'
import { priorMismatches } from './priors.ts'
import { valuesOf, type ValueColumns } from './values.ts'

/** What a payload comes to when everything is computed again (D7: with the prior figures it carries). */
export interface Recomputed {
  readonly values: ValueColumns
  readonly findings: readonly Finding[]
  /** Findings that the file itself names. */
  readonly claimed: ReadonlySet<string>
  readonly mismatches: readonly Mismatch[]
}

/** The prior figures a payload carries. */
export const carriedBy = ({ prior }: Payload): Prior | null =>
  prior && { origin: prior.origin as Prior['origin'], year: prior.year, data: { values: prior.values, tables: prior.tables } }

/** Computed items, findings and values from the raw values alone; where the file says otherwise is listed. */
export function recompute(loaded: LoadedPack, payload: Payload): Recomputed {
  const { pack } = loaded
  const data = filingOf(payload)
  const auditor = createAuditor({ pack, data, prior: carriedBy(payload), today: payload.today, explanations: payload.explanations })
  const findings = auditor.findings()
  const computed = auditor.computed()
  const applies = new Set(auditor.forms().filter((form) => form.applies).map((form) => form.form))
  const claimed = new Set(payload.findings.map(findingName))
  return {
    values: valuesOf(pack, data, { computed, applies }), findings, claimed,
    mismatches: [...identity(loaded, payload), ...otherComputed(payload, computed), ...otherFindings(payload, findings, claimed)],
  }
}

function identity({ pack, digest }: LoadedPack, payload: Payload): Mismatch[] {
  const own = `${payload.values['uscc'] ?? ''}-${payload.values['unit_seq'] ?? ''}`
  const lines: readonly (readonly [what: string, claimed: string, found: string])[] = [
    ['pack', payload.pack.digest, digest], ['unit', payload.unit_id, own], ['year', String(payload.survey_year), String(pack.year)],
  ]
  return lines.filter(([, claimed, found]) => claimed !== found).map(([what, claimed, found]) => ({ kind: 'computed', what, claimed, found }))
}

function otherComputed(payload: Payload, computed: Readonly<Record<string, string | null>>): Mismatch[] {
  return [...new Set([...Object.keys(computed), ...Object.keys(payload.computed)])].flatMap((what): Mismatch[] => {
    const claimed = payload.computed[what] ?? ''
    const found = computed[what] ?? ''
    return claimed === found ? [] : [{ kind: 'computed', what, claimed, found }]
  })
}

function otherFindings(payload: Payload, findings: readonly Finding[], claimed: ReadonlySet<string>): Mismatch[] {
  const ours = new Set(findings.map(findingName))
  const says = (severity: string): string => (severity === 'error' ? '强制性' : '核实性')
  return [
    ...findings.filter((one) => !claimed.has(findingName(one))).map((one): Mismatch => ({ kind: 'finding', what: findingName(one), claimed: '', found: says(one.severity) })),
    ...payload.findings.filter((one) => !ours.has(findingName(one))).map((one): Mismatch => ({ kind: 'finding', what: findingName(one), claimed: says(one.severity), found: '' })),
  ]
}

/** The second audit (D7), with the ledger's accepted figures of last year: where they differ, and what the rules say only then. */
export function againstAccepted(loaded: LoadedPack, payload: Payload, accepted: FilingData): readonly Mismatch[] {
  const { pack } = loaded
  const carried = carriedBy(payload)
  const differing = priorMismatches(pack, carried, accepted)
  if (differing.length === 0) return []
  const input = { pack, data: filingOf(payload), today: payload.today, explanations: payload.explanations }
  const before = new Set(audit({ ...input, prior: carried }).map(findingName))
  const now = audit({ ...input, prior: { origin: 'own', year: pack.year - 1, data: accepted } })
  return [...differing, ...now.filter((one) => !before.has(findingName(one))).map((one): Mismatch => ({ kind: 'prior', what: one.rule, claimed: '', found: one.detail }))]
}
