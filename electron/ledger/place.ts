/** Where a ledger is: a file, or a server's address; its password is never kept. */
export type Place = { readonly path: string } | { readonly postgres: string; readonly password?: string | undefined }

/** Whether a text is the address of a server rather than a file. */
export const isServer = (text: string): boolean => /^postgres(ql)?:\/\//i.test(text)

/** A place as the command line names it. */
export const placeOf = (text: string): Place => (isServer(text) ? { postgres: text } : { path: text })

/** A server's address as it may be shown and kept. */
export const shownAddress = (address: string): string => address.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1@').replace(/([?&])password=[^&]*&?/i, '$1').replace(/[?&]$/, '')

/** A place as it may be kept. */
export const withoutPassword = (place: Place): Place => ('path' in place ? place : { postgres: shownAddress(place.postgres) })
