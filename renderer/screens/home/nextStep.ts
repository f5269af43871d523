import type { FilingSummary, UnitSummary } from '../../../core/contract.ts'
import type { FormState } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import type { Screen } from '../../store/nav.ts'

/** What to do next with a filing, in words, and where its button leads. */
export interface NextStep { readonly title: string; readonly line: string; readonly button: string; readonly screen: Screen; readonly form: string | null; /** To the first query that waits. */ readonly query?: true }
/** The finding to begin with: its form and its fact. */
export interface Worst { readonly form: string; readonly fact: string }
/** Sums over the forms of a filing that apply, and what its findings ask for; `wrong` leaves out what is only missing. */
export interface Totals { readonly filled: number; readonly required: number; readonly wrong: number; readonly toExplain: number; readonly explained: number }

/** Adds up the forms that apply, and takes the findings' counts. */
export const totalsOf = (filing: FilingSummary): Totals => {
  const forms = filing.forms.filter((f) => f.applies)
  const sum = (of: (form: FormState) => number): number => forms.reduce((total, form) => total + of(form), 0)
  return { filled: sum((f) => f.filled), required: sum((f) => f.required), wrong: filing.open.stop, toExplain: filing.open.verify, explained: filing.open.explained }
}

const sealed = (filing: FilingSummary): NextStep => {
  const accepted = filing.state === 'accepted'
  return { title: accepted ? t.letter.nextAccepted(filing.submitNo) : t.home.nextDone(filing.submitNo), line: accepted ? t.letter.lineAccepted : t.home.lineDone, button: t.home.goSee, screen: 'seal', form: null }
}

/** A return that waits: the queries on it, or else only its reason. */
const returned = ({ letters, submitNo }: FilingSummary): NextStep => {
  const title = letters.waiting > 0 ? t.letter.nextAnswer(letters.waiting) : t.letter.nextReturned(submitNo)
  return { title, line: t.letter.lineAnswer, button: letters.waiting > 0 ? t.letter.goAnswer : t.home.goSee, screen: 'entry', form: null, query: true }
}

const fixTitle = (n: number, form: string | null, worst: Worst | undefined): string => (worst ? t.home.nextFix(n, worst.form, worst.fact) : form === null ? t.audit.left(n) : t.home.nextFixPlain(n, form))

/** The one next step of a filing: answer what the regulator asks, finish the figures, then the errors, then the explanations, then seal, or write back what somebody gave. `worst` is the finding to begin with, once known. */
export const nextStep = (filing: FilingSummary, nameOf: (form: string) => string, worst?: Worst): NextStep => {
  if (filing.state === 'returned' || (filing.state === 'reopened' && filing.letters.waiting > 0)) return returned(filing)
  if (isReadOnly(filing.state)) return sealed(filing)
  const totals = totalsOf(filing)
  const forms = filing.forms.filter((f) => f.applies)
  const open = forms.find((f) => f.filled < f.required)
  const wrong = forms.find((f) => f.wrong > 0) ?? forms.find((f) => f.errors > 0)
  if (open) return { title: t.home.nextFill(totals.required - totals.filled, open.form, nameOf(open.form)), line: t.home.lineFill, button: t.home.goFill, screen: 'entry', form: open.form }
  if (totals.wrong > 0) return { title: fixTitle(totals.wrong, wrong?.form ?? null, worst), line: t.home.lineFix, button: t.home.goFix, screen: 'audit', form: null }
  if (totals.toExplain > 0) return { title: t.home.nextExplain(totals.toExplain), line: t.home.lineExplain, button: t.home.goExplain, screen: 'audit', form: null }
  if (filing.givenBy !== null) return { title: t.home.nextReturn(filing.givenBy), line: t.home.lineReturn, button: t.home.goReturn, screen: 'part', form: null }
  return { title: t.home.nextSeal, line: t.home.lineSeal, button: t.home.goSeal, screen: 'seal', form: null }
}

/** The unit and year that the next step is about: the first filing that is not sealed, else the newest. */
export const mainFiling = (units: readonly UnitSummary[]): { readonly unit: UnitSummary; readonly filing: FilingSummary } | null => {
  const newest = units.flatMap((unit) => unit.filings.slice(0, 1).map((filing) => ({ unit, filing })))
  return newest.find(({ filing }) => filing.state !== 'sealed' && filing.state !== 'accepted') ?? newest[0] ?? null
}
