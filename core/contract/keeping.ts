/** How it stands with a server's password: kept; could be; an administrator forbids it; the system has no key store. */
export const keepings = ['kept', 'may', 'forbidden', 'none'] as const
export type Keeping = (typeof keepings)[number]
