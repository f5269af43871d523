import type { FilingData } from '../filing/filing.ts'
import { lookup, type TableEntry } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import { verdictOf, type PartDifference, type Place, type Stand } from './difference.ts'
import type { PartAnswers, Remark } from './file.ts'
import { formsOfRemark, remarkId } from './remarks.ts'

type Remarks = readonly Remark[]
/** What is said on three sides about one row, or about what stands once. */
export interface SaidSides { readonly base: Remarks; readonly mine: Remarks; readonly theirs: Remarks }

const asText = (r: Remark | null): string => (r ? `${r.shared ? '1' : '0'}${r.text}` : '')

/** Explanations and notes that differ. */
export function remarksBetween(pack: Pack, place: Omit<Place, 'form'>, { base, mine, theirs }: SaidSides): readonly PartDifference[] {
  const find = (list: Remarks, id: string): Remark | null => list.find(r => remarkId(r) === id) ?? null
  const known = new Map([...base, ...mine, ...theirs].map(r => [remarkId(r), r]))
  return [...known].flatMap(([id, { kind, rule, item }]): readonly PartDifference[] => {
    const [b, m, t] = [find(base, id), find(mine, id), find(theirs, id)]
    const verdict = verdictOf(asText(b), asText(m), asText(t))
    if (verdict === null) return []
    const form = item === null ? (lookup(pack).table(place.table ?? '')?.form.no ?? formsOfRemark(pack, rule)[0] ?? '') : (lookup(pack).item(item)?.formNo ?? '')
    return [{ ...place, kind: 'remark', id: `${place.id}${id}`, form, about: kind, rule, item, base: b, mine: m, theirs: t, verdict }]
  })
}

/** The order of the rows that are on all three sides, where it differs. */
export function orderBetween(table: TableEntry, sides: { readonly base: PartAnswers; readonly mine: FilingData; readonly theirs: PartAnswers }): readonly PartDifference[] {
  const key = table.table.key
  const idsOf = (answers: PartAnswers): readonly number[] => (answers.tables[key] ?? []).flatMap(r => (r.row === null ? [] : [r.row]))
  const here = (sides.mine.tables[key] ?? []).map(r => r.id)
  const [given, back] = [idsOf(sides.base), idsOf(sides.theirs)]
  const [inBase, inBack] = [new Set(given), new Set(back)]
  const common = new Set(here.filter(id => inBase.has(id) && inBack.has(id)))
  const [base, mine, theirs] = [given.filter(id => common.has(id)), here.filter(id => common.has(id)), back.filter(id => common.has(id))]
  const verdict = verdictOf(base.join(), mine.join(), theirs.join())
  return verdict === null ? [] : [{ kind: 'order', id: `${key}/order`, form: table.form.no, table: key, row: null, rowKey: null, base, mine, theirs, verdict }]
}

type Theirs = PartAnswers['tables'][string]
/** Where each of their rows stands; `hereAs` is what a row is called here, null when it is not here. */
export function standsOf(rows: Theirs, hereAs: (row: Theirs[number]) => number | null): ReadonlyMap<Theirs[number], Stand> {
  let behind: number | null = null
  return new Map(rows.map((row, at) => {
    const stand = { at, behind }
    behind = hereAs(row) ?? behind
    return [row, stand]
  }))
}
