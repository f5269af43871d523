import type { Channel, Settings } from '../../core/contract.ts'
import { regulatorRequests } from '../../core/contract/regulator/regulator.ts'
import type { PolicyInForce } from '../../core/policy/shown.ts'
import type { Policy, PolicyField } from '../../core/policy/schema.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { policyFieldTexts } from '../../core/text/policyWords.ts'
import { withHost } from '../../core/ledgerAddress.ts'
import type { Place } from '../ledger/place.ts'
import { shownAddress, withoutPassword } from '../ledger/place.ts'
import { ownFolder } from './inForce.ts'
import { isSamePath } from '../samePath.ts'

/** The settings of the window that a policy may fix. */
const governable = ['role', 'enter', 'theme', 'language', 'exportFolder'] as const

/** The window's settings that are fixed, with the person's own folders. */
export function governedSettings(policy: Policy): Partial<Settings> {
  const { role, enter, theme, language, exportFolder } = policy
  return {
    ...(role && { role }), ...(enter && { enter }), ...(theme && { theme }), ...(language && { language }),
    ...(exportFolder !== undefined && { exportFolder: ownFolder(exportFolder) }),
  }
}

/** Why a call is against the policy, or null; asked once at the door, before any handler. */
export function againstPolicy(inForce: PolicyInForce, channel: Channel, args: unknown): Problem | null {
  const { policy } = inForce
  if (Object.keys(policy).length === 0) return null
  if (Object.hasOwn(regulatorRequests, channel)) {
    const role = againstRole(policy)
    if (role) return role
  }
  const given = args as Readonly<Record<string, unknown>>
  if (channel === 'app.settings') return againstSettings(inForce, given)
  if (channel === 'seal.run' || channel === 'seal.export') return againstFolder(policy, given.folder)
  if (channel === 'ledger.create') return againstPlace(policy, given.place as Place) ?? againstRegion(policy, String(given.region))
  return channel === 'ledger.open' ? againstPlace(policy, given.place as Place) : null
}

/** That this computer is not a regulator's. */
export const againstRole = (policy: Policy): Problem | null => (policy.role === 'agency' ? problem('policy-role') : null)

function againstSettings(inForce: PolicyInForce, args: Readonly<Record<string, unknown>>): Problem | null {
  const fixed = governedSettings(inForce.policy)
  const field = governable.find(name => fixed[name] !== undefined && args[name] !== undefined && args[name] !== fixed[name])
  return field ? problem('policy-governed', { what: policyFieldTexts.zh.fields[field].name, ...fromOf(inForce, field) }) : null
}

const fromOf = ({ from }: PolicyInForce, field: PolicyField): { readonly from?: string } => {
  const where = from[field]?.where
  return where === undefined ? {} : { from: where }
}

function againstFolder(policy: Policy, folder: unknown): Problem | null {
  const fixed = governedSettings(policy).exportFolder
  return fixed === undefined || (typeof folder === 'string' && isSamePath(folder, fixed)) ? null : problem('policy-folder', { path: fixed })
}

/** That another ledger than the one that is fixed is asked for. */
export function againstPlace(policy: Policy, place: Place): Problem | null {
  if (policy.ledger === undefined) return null
  const asked = withoutPassword(place)
  return 'postgres' in asked && isSameServer(asked.postgres, policy.ledger) ? null : problem('policy-ledger', { where: shownAddress(policy.ledger) })
}

/** Whether an address is that of the server that is fixed, however it is written; a user counts where the policy names one. */
function isSameServer(asked: string, fixed: string): boolean {
  try {
    const [a, b] = [new URL(withHost(asked)), new URL(withHost(fixed))]
    const place = (url: URL): string => [url.searchParams.get('host') ?? url.hostname, url.port || url.searchParams.get('port') || '5432', url.pathname].join(' ')
    return place(a) === place(b) && (b.username === '' || a.username === b.username)
  } catch {
    return false
  }
}

/** That a region outside the one that is fixed is asked for. */
export const againstRegion = (policy: Policy, region: string): Problem | null =>
  policy.region === undefined || region.startsWith(policy.region) ? null : problem('policy-region', { region: policy.region })
