import { useState } from 'react'
import type { RegisterLine } from '../../../core/contract/regulator/register.ts'
import { registerColumns } from '../../../core/contract/regulator/register.ts'
import { isDate, tidyDate } from '../../grid/dates.ts'
import { say, t } from '../../text/texts.ts'
import { DateField } from '../../ui/DateField.tsx'
import type { IconName } from '../../ui/icons/paths.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { allHere } from '../../ui/list/allHere.ts'
import { LongList } from '../../ui/list/LongList.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { useRegistering } from './registering.ts'
import type { Mapping, Preview } from './registering.ts'

const icons: Readonly<Record<RegisterLine['does'], IconName>> = { new: 'plus', change: 'pen', same: 'tick', refused: 'stop' }
const kinds: readonly RegisterLine['does'][] = ['new', 'change', 'same', 'refused']

const ColumnLine = ({ name, preview }: { name: (typeof registerColumns)[number]; preview: Preview }) => {
  const at = preview.mapping[name]
  const sample = preview.columns.find((one) => one.at === at)?.sample.find((text) => text !== '')
  const choose = (value: string): void => {
    const { [name]: _was, ...others } = preview.mapping
    const mapping: Mapping = value === '' ? others : { ...others, [name]: Number(value) }
    void useRegistering.getState().look({ mapping })
  }
  return (
    <div className="office-field wide">
      <label htmlFor={`map-${name}`}>{t.register.wizard.columns[name]}</label>
      <select id={`map-${name}`} className="field" value={at ?? ''} onChange={(event) => choose(event.target.value)} data-map={name}>
        <option value="">{t.register.wizard.notMapped}</option>
        {preview.columns.map((one) => <option key={one.at} value={one.at}>{one.title || `${one.at + 1}`}</option>)}
      </select>
      <span className="grey small cut">{sample ? `${t.register.wizard.sample} ${sample}` : ''}</span>
    </div>
  )
}

const Columns = ({ preview }: { preview: Preview }) => {
  const { look } = useRegistering.getState()
  const w = t.register.wizard
  return (
    <section className="panel safety-list" aria-label={w.map} data-region="panel">
      <div className="safety-bar">
        {preview.sheets.length > 1 && <label>{w.sheet} <select className="field office-short" value={preview.sheet} onChange={(event) => void look({ sheet: event.target.value })}>{preview.sheets.map((one) => <option key={one} value={one}>{one}</option>)}</select></label>}
        <label>{w.headRow} <input className="field office-short" type="number" min={1} max={51} value={preview.head + 1} onChange={(event) => void look({ head: Math.max(0, Number(event.target.value) - 1) })} /></label>
      </div>
      <div className="safety-scroll office-form" tabIndex={-1}>{registerColumns.map((name) => <ColumnLine key={name} name={name} preview={preview} />)}<p className="grey small">{w.need}</p></div>
    </section>
  )
}

const template = '56px 108px minmax(180px, 1.3fr) 186px minmax(160px, 1.4fr)'
const columns = () => [{ key: 'line', words: t.register.wizard.line, num: true }, { key: 'does', words: t.register.wizard.lines }, { key: 'name', words: t.register.head.name }, { key: 'unit', words: t.register.head.unit }, { key: 'why', words: `${t.register.wizard.changed} / ${t.register.wizard.problem}` }]
const fieldWords = (field: string): string => (Object.hasOwn(t.register.wizard.columns, field) ? t.register.wizard.columns[field as keyof typeof t.register.wizard.columns] : field)
const cellsOf = (line: RegisterLine) => [
  line.line, <Mark key="d" name={icons[line.does]} className={line.does === 'same' ? 'grey' : ''}>{t.register.wizard.does[line.does]}</Mark>, <span key="n" className="name">{line.name}</span>, <span key="u" className="grey-2">{line.unit}</span>,
  line.problem ? <span key="p" className="c-stop">{line.problem}</span> : line.changed.map(fieldWords).join('、'),
]

const Lines = ({ preview }: { preview: Preview }) => {
  const [kind, setKind] = useState<RegisterLine['does'] | null>(null)
  const [at, setAt] = useState(-1)
  const lines = kind ? preview.lines.filter((line) => line.does === kind) : preview.lines
  return (
    <section className="panel safety-list" aria-label={t.register.wizard.lines} data-region="form">
      <div className="office-filters">
        <span className="seg" role="group" aria-label={t.register.wizard.lines}>
          <button type="button" aria-pressed={kind === null} onClick={() => setKind(null)}>{t.register.wizard.all} {preview.lines.length}</button>
          {kinds.map((one) => <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)} data-does={one} data-n={preview.counts[one]}>{t.register.wizard.does[one]} {preview.counts[one]}</button>)}
        </span>
        {preview.absent > 0 && <span className="safety-sub">{t.register.wizard.absent(preview.absent)}</span>}
      </div>
      <LongList label={t.register.wizard.lines} list={allHere(lines)} columns={columns()} template={template} cells={cellsOf} marks={(line) => ({ 'data-line': line.line, 'data-line-does': line.does })} at={at} choose={(line) => setAt(lines.indexOf(line))} />
    </section>
  )
}

const Foot = ({ preview }: { preview: Preview }) => {
  const { effective, reason, busy, problem, set, take, pick, leave } = useRegistering()
  const n = preview.counts.new + preview.counts.change
  const ready = n > 0 && !busy && isDate(tidyDate(effective))
  const w = t.register.wizard
  useCtrlEnter(ready ? () => void take() : null)
  return (
    <footer className="import-foot">
      <span className="grow">{problem ? <span role="alert"><Mark name="stop">{say(problem)}</Mark></span> : preview.counts.refused > 0 ? <Mark name="stop">{w.left(preview.counts.refused)}</Mark> : n === 0 ? w.none : ''}</span>
      <span className="office-inline"><label htmlFor="import-effective">{w.effective}</label><span className="office-short"><DateField id="import-effective" label={w.effective} value={effective} commit={(day) => set({ effective: day })} /></span></span>
      <input className="field office-reason" aria-label={w.reason} placeholder={w.reason} maxLength={500} value={reason} onChange={(event) => set({ reason: event.target.value })} />
      <button type="button" className="btn" onClick={leave}>{w.back}</button>
      <button type="button" className="btn" onClick={() => void pick()}>{w.other}</button>
      <button type="button" className="btn solid" disabled={!ready} onClick={() => void take()} data-register-take>{w.run(n)}<Kbd>Ctrl Enter</Kbd></button>
    </footer>
  )
}

/** The import of a sheet: its columns, what every line would do, and the one button. */
export const ImportWizard = () => {
  const preview = useRegistering((s) => s.preview)
  const problem = useRegistering((s) => s.problem)
  if (!preview) {
    return (
      <section className="panel safety-empty import-empty" data-region="form">
        {problem ? <p role="alert" data-problem={problem.code}><Mark name="stop">{say(problem)}</Mark></p> : <p role="status">{t.register.wizard.reading}</p>}
        <div className="safety-acts"><button type="button" className="btn" onClick={() => useRegistering.getState().leave()}>{t.register.wizard.back}</button>{problem && <button type="button" className="btn solid" onClick={() => void useRegistering.getState().pick()}>{t.register.wizard.other}</button>}</div>
      </section>
    )
  }
  return (
    <>
      <div className="office-wizard"><Lines preview={preview} /><Columns preview={preview} /></div>
      <Foot preview={preview} />
    </>
  )
}
