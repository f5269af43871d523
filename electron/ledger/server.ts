import { readFileSync, statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { ConnectionOptions } from 'node:tls'
import { withHost } from '../../core/ledgerAddress.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { shownAddress } from './place.ts'

/** What an address of a server says. */
export interface Server {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly schema: string
  readonly password: string | undefined
  readonly ssl: ConnectionOptions | false
  /** The address as it may be shown. */
  readonly where: string
}

const modes = ['disable', 'require', 'verify-ca', 'verify-full'] as const

/**
 * Reads `postgres://user@host:port/database?sslmode=…&sslrootcert=…&schema=…`. To another machine the connection is encrypted and the server proved
 * (`verify-full`) unless the address says otherwise; `host` may be the folder of a local socket. A password that is not given is looked for where libpq looks.
 */
export function serverOf(address: string, given?: string): Result<Server> {
  const wrong = (what: string): Result<never> => no(problem('ledger-address', { what }))
  const hosted = withHost(address)
  if (!URL.canParse(hosted)) return wrong(shownAddress(address).slice(0, 100))
  const url = new URL(hosted)
  const asked = (key: string): string | null => url.searchParams.get(key)
  const host = asked('host') ?? (decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '') || 'localhost')
  const mode = asked('sslmode') ?? (isHere(host) ? 'disable' : 'verify-full')
  const known = modes.find(one => one === mode)
  if (!known) return wrong(`sslmode=${mode}`)
  const schema = asked('schema') ?? 'public'
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) return wrong(`schema=${schema}`)
  const user = decodeURIComponent(url.username) || process.env['PGUSER'] || userInfo().username
  const database = decodeURIComponent(url.pathname.slice(1)) || user
  const port = Number(asked('port') ?? (url.port || '5432'))
  const to = { host, port, user, database }
  const ssl = tlsOf(known, host, asked)
  if (!ssl.ok) return ssl
  const password = given ?? (url.password === '' ? undefined : decodeURIComponent(url.password)) ?? keptPassword(to)
  return ok({ ...to, schema, password, ssl: ssl.value, where: shownAddress(address) })
}

const isHere = (host: string): boolean => host.startsWith('/') || ['localhost', '127.0.0.1', '::1'].includes(host)

function tlsOf(mode: (typeof modes)[number], host: string, asked: (key: string) => string | null): Result<ConnectionOptions | false> {
  if (mode === 'disable') return ok(false)
  try {
    const file = (key: string): { pem: Buffer } | null => { const path = asked(key); return path === null ? null : { pem: readFileSync(path) } }
    const [ca, cert, key] = [file('sslrootcert'), file('sslcert'), file('sslkey')]
    return ok({
      rejectUnauthorized: mode !== 'require', minVersion: 'TLSv1.2', ...(/^[\d.:]+$/.test(host) ? {} : { servername: host }),
      ...(ca ? { ca: ca.pem } : {}), ...(cert ? { cert: cert.pem } : {}), ...(key ? { key: key.pem } : {}),
      ...(mode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
    })
  } catch (error) {
    return no(problem('ledger-address', { what: error instanceof Error ? error.message : '' }))
  }
}

/** PGPASSWORD, then the user's own password file, which nobody else may read. */
function keptPassword(to: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }): string | undefined {
  if (process.env['PGPASSWORD'] !== undefined) return process.env['PGPASSWORD']
  const windows = process.platform === 'win32'
  const path = process.env['PGPASSFILE'] ?? (windows ? join(process.env['APPDATA'] ?? '', 'postgresql', 'pgpass.conf') : join(homedir(), '.pgpass'))
  try {
    if (!windows && (statSync(path).mode & 0o077) !== 0) return undefined
    const wanted = [to.host.startsWith('/') ? 'localhost' : to.host, String(to.port), to.database, to.user]
    const lines = readFileSync(path, 'utf8').split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#'))
    return lines.map(fieldsOf).find(fields => fields.length >= 5 && wanted.every((word, n) => fields[n] === '*' || fields[n] === word))?.[4]
  } catch { return undefined }
}

/** Fields of a line of the password file: `\:` is a colon, `\\` a backslash. */
const fieldsOf = (line: string): readonly string[] => [...line.matchAll(/((?:\\.|[^:\\])*)(?::|$)/g)].map(([, field = '']) => field.replace(/\\(.)/g, '$1'))
