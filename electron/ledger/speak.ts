import type { LedgerParam } from './sql.ts'

/** A statement as the server takes it. */
export interface Spoken { readonly text: string; readonly values: readonly (string | Uint8Array)[] }

const pieces = new Map<string, readonly string[]>()
const KEPT = 2000

/**
 * Says a statement in PostgreSQL's way: `?` is numbered and has the type of what is given, so that it means what it means in SQLite, where a value brings its own;
 * names in camelCase keep their capitals.
 */
export function speak(text: string, params: readonly LedgerParam[]): Spoken {
  const parts = pieces.get(text) ?? cut(text)
  if (pieces.size > KEPT) pieces.clear()
  pieces.set(text, parts)
  if (parts.length - 1 !== params.length) throw new Error(`${parts.length - 1} parameters are asked for, ${params.length} given: ${text.slice(0, 200)}`)
  const values: (string | Uint8Array)[] = []
  const said = parts.slice(1).map((part, n) => {
    const param = params[n] ?? null
    if (param === null) return `null${part}`
    values.push(param instanceof Uint8Array ? param : String(param))
    return `$${values.length}::${typeOf(param)}${part}`
  })
  return { text: (parts[0] ?? '') + said.join(''), values }
}

/** Pieces between the question marks that stand outside quotes. */
function cut(text: string): readonly string[] {
  const found: string[] = ['']
  for (const [token] of text.matchAll(/'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\?|[A-Za-z_]\w*|[^'"?A-Za-z_-]+|-/g)) {
    if (token === '?') found.push('')
    else found[found.length - 1] += /^[a-z][a-z0-9_]*[A-Z]\w*$/.test(token) ? `"${token}"` : token
  }
  return found
}

function typeOf(param: Exclude<LedgerParam, null>): string {
  if (typeof param === 'string') return 'text'
  if (param instanceof Uint8Array) return 'bytea'
  if (typeof param === 'number' && !Number.isInteger(param)) return 'float8'
  return param >= -0x80000000 && param <= 0x7fffffff ? 'integer' : 'bigint'
}
