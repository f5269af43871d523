/** A note on a cell: the unit's own, or `shared`, to go with the submission. */
export interface CellNote { readonly item: string; readonly row: number | null; readonly text: string; readonly shared: boolean; readonly at: string }
