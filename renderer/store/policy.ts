import { menus } from '../../core/policy/menus.ts'
import type { Menu } from '../../core/policy/menus.ts'
import type { PolicyField } from '../../core/policy/schema.ts'
import { isHidden, noPolicy } from '../../core/policy/shown.ts'
import type { PolicyInForce, PolicySource } from '../../core/policy/shown.ts'
import { useApp } from './app.ts'

/** What an administrator fixed. */
export const usePolicy = (): PolicyInForce => useApp((s) => s.state?.policy ?? noPolicy)

/** Where a setting is fixed; null where it is the user's own. */
export const useGoverned = (field: PolicyField): PolicySource | null => useApp((s) => s.state?.policy.from[field] ?? null)

/** Whether an administrator took a page away. */
export const isAway = (screen: string): boolean => {
  const { policy } = useApp.getState().state?.policy ?? noPolicy
  const menu: Menu | undefined = menus.find((one) => one === screen)
  return menu !== undefined && isHidden(policy, menu)
}
