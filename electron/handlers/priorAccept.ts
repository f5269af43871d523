import type { Answer, FilingChange, Request } from '../../core/contract.ts'
import { carryProposals } from '../../core/filing/proposals.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { filingApply } from './apply.ts'
import type { Desk } from './desk.ts'
import { editable } from './filing.ts'
import { openFiling } from './openFiling.ts'
import { priorLook } from './prior.ts'

/** The 带入 cells of last year beside this year's, for review; nothing is taken. */
export function priorProposals(desk: Desk, args: Request<'prior.proposals'>): Result<Answer<'prior.proposals'>> {
  const open = openFiling(desk, args.filing)
  if (!open.ok) return open
  const { prior, loaded, data } = open.value
  if (!prior) return no(problem('prior-none'))
  const look = priorLook(desk, args.filing)
  return look.ok ? ok({ origin: prior.origin, year: prior.year, items: carryProposals(loaded.pack, data, prior.data), lost: look.value.lost }) : look
}

/** Takes proposals over in one step that undo takes back; one that is not proposed refuses all. */
export function priorAccept(desk: Desk, args: Request<'prior.accept'>): Result<FilingChange> {
  const at = editable(desk, args.filing)
  if (!at.ok) return at
  const { prior, loaded, data } = at.value.filing
  if (!prior) return no(problem('prior-none'))
  const id = (item: string, row: number | null): string => `${item}/${row ?? ''}`
  const proposed = new Map(carryProposals(loaded.pack, data, prior.data).map(one => [id(one.item, one.row), one]))
  const cells: Request<'filing.apply'>['cells'] = []
  const added = new Map<string, { table: string; cells: Record<string, string> }>()
  for (const { item, row } of args.items) {
    const one = proposed.get(id(item, row))
    if (!one) return no(problem('not-found', { what: item }))
    if (one.table === null || one.present !== null) { cells.push({ item, row: one.present, text: one.last }); continue }
    const fresh = added.get(`${one.table}/${row}`) ?? { table: one.table, cells: {} }
    fresh.cells[item] = one.last
    added.set(`${one.table}/${row}`, fresh)
  }
  return filingApply(desk, { filing: args.filing, label: 'prior', cells, rows: [...added.values()], reason: '上年带入' })
}
