import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fieldForms } from '../../core/policy/forms.ts'
import { policyFields, type PolicyField } from '../../core/policy/schema.ts'
import { removeFolder } from '../briefFolder.ts'

/** Where group policy writes; only administrators may. */
export const POLICY_KEY = 'Software\\Policies\\Jianbao'
const ROOT = `HKEY_LOCAL_MACHINE\\${POLICY_KEY}`

/** The values of the policies' registry key, in the shape of a policy file; null where group policy says nothing. */
export function readRegistry(): Readonly<Record<string, unknown>> | null {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-policy-'))
  try {
    const file = join(folder, 'policy.reg')
    const program = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe')
    execFileSync(program, ['export', ROOT, file, '/y', '/reg:64'], { timeout: 5000, windowsHide: true, stdio: 'ignore' })
    return valuesOf(readFileSync(file, 'utf16le'))
  } catch {
    return null
  } finally {
    removeFolder(folder)
  }
}

/** The policy in the text of an exported registry key: values by name, lists as sub-keys of their name. */
export function valuesOf(text: string): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  let key = ''
  for (const line of text.replace(/^\uFEFF/, '').replace(/\\\r?\n\s*/g, '').split(/\r?\n/)) {
    const section = /^\[(.+)\]$/.exec(line)?.[1]
    if (section !== undefined) { key = section; continue }
    const [, name, raw] = /^"((?:[^"\\]|\\.)*)"=(.*)$/.exec(line) ?? []
    if (name === undefined || raw === undefined) continue
    const value = valueOf(raw)
    const list = key.toLowerCase().startsWith(`${ROOT.toLowerCase()}\\`) ? key.slice(ROOT.length + 1) : null
    if (list === null) found[unescaped(name)] = typed(unescaped(name), value)
    else found[list] = [...(Array.isArray(found[list]) ? (found[list] as unknown[]) : []), value]
  }
  return found
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1')

function valueOf(raw: string): string | number {
  const number = /^dword:([0-9a-f]{8})$/i.exec(raw)?.[1]
  if (number !== undefined) return parseInt(number, 16)
  const bytes = /^hex\(2\):(.*)$/i.exec(raw)?.[1]
  if (bytes !== undefined) return Buffer.from(bytes.replace(/[^0-9a-f]/gi, ''), 'hex').toString('utf16le').replace(/\0+$/, '')
  return unescaped(/^"(.*)"$/.exec(raw)?.[1] ?? raw)
}

/** A switch is 0 or 1 in the registry. */
function typed(name: string, value: string | number): unknown {
  const field = policyFields.find(one => one === name) as PolicyField | undefined
  return field && fieldForms[field].kind === 'switch' && (value === 0 || value === 1) ? value === 1 : value
}
