import type { PastePlan, UnitQuestion } from '../../../../core/paste/plan.ts'
import type { Balance } from '../../../../core/pack/schema.ts'
import type { Standing } from '../../../grid/balance.ts'
import { inUnit } from '../../../grid/GroupHead.tsx'
import type { AfterLine } from '../../../grid/paste/after.ts'
import { looks } from '../../../grid/paste/look.ts'
import type { Look } from '../../../grid/paste/look.ts'
import { usePasting } from '../../../grid/paste/pasting.ts'
import type { Pasting } from '../../../grid/paste/pasting.ts'
import { grouped } from '../../../grid/show.ts'
import { t } from '../../../text/texts.ts'
import { Icon } from '../../../ui/icons/Icon.tsx'
import { lookIcons } from './PasteCell.tsx'

const times = (ratio: number): string => (ratio >= 10_000 ? `${(ratio / 10_000).toFixed(1)} 万` : grouped(BigInt(Math.round(ratio)), 0))
const yuanOf = (from: string): string => (/^\d+$/.test(from) ? grouped(BigInt(from), 0) : from)
const wanOf = (to: string): string => (/^\d+\.\d\d$/.test(to) ? grouped(BigInt(to.replace('.', '')), 2) : to)

const Unit = ({ pasting, question }: { pasting: Pasting; question: UnitQuestion | null }) => {
  const said = pasting.unitSaid || question === null
  const yuan = pasting.options.yuan === true
  const radio = (value: boolean, title: string, sub?: string) => (
    <label className={`pp-radio ${said && yuan === value ? 'on' : ''}`}>
      <input type="radio" name="paste-unit" checked={said && yuan === value} onChange={() => usePasting.getState().unit(value)} data-unit={value ? 'yuan' : 'wan'} />
      <span><b>{title}</b>{sub && <span className="pp-note">{sub}</span>}</span>
    </label>
  )
  return (
    <div role="radiogroup" aria-label={t.paste.unit}>
      <h2>{t.paste.unit}</h2>
      {question && <p>{t.paste.unitAsk(question.hits, question.compared, question.against === 'prior' ? t.paste.prior : t.paste.present, t.paste.span(times(question.low), times(question.high)))}</p>}
      {radio(true, t.paste.asYuan, question ? t.paste.example(yuanOf(question.example.from), wanOf(question.example.to)) : undefined)}
      {radio(false, t.paste.asWan)}
    </div>
  )
}

const gapText = ({ gap, even }: Standing, balance: Balance): string => {
  const size = inUnit(gap < 0n ? -gap : gap, balance.unit)
  if (gap === 0n || (even && balance.relation === '=')) return size
  return `${even ? t.form.left : gap > 0n ? t.form.short : t.form.over} ${size}`
}

const tones: Partial<Record<Look, string>> = { fill: 'c-accent', notice: 'c-verify', bad: 'c-stop' }

const Counts = ({ counts }: { counts: Readonly<Record<Look, number>> }) => (
  <section>
    <h2>{t.paste.verdicts(Object.values(counts).reduce((a, b) => a + b, 0))}</h2>
    <ul className="pp-counts">
      {looks.map((look) => <li key={look} data-count={look}><Icon name={lookIcons[look]} className={tones[look] ?? ''} /><span className="grow">{t.paste.looks[look]}</span><b className={counts[look] > 0 ? (tones[look] ?? '') : ''}>{counts[look]}</b></li>)}
    </ul>
  </section>
)

const After = ({ lines }: { lines: readonly AfterLine[] }) => (
  <section>
    <h2>{t.paste.after}</h2>
    <dl className="pp-after">
      {lines.map(({ what, against, balance, stand }) => (
        <div key={what}>
          <dt>{t.paste.sumOf(what)}</dt><dd><b>{inUnit(stand.filled, balance.unit)}</b></dd>
          <dt>{t.paste.gapTo(against)}</dt><dd className={stand.even ? 'c-done' : 'c-stop'}><b>{gapText(stand, balance)}</b></dd>
        </div>
      ))}
    </dl>
  </section>
)

interface Props { readonly pasting: Pasting; readonly plan: PastePlan; readonly money: boolean; readonly counts: Readonly<Record<Look, number>>; readonly after: readonly AfterLine[]; readonly blanks: boolean }

/** Beside the preview: the unit question, the count of verdicts, the sums after writing. */
export const PasteSide = ({ pasting, plan, money, counts, after, blanks }: Props) => (
  <aside className="pp-side panel">
    {money && <Unit pasting={pasting} question={plan.unit} />}
    <Counts counts={counts} />
    {blanks && (
      <section className="pp-blanks">
        <span>{t.paste.blanks}</span>
        <span className="seg" role="group" aria-label={t.paste.blanks}>
          {(['clear', 'keep'] as const).map((way) => <button key={way} type="button" aria-pressed={(pasting.options.blanks ?? 'clear') === way} onClick={() => usePasting.getState().option({ blanks: way })}>{way === 'clear' ? t.paste.blanksClear : t.paste.blanksKeep}</button>)}
        </span>
      </section>
    )}
    {after.length > 0 && <After lines={after} />}
  </aside>
)
