import type { Finding } from '../audit/finding.ts'
import type { FormState } from '../contract/summary.ts'

/** A part of a filing that was opened here: these forms are to be filled here, all others by `person`. */
export interface HeldPart { readonly forms: readonly string[]; readonly person: string }

/** The states of forms with those that somebody else fills greyed, and who that is. */
export function statesFor(states: readonly FormState[], parts: readonly HeldPart[]): readonly FormState[] {
  if (parts.length === 0) return states
  const own = new Set(parts.flatMap(p => p.forms))
  const who = [...new Set(parts.map(p => p.person))].filter(p => p !== '').join('、') || '别人'
  return states.map(s => (own.has(s.form) ? s : { ...s, applies: false, why: `这张表由 ${who} 填` }))
}

/** The findings that can be settled with the forms that are here. */
export function findingsFor(findings: readonly Finding[], parts: readonly HeldPart[]): readonly Finding[] {
  if (parts.length === 0) return findings
  const own = new Set(parts.flatMap(p => p.forms))
  return findings.filter(f => f.cells.length > 0 && f.cells.every(c => own.has(c.form)))
}
