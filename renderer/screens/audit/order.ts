import type { Finding } from '../../../core/audit/finding.ts'
import type { Pack } from '../../../core/pack/schema.ts'
import { formOf, kindOf } from '../../grid/marks.ts'
import { t } from '../../text/texts.ts'
import type { IconName } from '../../ui/icons/paths.ts'

/** A heading of the list and the findings under it. */
export interface Bundle { readonly key: string; readonly icon: IconName; readonly title: string; readonly sub: string; readonly findings: readonly Finding[] }

const bySeverity = (findings: readonly Finding[]): readonly Bundle[] => {
  const of = (kind: string) => findings.filter((finding) => kindOf(finding) === kind)
  const [stop, verify, explained] = [of('stop'), of('verify'), of('explained')]
  return [
    { key: 'stop', icon: 'stop', title: t.audit.stop(stop.length), sub: t.audit.stopSub, findings: stop },
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
export const bundles = (pack: Pack, findings: readonly Finding[], order: 'severity' | 'form'): readonly Bundle[] =>
  (order === 'severity' ? bySeverity(findings) : byForm(pack, findings)).filter((bundle) => bundle.findings.length > 0)
