import type { Finding } from '../../../core/audit/finding.ts'
import { openCounts } from '../../../core/audit/open.ts'
import type { FilingView, SealCheck } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { t } from '../../text/texts.ts'

/** What still stands in the way of sealing. */
export interface Blockers {
  readonly required: number
  readonly stops: number
  readonly unexplained: number
  /** Names of the sign-off fields that are blank or wrong. */
  readonly signoff: readonly string[]
  readonly noFolder: boolean
}

const isBlank = (view: FilingView, key: string): boolean => (view.data.values[key] ?? '').trim() === ''

/** The finding shown under a filled sign-off field: the worst one marked at it. */
export const signoffFinding = (view: FilingView, item: Item): Finding | null => {
  if (isBlank(view, item.key)) return null
  const fields = new Set(view.pack.signoff.map((field) => field.key))
  const own = view.findings.filter(({ cells, explained }) => cells[0]?.item === item.key && !explained && !cells.some((c) => fields.has(c.item) && isBlank(view, c.item)))
  return own.find((finding) => finding.severity === 'error') ?? own[0] ?? null
}

/** What is missing, seen from the open filing and the engine's checklist. */
export const blockersOf = (view: FilingView, check: SealCheck, folder: string): Blockers => {
  const line = check.lines.find(({ id }) => id === 'required')
  const required = line ? Math.max(0, line.all - line.done) : 0
  const open = openCounts({ ...view, lacking: required })
  return {
    required,
    stops: open.stop,
    unexplained: open.verify,
    signoff: view.pack.signoff.filter((item) => (isBlank(view, item.key) ? item.required === 'always' : signoffFinding(view, item)?.severity === 'error')).map((item) => item.name),
    noFolder: folder === '',
  }
}

/** How many findings and blanks the checklist still shows; the sign-off stands beside it. */
export const checksLeft = (b: Blockers): number => b.required + b.stops + b.unexplained

/** The sentence beside the button, null when nothing is missing. */
export const lackSentence = (b: Blockers): string | null => {
  const parts = [
    ...(b.required > 0 ? [t.seal.lackRequired(b.required)] : []),
    ...(b.stops > 0 ? [t.seal.lackStop(b.stops)] : []),
    ...(b.unexplained > 0 ? [t.seal.lackExplain(b.unexplained)] : []),
    ...b.signoff,
    ...(b.noFolder ? [t.seal.saveTo] : []),
  ]
  const count = checksLeft(b) + b.signoff.length + (b.noFolder ? 1 : 0)
  return count === 0 ? null : t.seal.lack(count, parts.join(t.seal.comma))
}
