import type { CellNote } from '../../core/filing/note.ts'
import type { PrintInput, PrintSeal } from '../../core/print/input.ts'
import type { PlanAnswer } from '../../core/submission/input.ts'
import type { OpenFiling } from './heldFiling.ts'
import { unitIdOf } from './sealCheck.ts'

/** What the printed pages of a filing are made from. */
export function printInputOf(open: OpenFiling, as: { readonly submitNo: number; readonly unitId?: string; readonly seal: PrintSeal | null; readonly notes: readonly CellNote[]; readonly answers: readonly PlanAnswer[] }): PrintInput {
  return {
    pack: open.loaded.pack, data: open.data, computed: open.auditor.computed(), prior: open.prior, findings: open.auditor.findings(), forms: open.auditor.forms(),
    notes: as.notes, answers: as.answers, blank: false,
    meta: { unitId: as.unitId ?? unitIdOf(open), orgName: open.data.values.org_name || open.unit.name, submitNo: as.submitNo, priorText: priorText(open), seal: as.seal },
  }
}

function priorText(open: OpenFiling): string {
  if (!open.prior || open.prior.origin === 'none') return '无上年数据'
  if (open.prior.origin === 'own') return `${open.prior.year} 年本单位报送件`
  return open.prior.origin === 'typed' ? `${open.prior.year} 年数据由填报人录入` : `${open.prior.year} 年工作簿`
}
