import type { ReviewView } from '../../../core/contract/regulator/review.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import type { IconName } from '../../ui/icons/paths.ts'
import { showForm, useReviewing } from './reviewing.ts'

type Form = ReviewView['forms'][number]

const markOf = (form: Form): { readonly icon: IconName; readonly tone: string } => {
  if (form.errors > 0) return { icon: 'stop', tone: 'c-stop' }
  if (form.queries > 0) return { icon: 'query', tone: 'c-accent' }
  return form.warnings > 0 ? { icon: 'explained', tone: 'c-verify' } : { icon: 'done', tone: 'c-done' }
}

const Tab = ({ form, view, on }: { form: Form; view: ReviewView; on: boolean }) => {
  const { icon, tone } = markOf(form)
  return (
    <button type="button" className="review-tab" aria-current={on ? 'true' : undefined} title={form.short} onClick={() => showForm(view, form.form)} data-review-form={form.form} data-differences={form.differences}>
      <Icon name={icon} className={tone} />{/^\d/.test(form.form) ? form.form : form.short}{form.differences > 0 && <span className="review-tab-n">{on ? t.review.formDifferences(form.differences) : form.differences}</span>}
    </button>
  )
}

/** The forms of the submission, each with what stands out, and whether all lines are listed or the notable ones. */
export const FormTabs = ({ view }: { view: ReviewView }) => {
  const form = useReviewing((s) => s.form)
  const every = useReviewing((s) => s.every)
  const lines = view.lines.filter((line) => line.form === form)
  const { show } = useReviewing.getState()
  return (
    <div className="review-tabs">
      <nav aria-label={t.review.forms}>{view.forms.filter((one) => one.applies).map((one) => <Tab key={one.form} form={one} view={view} on={one.form === form} />)}</nav>
      <span className="seg" role="group" aria-label={t.review.which}>
        <button type="button" aria-pressed={!every} onClick={() => show({ every: false })} data-which="notable">{t.review.notable(lines.filter((line) => line.notable).length)}</button>
        <button type="button" aria-pressed={every} onClick={() => show({ every: true })} data-which="all">{t.review.all(lines.length)}</button>
      </span>
    </div>
  )
}
