import type { FilingSummary, FormState, PackSummary, UnitSummary } from '../../../core/contract.ts'
import { daysBetween } from '../../grid/dates.ts'
import { useApp } from '../../store/app.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import type { IconName } from '../../ui/icons/paths.ts'
import { stateMark } from '../entry/formMark.ts'
import { LetterLink } from '../letter/LetterLink.tsx'
import { PartLink } from '../part/PartLinks.tsx'
import { formName } from './formName.ts'
import { newestPack } from './newestPack.ts'
import { takeStep } from './NextPanel.tsx'
import { UnitLinks } from './UnitLinks.tsx'
import { nextStep, totalsOf } from './nextStep.ts'

const stateIcons: Readonly<Record<FilingSummary['state'], IconName>> = { draft: 'half', sealed: 'ribbon', returned: 'query', reopened: 'half', accepted: 'ribbon' }

const FormBar = ({ form, asked, onOpen }: { form: FormState; asked: boolean; onOpen: () => void }) => {
  const counts = { stop: form.wrong, verify: form.toExplain, explained: form.explained }
  const share = form.required > 0 ? Math.min(1, form.filled / form.required) : form.rows > 0 ? 1 : 0
  return (
    <button type="button" className="form-bar" onClick={onOpen}>
      <span className="form-bar-top"><span>{form.form}</span><span>{form.required > 0 ? `${form.filled}/${form.required}` : t.tree.rows(form.rows)}</span></span>
      <span className="form-bar-name"><Mark name={asked && form.wrong + form.toExplain === 0 ? 'query' : stateMark(counts, form.filled, form.required, form.entered)} size={14} />{formName(form.form)}</span>
      <span className="form-bar-line"><span style={{ width: `${share * 100}%` }} className={share >= 1 ? 'full' : ''} /></span>
    </button>
  )
}

const Current = ({ unit, filing }: { unit: UnitSummary; filing: FilingSummary }) => {
  const totals = totalsOf(filing)
  const deadline = filing.letters.due ?? filing.deadline
  const { task } = filing.letters
  const days = daysBetween(unit.today, deadline)
  const open = (form: string | null) => void takeStep(filing.filing, { screen: 'entry', form })
  const done = filing.state === 'sealed' || filing.state === 'accepted'
  const step = nextStep(filing, formName)
  return (
    <tr className="unit-now">
      <td><b>{filing.year}</b></td>
      <td><Mark name={stateIcons[filing.state]}><span className="dark">{t.state[filing.state]}</span></Mark><div className="small-line">{filing.letters.waiting > 0 ? t.letter.waiting(filing.letters.waiting) : done && filing.receipt ? filing.receipt : t.home.filledOf(totals.filled, totals.required)}</div></td>
      <td><div className="form-bars">{filing.forms.filter((f) => f.applies).map((form) => <FormBar key={form.form} form={form} asked={filing.letters.forms.includes(form.form)} onOpen={() => open(form.form)} />)}</div></td>
      <td>{totals.wrong > 0 ? <Mark name="stop"><b>{t.home.stopItems(totals.wrong)}</b></Mark> : <span className="grey">{t.home.stopItems(0)}</span>}</td>
      <td>
        {totals.toExplain > 0 && <div><Mark name="verify">{t.home.toExplain(totals.toExplain)}</Mark></div>}
        {totals.explained > 0 && <div className="small-line"><Mark name="explained" className="plain">{t.home.explained(totals.explained)}</Mark></div>}
        {totals.toExplain + totals.explained === 0 && <span className="grey">0</span>}
      </td>
      <td>{done && filing.sealedOn ? <><b>{t.home.submitNo(filing.submitNo)}</b><div className="small-line">{t.home.handedIn(filing.sealedOn)}</div></> : <><b>{t.home.daysLong(days)}</b><div className="small-line">{deadline}{task && <span title={t.letter.taskFrom(task.regulator, task.signer)}>　{t.letter.task}</span>}</div></>}</td>
      <td className="num"><button type="button" className="btn" onClick={() => (step.query || done ? void takeStep(filing.filing, step) : open(step.screen === 'entry' ? step.form : null))}>{done ? t.home.goSee : step.query ? step.button : t.home.goFill}</button></td>
    </tr>
  )
}

const Earlier = ({ filing }: { filing: FilingSummary }) => (
  <tr>
    <td>{filing.year}</td>
    <td><Mark name={stateIcons[filing.state]}>{t.state[filing.state]}</Mark></td>
    <td><span className="spaced">{filing.submitNo > 0 && <span>{t.home.submitNo(filing.submitNo)}</span>}{filing.receipt && <span>{t.home.receipt(filing.receipt)}</span>}</span></td>
    <td>{totalsOf(filing).wrong}</td>
    <td>{t.home.allExplained(totalsOf(filing).explained)}</td>
    <td className="unit-day">{filing.sealedOn ? t.home.handedIn(filing.sealedOn) : filing.deadline}</td>
    <td className="num"><button type="button" className="link" onClick={() => void takeStep(filing.filing, { screen: 'entry', form: null })}>{t.home.goSee}</button></td>
  </tr>
)

const StartYear = ({ unit, pack }: { unit: UnitSummary; pack: PackSummary }) => {
  const start = async (): Promise<void> => {
    const answer = await useApp.getState().startFiling(unit.unit, pack.id)
    if (!answer.ok) useApp.setState({ problem: answer.problem })
    await useApp.getState().load()
  }
  return <button type="button" className="link" onClick={() => void start()}>{t.home.startYear(pack.year)}</button>
}

const columns = [['year', 72], ['state', 134], ['progress', null], ['stop', 76], ['verify', 112], ['due', 112]] as const

/** The column heads: seen above the first unit only, read with every one. */
const Heads = ({ shown }: { shown: boolean }) => (
  <thead className={shown ? undefined : 'unit-heads-said'}>
    <tr>
      {columns.map(([key, width]) => <th key={key} scope="col" style={width ? { width } : undefined}><span className={shown ? undefined : 'sr'}>{t.home.head[key]}</span></th>)}
      <th scope="col" style={{ width: 124 }}><span className="sr">{t.home.nextStep}</span></th>
    </tr>
  </thead>
)

/** One unit: the newest year with its forms, earlier years in a line each. */
export const UnitPanel = ({ unit, packs, heads }: { unit: UnitSummary; packs: readonly PackSummary[]; heads: boolean }) => {
  const pack = newestPack(packs)
  const own = useApp((s) => s.state?.which === 'own')
  const variant = unit.filings[0]?.forms.find((f) => f.applies && f.form.startsWith('201'))?.form
  return (
    <section className="unit panel" aria-label={unit.name}>
      <header className="unit-head">
        <h2>{unit.name}</h2><span className="unit-id">{unit.unitId}</span>
        {variant && <span className="chip">{t.form.title('', variant)}</span>}
        <span className="grow" />
        {pack && !unit.filings.some((f) => f.pack === pack.id) && <StartYear unit={unit} pack={pack} />}
        {unit.filings[0] && <PartLink filing={unit.filings[0].filing} unit={unit.name} />}
        <LetterLink />
        <UnitLinks unit={unit} own={own} />
      </header>
      <table className="unit-table">
        <Heads shown={heads} />
        <tbody>{unit.filings.map((filing, at) => (at === 0 ? <Current key={filing.filing} unit={unit} filing={filing} /> : <Earlier key={filing.filing} filing={filing} />))}</tbody>
      </table>
    </section>
  )
}
