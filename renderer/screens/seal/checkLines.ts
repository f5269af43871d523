import type { AppState, CheckLine, FilingView } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { shortTime } from '../../grid/dates.ts'
import { isBlankFinding } from '../../grid/marks.ts'
import { openQueries } from '../../grid/queries.ts'
import { codeOf } from '../../store/catalog.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import type { IconName } from '../../ui/icons/paths.ts'
import { jumpTo } from '../entry/jump.ts'
import type { Blockers } from './blockers.ts'

/** One line of the checklist as it is drawn. */
export interface ShownLine {
  readonly id: CheckLine['id']
  readonly icon: IconName
  readonly title: string
  readonly sub: string
  readonly count?: string
  readonly link?: { readonly words: string; readonly go: () => void }
}
/** What the lines' words are made from. */
export interface LineContext { readonly view: FilingView; readonly app: AppState | null; readonly blockers: Blockers; readonly now: Date }

const toAudit = (): void => useNav.getState().go('audit')

const required = (line: CheckLine, { view, blockers }: LineContext): ShownLine => {
  const forms = view.forms.filter((form) => form.applies)
  const open = forms.filter((form) => form.filled < form.required)
  const count = t.seal.line.ofItems(line.done, line.all)
  if (blockers.required === 0) return { id: line.id, icon: 'done', title: t.seal.line.required(forms.length), sub: forms.map((form) => form.form).join(t.seal.comma), count }
  const first = view.findings.find((finding) => isBlankFinding(view, finding) && finding.cells.length > 0)?.cells[0]
  const go = (): void => (first ? jumpTo(first) : useNav.getState().openForm(open[0]?.form ?? ''))
  const sub = open.map((form) => t.seal.line.formLack(form.form, form.required - form.filled)).join(t.seal.comma)
  return { id: line.id, icon: 'stop', title: t.seal.line.requiredLack(blockers.required), sub, count, link: { words: t.seal.goSee, go } }
}

const errors = (line: CheckLine, { view, blockers }: LineContext): ShownLine => {
  const sub = t.seal.line.rules(view.pack.rules.length)
  if (blockers.stops === 0) return { id: line.id, icon: 'done', title: t.seal.line.errors, sub }
  return { id: line.id, icon: 'stop', title: t.seal.line.errorsLeft(blockers.stops), sub, link: { words: t.seal.goFix, go: toAudit } }
}

const warnings = (line: CheckLine, { blockers }: LineContext): ShownLine => {
  const sub = t.seal.line.warningsSub
  if (blockers.unexplained > 0) return { id: line.id, icon: 'verify', title: t.seal.line.warningsLeft(blockers.unexplained), sub, count: t.seal.line.of(line.done, line.all), link: { words: t.seal.goExplain, go: toAudit } }
  if (line.all === 0) return { id: line.id, icon: 'done', title: t.seal.line.warnings(0), sub }
  return { id: line.id, icon: 'explained', title: t.seal.line.warnings(line.all), sub, count: t.seal.line.of(line.all, line.all), link: { words: t.seal.each, go: toAudit } }
}

const computed = (line: CheckLine): ShownLine => {
  const none = line.all - line.done
  const sub = `${t.seal.line.computedSub(line.all)}${none > 0 ? `　${t.seal.line.computedNone(none)}` : ''}`
  return { id: line.id, icon: 'done', title: t.seal.line.computed, sub, count: t.seal.line.of(line.all, line.all) }
}

const prior = (line: CheckLine, { view, app }: LineContext): ShownLine => {
  if (!view.prior || view.prior.origin === 'none') return { id: line.id, icon: 'info', title: t.seal.line.noPrior, sub: t.seal.line.noPriorSub }
  const { year, origin } = view.prior
  const before = app?.units.find(({ unit }) => unit === view.unit.unit)?.filings.find((filing) => filing.year === year)
  if (origin === 'own' && before && before.submitNo > 0) return { id: line.id, icon: 'done', title: t.seal.line.priorOwn(year, before.submitNo), sub: before.receipt ? t.seal.line.priorReceipt(before.receipt) : t.seal.line.priorHere }
  const sub = origin === 'own' ? t.seal.line.priorHere : origin === 'typed' ? t.seal.line.priorTyped : t.seal.line.priorWorkbook
  return { id: line.id, icon: 'done', title: t.seal.line.prior(year), sub }
}

/** Optional items that stand once, apply, and are blank. */
export const optionalBlank = ({ forms, inactive, pack, data }: FilingView): readonly { readonly form: string; readonly item: Item }[] => {
  const applies = new Set(forms.filter((form) => form.applies).map((form) => form.form))
  const off = new Set(inactive.filter(({ row }) => row === null).map(({ item }) => item))
  const used = pack.forms.filter((form) => applies.has(form.no))
  return used.flatMap((form) => form.items.filter((item) => item.required === 'optional' && !off.has(item.key) && (data.values[item.key] ?? '').trim() === '').map((item) => ({ form: form.no, item })))
}

const optional = (line: CheckLine, { view }: LineContext): ShownLine => {
  const blank = optionalBlank(view)
  const [first] = blank
  if (!first) return { id: line.id, icon: 'done', title: t.seal.line.optionalNone, sub: t.seal.line.ofItems(line.done, line.all) }
  const named = blank.slice(0, 3).map(({ item }) => `${codeOf(view.pack, item.key)} ${item.name}`)
  const sub = `${named.join(t.seal.comma)}${blank.length > 3 ? '…' : ''}`
  return { id: line.id, icon: 'info', title: t.seal.line.optional(blank.length), sub, link: { words: t.seal.goSee, go: () => jumpTo({ form: first.form, item: first.item.key, row: null }) } }
}

const backup = (line: CheckLine, { app, now }: LineContext): ShownLine => {
  if (app?.which === 'samples') return { id: line.id, icon: 'info', title: t.seal.line.samples, sub: t.seal.line.samplesSub }
  const at = typeof line.params['at'] === 'string' ? shortTime(line.params['at'], now, t.today) : null
  return { id: line.id, icon: 'done', title: t.seal.line.backup, sub: at ? t.seal.line.backupAt(at) : t.seal.line.backupNone }
}

const queries = (line: CheckLine, { view }: LineContext): ShownLine => {
  const left = line.all - line.done
  const count = t.seal.line.of(line.done, line.all)
  if (left === 0) return { id: line.id, icon: 'done', title: t.seal.line.queries(line.all), sub: t.seal.line.queriesSub, count }
  const [first] = openQueries(view)
  return { id: line.id, icon: 'query', title: t.seal.line.queriesLeft(left), sub: t.seal.line.queriesSub, count, ...(first ? { link: { words: t.seal.goReply, go: () => jumpTo(first) } } : {}) }
}

const draw: Readonly<Record<CheckLine['id'], ((line: CheckLine, context: LineContext) => ShownLine) | null>> = { required, errors, warnings, computed, prior, optional, backup, queries, signoff: null }

/** The checklist in words; the sign-off has its own panel. */
export const shownLines = (lines: readonly CheckLine[], context: LineContext): readonly ShownLine[] => lines.flatMap((line) => draw[line.id]?.(line, context) ?? [])
