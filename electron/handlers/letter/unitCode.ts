/** A unit's code in its two parts. */
export function codeOf(unitId: string): { readonly uscc: string; readonly unitSeq: string } {
  const at = unitId.lastIndexOf('-')
  return at < 0 ? { uscc: unitId, unitSeq: '00' } : { uscc: unitId.slice(0, at), unitSeq: unitId.slice(at + 1) }
}
