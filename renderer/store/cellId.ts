/** One name for a cell: the item's key, with the row's id in a repeating table. */
export const cellId = (item: string, row: number | null): string => (row === null ? item : `${item}@${row}`)

/** The other way round. */
export const cellOf = (id: string): { readonly item: string; readonly row: number | null } => {
  const [item = '', row] = id.split('@')
  return { item, row: row === undefined ? null : Number(row) }
}
