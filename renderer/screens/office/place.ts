import type { Request } from '../../../core/contract.ts'
import { withHost } from '../../../core/ledgerAddress.ts'

/** How the connection is protected. */
export const tlsKinds = ['verify-full', 'require', 'disable'] as const
export type Tls = (typeof tlsKinds)[number]
/** What one types to reach a ledger on a server. */
export interface Server { readonly host: string; readonly port: string; readonly database: string; readonly user: string; readonly password: string; /** Whether the system's key store is to keep it. */ readonly keep: boolean; readonly tls: Tls }
/** A file here, or a server. */
export type Place = Request<'ledger.open'>['place']

export const noServer: Server = { host: '', port: '5432', database: '', user: '', password: '', keep: false, tls: 'verify-full' }

/** The address without its password, as it may be kept. */
export const addressOf = (server: Server): string => {
  const host = server.host.trim()
  const at = host.startsWith('/') ? `/${encodeURIComponent(server.database.trim())}?host=${encodeURIComponent(host)}&port=${encodeURIComponent(server.port.trim())}` : `${host}:${server.port.trim()}/${encodeURIComponent(server.database.trim())}?`
  const user = server.user.trim() === '' ? '' : `${encodeURIComponent(server.user.trim())}@`
  return `postgres://${user}${at}${at.endsWith('?') ? '' : '&'}sslmode=${server.tls}`
}

/** The place a server stands for. */
export const placeOf = (server: Server): Place => ({ postgres: addressOf(server), ...(server.password === '' ? {} : { password: server.password }) })

/** Whether enough is typed to try. */
export const isWhole = (server: Server): boolean => server.host.trim() !== '' && server.database.trim() !== '' && /^\d{1,5}$/.test(server.port.trim())

/** An address that an administrator fixed, field by field; null for one that cannot be read. */
export const serverOf = (address: string): Server | null => {
  try {
    const url = new URL(withHost(address))
    const tls = tlsKinds.find((one) => one === url.searchParams.get('sslmode')) ?? 'verify-full'
    return { host: url.searchParams.get('host') ?? url.hostname, port: url.port || url.searchParams.get('port') || '5432', database: decodeURIComponent(url.pathname.slice(1)), user: decodeURIComponent(url.username), password: '', keep: false, tls }
  } catch {
    return null
  }
}
