import { useEffect } from 'react'
import type { UnitSummary } from '../../../core/contract.ts'
import { useOpenFindings } from '../../grid/useGridState.ts'
import { daysBetween } from '../../grid/dates.ts'
import { useFiling } from '../../store/filing.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { openFiling } from '../frame/UnitSwitch.tsx'
import { goTo } from '../frame/TopBar.tsx'
import { jumpToQuery } from '../letter/jumpToQuery.ts'
import { showForm, wantBlank } from '../entry/showForm.ts'
import { formName } from './formName.ts'
import { mainFiling, nextStep } from './nextStep.ts'
import { worstOf } from './worstOf.ts'
import type { NextStep } from './nextStep.ts'

/** Opens a filing where its next step is. */
export const takeStep = async (filing: number, step: Pick<NextStep, 'screen' | 'form' | 'query'>): Promise<void> => {
  if (!(await openFiling(filing))) return
  if (step.form) {
    showForm(step.form)
    wantBlank(step.form)
  }
  goTo(step.screen)
  if (step.query) jumpToQuery()
}

const Days = ({ today, deadline }: { today: string; deadline: string }) => {
  const days = daysBetween(today, deadline)
  return (
    <div className="next-days">
      <span>{days >= 0 ? t.home.daysLeft : t.home.overdue}</span>
      <span className="next-number">{Math.abs(days)}</span>
      <span>{t.home.days}</span>
      <span className="next-date">{deadline}</span>
    </div>
  )
}

/** One sentence with the number, and the one button. */
export const NextPanel = ({ units }: { units: readonly UnitSummary[] }) => {
  const found = mainFiling(units)
  const id = found?.filing.filing
  const open = useFiling((s) => s.view?.filing)
  const pack = useFiling((s) => s.view?.pack)
  const { stop } = useOpenFindings()
  useEffect(() => {
    if (id !== undefined && open === undefined) void openFiling(id)
  }, [id, open])
  if (!found) return null
  const { unit, filing } = found
  const first = open === id ? stop.find((finding) => finding.cells.length > 0) : undefined
  const worst = pack && first ? worstOf(pack, first) : undefined
  const step = nextStep(filing, formName, worst)
  return (
    <section className="next panel" aria-label={t.home.nextStep}>
      <div className="grow">
        <p className="next-small">{t.home.nextStep}</p>
        <h1>{step.title}</h1>
        <p className="next-line"><span>{unit.name}</span><span>{t.bar.year(filing.year)}</span><span>{step.line}</span></p>
      </div>
      <Days today={unit.today} deadline={filing.letters.due ?? filing.deadline} />
      <button type="button" className="btn solid large" data-next onClick={() => void takeStep(filing.filing, step)} autoFocus>{step.button}<Icon name="next" /></button>
    </section>
  )
}
