/** How a balance's tolerance is written: a number, and where rows are added up something more for each row, as the rules write it. */
export const TOLERANCE = /^(\d+(?:\.\d{1,3})?)(?:\+(\d+(?:\.\d{1,3})?)\*rows\(([a-z][a-z0-9_]*)\))?$/

const thousandths = (text: string): bigint => {
  const [whole = '0', decimals = ''] = text.split('.')
  return BigInt(whole) * 1000n + BigInt(decimals.padEnd(3, '0'))
}

/** A tolerance in thousandths of the balance's unit, for tables of so many rows; 0 where it is not written as it must be. */
export function toleranceOf(text: string, rowsOf: (table: string) => number): bigint {
  const [, fixed, each, table] = TOLERANCE.exec(text) ?? []
  if (fixed === undefined) return 0n
  return thousandths(fixed) + (each === undefined || table === undefined ? 0n : thousandths(each) * BigInt(rowsOf(table)))
}
