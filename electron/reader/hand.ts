import { audit } from '../../core/audit/run.ts'
import { typedData } from '../../core/filing/typed.ts'
import { dayFor } from '../clock.ts'
import { readCells, type Contents } from '../excel/book.ts'
import { templateIn } from '../excel/templateFiling.ts'
import type { PackShelf } from '../packs.ts'
import { countsOf, readFinding } from './examine.ts'
import type { ReadHand } from './messages.ts'

/** A template that somebody filled in, audited on today's date without a year before (D18); null when its cells cannot be read. */
export function readHand({ shelf, now }: { readonly shelf: PackShelf; readonly now: Date }, contents: Contents): ReadHand | null {
  const cells = readCells(contents)
  const filled = cells.ok ? templateIn(contents, cells.value) : null
  if (!filled?.ok) return null
  const { pack: of, year, data: typed, explanations: given } = filled.value
  const loaded = shelf.get(of.id)
  const say = (key: string): string => (typed.values[key] ?? '').trim()
  const unitId = say('uscc') === '' ? '' : `${say('uscc').toUpperCase()}-${say('unit_seq') || '00'}`.slice(0, 40)
  const known = { packId: of.id.slice(0, 60), year, unitId, orgName: say('org_name').slice(0, 200) }
  if (!loaded.ok) return { ...known, packKnown: false, data: typed, explanations: [], findings: [], errors: null, warnings: null }
  const { pack } = loaded.value
  const data = typedData(pack, typed)
  const today = dayFor(now, { sample: pack.sample, chosen: null })
  const explanations = audit({ pack, data, prior: null, today, explanations: [] }).flatMap((one) =>
    given.filter((line) => line.rule === one.rule && (line.row === null || line.row === one.rowKey)).map((line) => ({ rule: one.rule, row: one.row, item: one.item, text: line.text })))
  const findings = audit({ pack, data, prior: null, today, explanations }).map((one) => readFinding(one, new Set()))
  const { errors, warnings } = countsOf(findings)
  return { ...known, packKnown: true, data, explanations, findings, errors, warnings }
}
