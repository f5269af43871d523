import type { Finding } from '../../../core/audit/finding.ts'
import type { FormState } from '../../../core/contract.ts'
import type { Form } from '../../../core/pack/schema.ts'
import { useShownFindings, useView } from '../../grid/useGridState.ts'
import { countKinds } from '../../grid/marks.ts'
import { openQueries } from '../../grid/queries.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { formCounts, formNote, groupMark, signoffFilled, stateMark } from './formMark.ts'
import { showForm } from './showForm.ts'
import { openGroup, usePartInView } from './parts.ts'

const shortTitle = (title: string): string => title.replace(/^[一二三四五六七八九十]+、/, '')

const Parts = ({ form, findings }: { form: Form; findings: readonly Finding[] }) => {
  const view = useView()
  const part = useNav((s) => s.part)
  const seen = usePartInView(form.no, part)
  const tables = form.items.length > 0 ? form.tables : []
  return (
    <ul className="tree-parts">
      {form.groups.map((group) => (
        <li key={group.key}>
          <button type="button" className="tree-part" aria-current={part === null && seen === group.key ? 'true' : undefined} onClick={() => openGroup(form.no, group)}>
            <span className="grow">{shortTitle(group.title)}</span>
            <Mark name={groupMark(view, form, group, findings)} size={14} />
          </button>
        </li>
      ))}
      {tables.map((table) => {
        const counts = countKinds(findings.filter((f) => f.cells[0] && table.columns.some((c) => c.key === f.cells[0]?.item)))
        const rows = view.data.tables[table.key]?.length ?? 0
        return (
          <li key={table.key}>
            <button type="button" className="tree-part" data-part={table.key} aria-current={part === table.key ? 'true' : undefined} onClick={() => useNav.getState().openForm(form.no, table.key)}>
              <span className="grow">{table.name}</span>
              <Mark name={stateMark(counts, rows > 0 ? 1 : 0, 1, rows)} size={14} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

const FormLine = ({ form, state, findings }: { form: Form; state: FormState; findings: readonly Finding[] }) => {
  const here = useNav((s) => s.form === form.no)
  const counts = formCounts(findings, form.no)
  const asked = openQueries(useView()).some(({ item }) => form.items.some(({ key }) => key === item) || form.tables.some(({ columns }) => columns.some(({ key }) => key === item)))
  return (
    <li>
      <button type="button" className="tree-form" data-form={form.no} aria-current={here ? 'true' : undefined} onClick={() => showForm(form.no)}>
        <Mark name={asked && counts.stop + counts.verify === 0 ? 'query' : stateMark(counts, state.filled, state.required, state.entered)} />
        <span className="tree-name"><span className="tree-no">{form.no}</span> {form.short}</span>
        <span className="tree-note">{formNote(form, state)}</span>
      </button>
      {here && <Parts form={form} findings={findings} />}
    </li>
  )
}

const Off = ({ lines }: { lines: readonly { readonly form: Form; readonly state: FormState }[] }) => {
  const whys = [...new Set(lines.map((l) => l.state.why ?? t.form.noApply))]
  return whys.map((why) => (
    <li key={why} className="tree-off">
      <b><span>{lines.filter((l) => (l.state.why ?? t.form.noApply) === why).map((l) => l.form.no).join('、')}</span><span>{t.tree.no}</span></b>
      {why}
    </li>
  ))
}

const Legend = () => (
  <div className="tree-legend">
    <Mark name="done" size={12}><span>{t.tree.legendDone}</span></Mark>
    <Mark name="half" size={12}><span>{t.tree.legendHalf}</span></Mark>
    <Mark name="stop" size={12}><span>{t.tree.legendStop}</span></Mark>
    <Mark name="verify" size={12}><span>{t.tree.legendVerify}</span></Mark>
  </div>
)

/** The forms of the filing with their states; the open form's parts are indented below it. */
export const FormTree = () => {
  const view = useView()
  const findings = useShownFindings()
  const signoff = useNav((s) => s.form === 'signoff')
  const states = new Map(view.forms.map((f) => [f.form, f]))
  const lines = view.pack.forms.map((form) => ({ form, state: states.get(form.no) })).filter((l): l is { form: Form; state: FormState } => l.state !== undefined)
  const applying = lines.filter((l) => l.state.applies)
  const done = applying.filter(({ form, state }) => stateMark(formCounts(findings, form.no), state.filled, state.required, state.entered) === 'done').length
  const filled = signoffFilled(view)
  return (
    <nav className="tree" data-region="tree" aria-label={t.tree.title}>
      <div className="tree-head"><span>{t.tree.title}</span><span className="grow" /><span>{t.tree.done(done, applying.length)}</span></div>
      <ul className="tree-list">
        {applying.map(({ form, state }) => <FormLine key={form.no} form={form} state={state} findings={findings} />)}
        <Off lines={lines.filter((l) => !l.state.applies)} />
        <li className="tree-rule">
          <button type="button" className="tree-form" data-form="signoff" aria-current={signoff ? 'true' : undefined} onClick={() => useNav.getState().openForm('signoff')}>
            <Icon name="pen" className="grey" />
            <span className="tree-name">{t.tree.signoff}</span>
            <span className="tree-note">{filled}/{view.pack.signoff.length}</span>
          </button>
        </li>
      </ul>
      <Legend />
    </nav>
  )
}
