import type { FilingView } from '../../../core/contract.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import type { IconName } from '../../ui/icons/paths.ts'
import { usePrinting } from './printing.ts'
import type { Wanted } from './printing.ts'

const same = (a: Wanted, b: Wanted): boolean =>
  a.what === b.what && a.form === b.form && (a.blank ?? false) === (b.blank ?? false) && (a.what !== 'findings' || (a.order ?? 'severity') === (b.order ?? 'severity'))
const nameOf = (wanted: Wanted): string => [wanted.what, wanted.form, wanted.blank ? 'blank' : null, wanted.order].filter(Boolean).join('-')

interface LineProps { readonly wanted: Wanted; readonly icon: IconName; readonly words: string; readonly aside?: string }
const Line = ({ wanted, icon, words, aside }: LineProps) => {
  const here = usePrinting((s) => same(s.wanted, wanted))
  return (
    <li>
      <button type="button" className="print-line" aria-current={here ? 'true' : undefined} data-print={nameOf(wanted)} onClick={() => void usePrinting.getState().choose(wanted)}>
        <Icon name={icon} /><span className="grow">{words}</span>{aside && <span className="print-aside">{aside}</span>}
      </button>
    </li>
  )
}

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section aria-label={title}><h2>{title}</h2><ul>{children}</ul></section>
)

/** Everything of the filing that can be printed. */
export const PrintList = ({ view }: { view: FilingView }) => {
  const { pack } = view
  const order = useNav((s) => s.findingOrder)
  const orders = order === 'form' ? (['form', 'severity'] as const) : (['severity', 'form'] as const)
  const readOnly = !['draft', 'reopened'].includes(view.state)
  const names = new Map(pack.forms.map((form) => [form.no, `${form.no}　${form.short}`]))
  return (
    <nav className="print-list panel" aria-label={t.print.list} data-region="tree">
      <Part title={t.print.parts.set}><Line wanted={{ what: 'set' }} icon={readOnly ? 'ribbon' : 'copy'} words={readOnly ? t.print.set.sealed : t.print.set.draft} /></Part>
      <Part title={t.print.parts.findings}>{orders.map((each) => <Line key={each} wanted={{ what: 'findings', order: each }} icon="check" words={t.print.orders[each]} />)}</Part>
      <Part title={t.print.parts.forms}>{view.forms.filter((form) => form.applies).map((form) => <Line key={form.form} wanted={{ what: 'form', form: form.form }} icon="file" words={names.get(form.form) ?? form.form} aside={t.print.done(form.filled, form.required)} />)}</Part>
      <Part title={t.print.parts.blank}>{pack.forms.map((form) => <Line key={form.no} wanted={{ what: 'form', form: form.no, blank: true }} icon="pen" words={names.get(form.no) ?? form.no} />)}</Part>
    </nav>
  )
}
