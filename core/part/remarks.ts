import { programOf } from '../formula/program.ts'
import type { Reads } from '../formula/scope.ts'
import type { Explanation } from '../filing/filing.ts'
import type { Noted } from '../filing/edit.ts'
import type { CellNote } from '../filing/note.ts'
import { lookup } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import type { PartAnswers, Remark } from './file.ts'

/** Everything said about a filing: explanations of its findings, notes on its cells. */
export interface Said { readonly explanations: readonly Explanation[]; readonly notes: readonly CellNote[] }
/** What is said about a row, or, `table` null, about what stands once. */
export type RemarksAt = (table: string | null, row: number | null) => readonly Remark[]
/** Where an explanation stands: its table, null for what stands once, and the forms it needs. */
interface Home { readonly table: string | null; readonly forms: readonly string[] }

const homes = new WeakMap<Pack, ReadonlyMap<string, Home>>()

/** Each rule's table and every form that it reads. */
function homeOf(pack: Pack, rule: string): Home | undefined {
  const known = homes.get(pack)
  if (known) return known.get(rule)
  const { index, rules } = programOf(pack)
  const formsOf = (reads: Reads): readonly string[] => [...new Set([...reads.scalars, ...reads.own, ...reads.across].map(e => e.formNo))]
  homes.set(pack, new Map(rules.map(r => [r.rule.id, { table: r.kind === 'row' ? (index.tables[r.table]?.table.key ?? null) : null, forms: formsOf(r.reads) }])))
  return homeOf(pack, rule)
}

/** The forms that a rule reads. */
export const formsOfRemark = (pack: Pack, rule: string | null): readonly string[] => (rule === null ? [] : (homeOf(pack, rule)?.forms ?? []))

/** Where a remark stands in a part of these forms; null when it does not belong to them. */
export function placeOfRemark(pack: Pack, forms: readonly string[], said: { readonly rule: string | null; readonly item: string | null }): { readonly table: string | null } | null {
  const entry = said.item === null ? undefined : lookup(pack).item(said.item)
  if (said.item !== null) return entry && forms.includes(entry.formNo) ? { table: entry.table?.key ?? null } : null
  const home = said.rule === null ? undefined : homeOf(pack, said.rule)
  return home && home.forms.length > 0 && home.forms.every(f => forms.includes(f)) ? { table: home.table } : null
}

/** What is said about the cells of some forms, by where it stands. */
export function remarksOf(pack: Pack, forms: readonly string[], said: Said): RemarksAt {
  const all: (Remark & { readonly row: number | null })[] = [
    ...said.explanations.map(e => ({ kind: 'explain' as const, rule: e.rule, item: e.item, text: e.text, shared: true, row: e.row })),
    ...said.notes.map(n => ({ kind: 'note' as const, rule: null, item: n.item, text: n.text, shared: n.shared, row: n.row })),
  ]
  const byPlace = new Map<string, Remark[]>()
  for (const { row, ...remark } of all) {
    const place = placeOfRemark(pack, forms, remark)
    const at = place && (place.table === null) === (row === null) ? `${place.table ?? ''}/${row ?? ''}` : null
    if (at !== null) byPlace.set(at, [...(byPlace.get(at) ?? []), remark])
  }
  return (table, row) => byPlace.get(`${table ?? ''}/${row ?? ''}`) ?? []
}

/** Whether every remark of a part belongs to its forms, each thing said once. */
export function remarksFit(pack: Pack, forms: readonly string[], answers: PartAnswers): boolean {
  const fits = (table: string | null, remarks: readonly Remark[] = []): boolean =>
    new Set(remarks.map(remarkId)).size === remarks.length && remarks.every(r => (r.kind === 'explain') === (r.rule !== null) && placeOfRemark(pack, forms, r)?.table === table)
  return fits(null, answers.remarks) && Object.entries(answers.tables).every(([table, rows]) => rows.every(r => fits(table, r.remarks)))
}

/** What two remarks have in common that are about the same. */
export const remarkId = (r: Pick<Remark, 'kind' | 'rule' | 'item'>): string => `${r.kind}:${r.rule ?? ''}:${r.item ?? ''}`

/** A remark as an edit takes it; none is an empty text. */
export const noted = (r: Remark | null): Noted => ({ text: r?.text ?? '', shared: r?.shared ?? false })
