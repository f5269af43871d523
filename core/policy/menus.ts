/** What an administrator may take out of the window's menus. */
export const menus = ['import', 'safety', 'prior', 'part', 'print', 'verify', 'samples', 'letters', 'register', 'intake', 'review', 'tables', 'monitor', 'bulletin', 'sample', 'ledger'] as const
export type Menu = (typeof menus)[number]
