import { problem, type Problem } from '../../core/problem.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '')

/** Whether a failure means that the connection is gone, not that the statement was refused. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error)
  if (/^(08|57P0)/.test(code)) return true
  if (/^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_AGAIN)/.test(code) || code === 'ENOTFOUND' || code === 'ENOENT') return true
  return /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed|not queryable/i.test(messageOf(error))
}

/** What a server's failure means to a person, or null when it is a bug. */
export function serverProblem(error: unknown, where: string, opening: boolean): Problem | null {
  const [code, message] = [codeOf(error), messageOf(error)]
  if (/no encryption/i.test(message)) return problem('ledger-tls', { where, what: message.slice(0, 200) })
  if (code.startsWith('28') || /password must be a/i.test(message)) return problem('ledger-password', { where })
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO/.test(code) || /SSL/.test(message)) return problem('ledger-tls', { where, what: message.slice(0, 200) })
  if (code === '3D000' || code === '3F000') return problem('ledger-server', { where, what: message.slice(0, 200) })
  if (isLost(error)) return opening ? problem('ledger-server', { where, what: message.slice(0, 200) || code }) : problem('ledger-lost', { where })
  if (code === '42501') return problem('ledger-role', { name: '这个数据库用户', role: '没有这项权限' })
  if (code === '53100') return problem('disk-full', { path: where })
  return code === '40001' || code === '40P01' || code === '55P03' ? problem('busy') : null
}
