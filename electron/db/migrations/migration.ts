/** One numbered step; `sql` runs inside the transaction of all due steps. */
export interface Migration { readonly version: number; readonly sql: string }
