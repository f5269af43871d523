import { lookup, type PackIndex } from '../pack/lookup.ts'
import type { Pack } from '../pack/schema.ts'
import type { PartAnswers, PartBody, Remark } from './file.ts'
import { placeOfRemark, remarksFit } from './remarks.ts'

/** Whether everything in a part belongs to its forms of this pack: known items that are entered, in their tables, each row once. */
export function fitsPack(pack: Pack, body: PartBody): boolean {
  const index = lookup(pack)
  const known = body.forms.every(form => form === 'signoff' || index.forms.some(f => f.no === form))
  const context = Object.keys(body.context).every(item => index.item(item)?.table === null && index.item(item)?.computed === false)
  const given = Object.values(body.base.tables).every(rows => rows.every(r => r.row !== null))
  return known && context && given && [body.base, ...(body.now ? [body.now] : [])].every(answers => belongs(index, body.forms, answers) && remarksFit(pack, body.forms, answers))
}

function belongs(index: PackIndex, forms: readonly string[], answers: PartAnswers): boolean {
  const chosen = new Set(forms)
  const single = Object.keys(answers.values).every(item => { const e = index.item(item); return e !== undefined && e.table === null && !e.computed && chosen.has(e.formNo) })
  return single && Object.entries(answers.tables).every(([key, rows]) => {
    const table = index.table(key)
    const ids = rows.flatMap(r => (r.row === null ? [] : [r.row]))
    return table !== undefined && chosen.has(table.form.no) && new Set(ids).size === ids.length && rows.every(r => Object.keys(r.cells).every(item => table.byKey.get(item)?.computed === false))
  })
}

/** The answers of some forms only. */
export function within(pack: Pack, forms: readonly string[], answers: PartAnswers): PartAnswers {
  const index = lookup(pack)
  const chosen = new Set(forms)
  const said = (remarks: readonly Remark[] | undefined) => (remarks ? { remarks: remarks.filter(r => placeOfRemark(pack, forms, r)) } : {})
  return {
    values: Object.fromEntries(Object.entries(answers.values).filter(([item]) => chosen.has(index.item(item)?.formNo ?? ''))),
    tables: Object.fromEntries(Object.entries(answers.tables).filter(([table]) => chosen.has(index.table(table)?.form.no ?? '')).map(([table, rows]) => [table, rows.map(r => ({ ...r, ...said(r.remarks) }))])),
    ...said(answers.remarks),
  }
}
