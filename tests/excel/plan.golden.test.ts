import { it } from 'vitest'
import { planSheets, planTemplate } from '../../core/submission/plan.ts'
import { loadedPack } from '../core/samples.ts'
import { golden, planLines } from '../support/golden.ts'
import { planInput } from './filings.ts'

for (const kind of ['enterprise', 'institution', 'government'] as const) {
  it(`the export plan of the ${kind} is the golden one`, () => golden(`plan-${kind}.txt`, planLines(planSheets(planInput(kind)))))
}
it('the plan of the blank template is the golden one', () => golden('plan-template.txt', planLines(planTemplate(loadedPack('annual-2026')))))
