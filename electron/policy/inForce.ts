import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { homedir, userInfo } from 'node:os'
import { nothingTaken, readPolicyText, readPolicyValues, type PolicyReading } from '../../core/policy/read.ts'
import { policyFields, type Policy, type PolicyField } from '../../core/policy/schema.ts'
import { noPolicy, type PolicyInForce, type PolicySource } from '../../core/policy/shown.ts'
import { readRegistry } from './registry.ts'
import { administratorsOnly, ownOnly, rootOnly, type TrustCheck } from './trust.ts'

/** Where a policy is looked for, and how it is known to be an administrator's. */
export interface PolicyPlace {
  readonly file: string
  readonly trusted: TrustCheck
  /** What group policy says, where there is such a thing; it goes before the file, setting by setting. */
  readonly group?: () => Readonly<Record<string, unknown>> | null
}

/** The machine's place. Only a checkout, which was never built, may be told another one by its environment. */
export function policyPlace(env: NodeJS.ProcessEnv, built: boolean): PolicyPlace {
  if (!built && env.JIANBAO_POLICY) return { file: env.JIANBAO_POLICY, trusted: ownOnly }
  if (process.platform === 'win32') return { file: join(env.ProgramData ?? 'C:\\ProgramData', 'Jianbao', 'policy.json'), trusted: administratorsOnly(), group: readRegistry }
  return { file: '/etc/jianbao/policy.json', trusted: rootOnly() }
}

/** The policy in force: what group policy says, then the file; nothing where an administrator left nothing. */
export function policyInForce(place: PolicyPlace): PolicyInForce {
  const said = place.group?.() ?? null
  const readings: [PolicySource, PolicyReading][] = []
  if (said !== null) readings.push([{ kind: 'group', where: 'HKLM\\Software\\Policies\\Jianbao' }, readPolicyValues(said)])
  if (existsSync(place.file)) readings.push([{ kind: 'file', where: place.file }, readFile(place)])
  return readings.reduce(beneath, noPolicy)
}

/** A second source adds what the first does not say. */
function beneath(above: PolicyInForce, [source, { policy, problems }]: [PolicySource, PolicyReading]): PolicyInForce {
  const fresh = policyFields.filter(field => policy[field] !== undefined && above.policy[field] === undefined)
  const added = Object.fromEntries(fresh.map(field => [field, policy[field]])) as Policy
  const from = Object.fromEntries(fresh.map(field => [field, source])) as Partial<Record<PolicyField, PolicySource>>
  return { policy: { ...above.policy, ...added }, sources: [...above.sources, source], from: { ...above.from, ...from }, problems: [...above.problems, ...problems] }
}

/** Trust is asked before and after reading: what was read is what was looked at. */
function readFile({ file, trusted }: PolicyPlace): PolicyReading {
  try {
    const before = trusted(file)
    if (before) return nothingTaken(before)
    const text = readFileSync(file, 'utf8')
    const after = trusted(file)
    return after ? nothingTaken(after) : readPolicyText(text)
  } catch {
    return nothingTaken({ kind: 'unreadable', path: file })
  }
}

/** A folder of a policy for the person at the computer. */
export const ownFolder = (folder: string): string => folder.replaceAll('{user}', userInfo().username).replaceAll('{home}', homedir())
