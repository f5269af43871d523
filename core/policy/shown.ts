import type { Menu } from './menus.ts'
import type { PolicyProblem } from './read.ts'
import type { Policy, PolicyField } from './schema.ts'

/** Where a policy comes from. */
export interface PolicySource { readonly kind: 'file' | 'group'; readonly where: string }

/** The policy in force, where each setting comes from, and what could not be taken; the window is told all of it. */
export interface PolicyInForce {
  readonly policy: Policy
  readonly sources: readonly PolicySource[]
  readonly from: Readonly<Partial<Record<PolicyField, PolicySource>>>
  readonly problems: readonly PolicyProblem[]
}

/** No administrator has said anything. */
export const noPolicy: PolicyInForce = { policy: {}, sources: [], from: {}, problems: [] }

/** Whether a menu is taken out. */
export const isHidden = (policy: Policy, menu: Menu): boolean => policy.hiddenMenus?.includes(menu) === true
