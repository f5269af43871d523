import type { FormState } from '../../../../core/contract/summary.ts'
import type { ReviewFinding, ReviewLine, ReviewQuery, ReviewView } from '../../../../core/contract/regulator/review.ts'
import type { Pack } from '../../../../core/pack/schema.ts'

interface Of { readonly states: readonly FormState[]; readonly lines: readonly ReviewLine[]; readonly findings: readonly ReviewFinding[]; readonly queries: readonly ReviewQuery[] }

/** What each form holds for a reviewer; the sign-off last. */
export function formLines(pack: Pack, { states, lines, findings, queries }: Of): ReviewView['forms'] {
  const all = [...pack.forms.map(({ no, short }) => ({ form: no, short })), { form: 'signoff', short: '签署' }]
  const first = (finding: ReviewFinding): string => finding.cells[0]?.form ?? ''
  return all.map(({ form, short }) => {
    const own = lines.filter(line => line.form === form)
    const found = findings.filter(finding => first(finding) === form)
    return {
      form, short, applies: states.find(state => state.form === form)?.applies ?? true,
      differences: own.filter(line => line.differs).length, notable: own.filter(line => line.notable).length,
      errors: found.filter(one => one.severity === 'error').length, warnings: found.filter(one => one.severity === 'warning').length,
      queries: queries.filter(query => query.form === form && query.state !== 'closed').length,
    }
  })
}
