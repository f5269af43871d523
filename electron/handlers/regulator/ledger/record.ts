import type { Answer, Request } from '../../../../core/contract.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { recordKinds, registerFieldNames } from '../../../../core/text/recordWords.ts'
import { recordPage, type RecordRow } from '../../../ledger/store/record.ts'
import type { Desk } from '../../desk.ts'

/** Everything that was decided on the ledger: who, when, why (D24). */
export async function ledgerRecord(desk: Desk, args: Request<'ledger.record'>): Promise<Result<Answer<'ledger.record'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const { rows, total } = await recordPage(open.value.sql, args, args)
  return ok({ total, lines: rows.map(({ at, by, kind, unit, name, reason, ...row }) => ({ at, by, kind, unit, name, reason, what: whatOf({ kind, ...row }) })) })
}

function whatOf({ kind, field, old, now, detail }: Pick<RecordRow, 'kind' | 'field' | 'old' | 'now' | 'detail'>): string {
  if (kind !== 'register') return `${recordKinds[kind] ?? kind}${facts(kind, detail)}`
  if (field === '' || field === null) return `列入名录：${now ?? ''}`
  return `${registerFieldNames[field] ?? field}：${old || '（空）'} → ${now || '（空）'}`
}

/** The little a line of the record can say of its details. */
function facts(kind: string, detail: string): string {
  const found = parsed(detail)
  const said = (key: string): string => (typeof found[key] === 'string' ? found[key] : '')
  if (kind === 'key-rotate') return `：${said('old')} → ${said('now')}`
  if (kind.startsWith('key')) return `：${said('signer')}`
  if (kind === 'person') return `：${said('name')} ${said('role')}`
  if (kind === 'adjust') return `：${said('item')} ${said('old')} → ${said('now')}`
  if (kind === 'restore') return `：${said('from')}`
  return typeof found['before'] === 'string' ? `：${found['before']} 以前` : ''
}

function parsed(detail: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(detail)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch { return {} }
}
