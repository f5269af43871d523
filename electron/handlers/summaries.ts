import { z } from 'zod'
import type { FilingSummary, PackSummary, UnitSummary } from '../../core/contract.ts'
import type { FormState } from '../../core/contract/summary.ts'
import { lackingIn, openCounts, type OpenCounts } from '../../core/audit/open.ts'
import { findingsFor } from '../../core/part/elsewhere.ts'
import { listedOf, type ListedFiling } from '../db/listed.ts'
import type { Reader } from '../db/open.ts'
import { keepSummary } from '../db/summary.ts'
import { unitNoteOf } from '../db/unitNote.ts'
import type { UnitRow } from '../db/unit.ts'
import type { Desk } from './desk.ts'
import { formsShown } from './formsShown.ts'
import { keepMade } from './keepMade.ts'
import { letterSummary, noLetters, taskOf } from './letter/correspondence.ts'
import { openFiling, todayOf } from './openFiling.ts'

/** How far a filing is, without its lists of dates. */
interface Progress { readonly forms: readonly FormState[]; readonly open: OpenCounts; readonly legalForm: string | null }
const kept = z.strictObject({ forms: z.array(z.custom<FormState>()), open: z.strictObject({ stop: z.int(), missing: z.int(), verify: z.int(), explained: z.int() }) })

/** Units with their years, newest first; a filing whose pack is missing is not listed, its data stays. */
export function unitSummaries(desk: Desk, db: Reader, units: readonly UnitRow[]): readonly UnitSummary[] {
  const packs = new Map(desk.packs.summaries().map(pack => [pack.id, pack]))
  const listed = listedOf(db, units.map(unit => unit.id))
  return units.map(unit => unitWith(desk, db, { unit, rows: listed.get(unit.id) ?? [], packs }))
}

/** What is listed of a unit, and the packs by id. */
interface Listing { readonly unit: UnitRow; readonly rows: readonly ListedFiling[]; readonly packs: ReadonlyMap<string, PackSummary> }

/** One unit with its years. */
export const unitSummary = (desk: Desk, db: Reader, unit: UnitRow): UnitSummary =>
  unitWith(desk, db, { unit, rows: listedOf(db, [unit.id]).get(unit.id) ?? [], packs: new Map(desk.packs.summaries().map(pack => [pack.id, pack])) })

function unitWith(desk: Desk, db: Reader, { unit, rows, packs }: Listing): UnitSummary {
  const sample = packs.get(rows[0]?.pack ?? '')?.sample ?? false
  const listed = rows.flatMap(row => {
    const pack = packs.get(row.pack)
    const progress = pack ? progressOf(desk, db, { row, today: todayOf(desk, unit, pack.sample) }) : null
    return pack && progress ? [{ summary: filingSummary(desk, db, row, { pack, progress }), progress }] : []
  })
  return {
    unit: unit.id, unitId: `${unit.uscc}-${unit.unit_seq}`, name: unit.name, filings: listed.map(each => each.summary),
    legalForm: listed[0]?.progress.legalForm ?? null, today: todayOf(desk, unit, sample), note: unitNoteOf(db, unit.id),
  }
}

function filingSummary(desk: Desk, db: Reader, row: ListedFiling, of: { readonly pack: PackSummary; readonly progress: Progress }): FilingSummary {
  const task = row.letters === 1 ? taskOf(db, row.id) : null
  return {
    filing: row.id, year: row.year, pack: row.pack, state: row.state,
    submitNo: row.submit_no ?? 0, receipt: row.receipt, sealedAt: row.sealed_at, sealedOn: row.sealed_on,
    deadline: task?.letter.deadline ?? of.pack.deadline, forms: of.progress.forms, open: of.progress.open, givenBy: row.giver,
    letters: row.letters === 0 ? noLetters : letterSummary(db, row.id, () => { const open = openFiling(desk, row.id); return open.ok ? open.value : null }),
  }
}

/** As kept in the work file while nothing it depends on changed, else by an audit whose result is kept. */
function progressOf(desk: Desk, db: Reader, { row, today }: { readonly row: ListedFiling; readonly today: string }): Progress | null {
  const { id } = row
  const stamp = [desk.host.appVersion, desk.packs.stamp(), today, row.stamp].join('|')
  const held = row.kept_stamp === stamp ? kept.safeParse(JSON.parse(row.forms ?? '')) : null
  if (held?.success) return { ...held.data, legalForm: row.legal_form }
  const open = openFiling(desk, id)
  if (!open.ok) return null
  const forms = formsShown(open.value)
  const { loaded, data, auditor, parts } = open.value
  const counts = openCounts({ pack: loaded.pack, data, computed: auditor.computed(), findings: findingsFor(auditor.findings(), parts), lacking: lackingIn(forms) })
  const progress = { forms, open: counts, legalForm: open.value.data.values.legal_form ?? null }
  keepMade(desk, db, write => keepSummary(write, { filing: id, stamp, forms: JSON.stringify({ forms, open: counts }), legal_form: progress.legalForm }))
  return progress
}
