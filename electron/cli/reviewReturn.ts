import { join, resolve } from 'node:path'
import { lookup, type PackIndex } from '../../core/pack/lookup.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { Payload } from '../../core/submission/payload.ts'
import { stage } from '../files.ts'
import type { Desk } from '../handlers/desk.ts'
import { gather } from '../handlers/regulator/review/gather.ts'
import { reviewQuery } from '../handlers/regulator/review/queries.ts'
import { reviewReturn } from '../handlers/regulator/review/returning.ts'
import { newestLetter } from '../ledger/store/letter.ts'
import { atLedger } from './ledger.ts'
import { refused, type Command } from './output.ts'

interface Return { readonly queries: readonly string[]; readonly reason: string; readonly due: string; readonly folder: string }
interface Returned { readonly submission: number; readonly state: 'returned'; readonly queries: number; readonly file: string }

/** Puts the queries of a command line and returns the submission; nothing is put while one of them names no cell. */
export async function returnUnit(desk: Desk, submission: number, { queries, reason, due, folder }: Return): Promise<Result<Returned>> {
  const at = await desk.ledger()
  if (!at.ok) return at
  const read = await gather(desk, at.value, submission)
  if (!read.ok) return read
  const asked = queries.map(text => asQuery(lookup(read.value.pack), read.value.payload, text))
  for (const one of asked) if (!one.ok) return one
  for (const one of asked) {
    const put = one.ok ? await reviewQuery(desk, { submission, ...one.value, due }) : one
    if (!put.ok) return put
  }
  const done = await reviewReturn(desk, { submission, reason, due, folder })
  return done.ok ? ok({ submission, state: 'returned', queries: done.value.queries, file: done.value.file }) : done
}

interface Asked { readonly item: string | null; readonly row: number | null; readonly text: string }

/** `rev_total: text`, `301.01: text`, `dom_rev@03: text` for a row by its key, `: text` for the whole. */
function asQuery(index: PackIndex, payload: Payload, said: string): Result<Asked> {
  const cut = /^([^:：]*)[:：]([\s\S]+)$/.exec(said)
  const text = cut?.[2]?.trim() ?? ''
  if (!cut || text === '') return no(problem('usage', { what: `--query "${said}"，应为 "指标: 问题"` }))
  const [name = '', rowKey] = (cut[1] ?? '').trim().split('@')
  if (name === '') return ok({ item: null, row: null, text })
  const entry = index.item(index.keyOf(name) ?? '') ?? byNumber(index, name)
  if (!entry) return no(problem('review-cell', { item: name }))
  if (entry.table === null) return rowKey === undefined ? ok({ item: entry.item.key, row: null, text }) : no(problem('review-cell', { item: `${name}@${rowKey}` }))
  const { key, rowKey: column } = entry.table
  const row = payload.tables[key]?.rows.find(one => one.cells[column] === rowKey)?.id
  return row === undefined ? no(problem('review-cell', { item: `${name}@${rowKey ?? ''}` })) : ok({ item: entry.item.key, row, text })
}

const byNumber = (index: PackIndex, name: string): ReturnType<PackIndex['item']> =>
  [...index.scalars, ...index.tables.flatMap(table => table.columns)].find(entry => `${entry.formNo}.${entry.item.no}` === name)

/** Writes the newest return slip of a unit again, the same bytes. */
export const slip: Command = async (given, output) => {
  const [unit] = given.files
  const { out } = given
  if (unit === undefined || given.files.length !== 1 || out === null) return refused(output, { code: 'usage', params: { what: 'slip 单位 --out 文件夹' } })
  return atLedger(given, output, async (_desk, ledger) => {
    const letter = await newestLetter(ledger.sql, 'return', unit)
    if (!letter) return refused(output, problem('review-slip', { unit }))
    const folder = resolve(out)
    const staged = stage(folder, letter.body)
    const file = staged.ok ? staged.value.place(join(folder, letter.name)) : staged
    if (!file.ok) return refused(output, file.problem)
    output.answer({ unit, file: file.value, digest: letter.digest, at: letter.at }, `${unit}　${file.value}`)
    return 0
  })
}
