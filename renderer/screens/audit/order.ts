import type { Finding } from '../../../core/audit/finding.ts'
import type { FilingView } from '../../../core/contract.ts'
import type { Pack } from '../../../core/pack/schema.ts'
import { formOf, kindOf, openOf } from '../../grid/marks.ts'
import { t } from '../../text/texts.ts'
import type { IconName } from '../../ui/icons/paths.ts'

/** A heading of the list and the findings under it. */
export interface Bundle { readonly key: string; readonly icon: IconName; readonly title: string; readonly sub: string; readonly findings: readonly Finding[] }

const bySeverity = (view: FilingView, findings: readonly Finding[]): readonly Bundle[] => {
  const open = openOf(view)
  const of = (kind: keyof typeof open) => findings.filter((finding) => open[kind].includes(finding))
  const [stop, missing, verify, explained] = [of('stop'), of('missing'), of('verify'), of('explained')]
  return [
    { key: 'stop', icon: 'stop', title: t.audit.stop(stop.length), sub: t.audit.stopSub, findings: stop },
    { key: 'missing', icon: 'blank', title: t.audit.missing(missing.length), sub: t.audit.missingSub, findings: missing },
    { key: 'verify', icon: 'verify', title: t.audit.verify(verify.length), sub: t.audit.verifySub, findings: verify },
    { key: 'explained', icon: 'explained', title: t.audit.done(explained.length), sub: '', findings: explained },
  ]
}

const worst = (findings: readonly Finding[]): IconName => {
  const kinds = findings.map(kindOf)
  return kinds.includes('stop') ? 'stop' : kinds.includes('verify') ? 'verify' : 'explained'
}

const byForm = (pack: Pack, findings: readonly Finding[]): readonly Bundle[] =>
  [...pack.forms.map((form) => ({ key: form.no, title: `${form.no} ${form.short}` })), { key: 'signoff', title: t.tree.signoff }, { key: '', title: t.audit.title }].map(({ key, title }) => {
    const mine = findings.filter((finding) => formOf(finding) === key)
    return { key: `form-${key}`, icon: worst(mine), title: `${title}　${t.home.stopItems(mine.length)}`, sub: '', findings: mine }
  })

/** The list of 审核, by severity or by form, without empty headings. */
export const bundles = (view: FilingView, findings: readonly Finding[], order: 'severity' | 'form'): readonly Bundle[] =>
  (order === 'severity' ? bySeverity(view, findings) : byForm(view.pack, findings)).filter((bundle) => bundle.findings.length > 0)
