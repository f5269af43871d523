import type { Answer, Request } from '../../core/contract.ts'
import { compareParts, type PartDifference, type PartVerdict } from '../../core/part/compare.ts'
import { cellsIn, mergeEdits, sideOf, undecided } from '../../core/part/merge.ts'
import { remarksOf } from '../../core/part/remarks.ts'
import { sliceOf } from '../../core/part/slice.ts'
import type { PartCounts, PartPreview } from '../../core/contract/parting.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { partsOf } from '../db/part.ts'
import { nextRow } from '../db/tableRow.ts'
import type { ReadPart } from '../partFile.ts'
import { commitEdits } from './commitEdits.ts'
import type { Desk } from './desk.ts'
import { editable } from './filing.ts'
import type { OpenFiling } from './heldFiling.ts'
import { openFiling } from './openFiling.ts'
import { partIn } from './partIn.ts'
import { unitFor } from './partOpen.ts'
import { storedCells } from './undo.ts'
import { changeAfter } from './view.ts'

/** Everything that differs between what was given, what is here and what came back; nothing changes. */
export function partPreview(desk: Desk, args: Request<'part.preview'>): Result<PartPreview> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const looked = lookAt(desk, open.value, args.path)
  if (!looked.ok) return looked
  const { read, differences } = looked.value
  const { body, digest, signer } = read
  return ok({ digest, signer, forms: body.forms, to: body.to, by: body.by, givenAt: givenAt(desk, open.value, body.part), returnedAt: body.at, counts: countsOf(differences), differences })
}

/** Brings a returned part in as one step; refused while a conflict is open or the file is another than the one previewed. */
export function partMerge(desk: Desk, args: Request<'part.merge'>): Result<Answer<'part.merge'>> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const { filing, store } = at.value
  const looked = lookAt(desk, filing, args.path)
  if (!looked.ok) return looked
  const { read, differences } = looked.value
  if (read.digest !== args.digest) return no(problem('part-changed', { path: args.path }))
  const choices = new Map(args.choices.map(c => [c.id, c.take]))
  const open = undecided(differences, choices)
  if (open.length > 0) return no(problem('part-undecided', { count: open.length }))
  const edits = mergeEdits(differences, choices, { data: filing.data, nextRow: table => nextRow(store.read, args.filing, table), cellsOf: storedCells(store.read, filing) })
  if (edits.length > 0) commitEdits(desk, at.value, edits, { label: 'merge', reason: `合并 ${read.body.by} 交回的分工文件` })
  const merged = differences.filter(d => sideOf(d, choices) === 'theirs').reduce((n, d) => n + cellsIn(d), 0)
  return ok({ change: changeAfter(filing, edits), merged })
}

interface Looked { readonly read: ReadPart; readonly differences: readonly PartDifference[] }
/** What was given is taken from our own record where there is one. */
function lookAt(desk: Desk, filing: OpenFiling, path: string): Result<Looked> {
  const store = desk.store()
  if (!store.ok) return store
  const read = partIn(desk, path, 'returned')
  if (!read.ok) return read
  const { body } = read.value
  const { pack } = filing.loaded
  if (unitFor(store.value.read, body)?.id !== filing.unit.id) return no(problem('part-unit', { name: body.unit.name, unit: `${body.unit.uscc}-${body.unit.unitSeq}` }))
  if (body.pack.id !== pack.id) return no(problem('part-pack', { found: body.pack.id, here: pack.id }))
  const own = partsOf(store.value.read, filing.filing.id).find(p => p.side === 'out' && p.body.part === body.part)
  if (body.now === null || (own && own.body.baseDigest !== body.baseDigest)) return no(problem('part-damaged', { path }))
  const differences = compareParts(pack, { base: body.base, mine: sliceOf(pack, body.forms, filing.data), theirs: body.now, mineSays: remarksOf(pack, body.forms, filing) })
  return ok({ read: read.value, differences })
}

function givenAt(desk: Desk, filing: OpenFiling, part: string): string | null {
  const store = desk.store()
  return store.ok ? (partsOf(store.value.read, filing.filing.id).find(p => p.side === 'out' && p.body.part === part)?.at ?? null) : null
}

/** Cells by verdict. */
function countsOf(differences: readonly PartDifference[]): PartCounts {
  const of = (verdict: PartVerdict): number => differences.filter(d => d.verdict === verdict).reduce((n, d) => n + cellsIn(d), 0)
  return { theirs: of('theirs'), mine: of('mine'), conflict: of('conflict'), same: of('same') }
}
