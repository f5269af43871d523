import type { Answer, Request } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import { changesOf, type ChangeRow } from '../db/change.ts'
import type { Desk } from './desk.ts'

/** The record of changes, newest first. */
export function filingHistory(desk: Desk, args: Request<'filing.history'>): Result<Answer<'filing.history'>> {
  const store = desk.store()
  if (!store.ok) return store
  return ok(changesOf(store.value.read, args.filing, { item: args.item, row: args.row }, args.limit).map(entryOf))
}

const marks: Readonly<Record<ChangeRow['kind'], string>> = { cell: '', add: '（新增一行）', delete: '（删除一行）', move: '（移动一行）', explain: '', note: '', seal: '', reopen: '' }
function entryOf(c: ChangeRow): Answer<'filing.history'>[number] {
  return { at: c.at, osUser: c.osUser, userName: c.userName, item: c.item, row: c.row, rowKey: c.rowKey, old: c.old, now: c.now + markOf(c), reason: c.reason }
}
/** A change of no item moved the whole year into the bin or out of it. */
const markOf = (c: ChangeRow): string => (c.item !== '' ? marks[c.kind] : c.kind === 'delete' ? '（移入回收站）' : c.kind === 'add' ? '（从回收站恢复）' : marks[c.kind])
