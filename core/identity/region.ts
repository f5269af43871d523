/** Region codes of a pack: code → whether it is current. */
export type RegionCodes = ReadonlyMap<string, boolean>

const withoutCounties = new Set(['441900', '442000', '460400', '620200'])

/** Whether the code is a province, prefecture or county, current or abolished, or the whole country. */
export function regionExists(codes: RegionCodes, code: string): boolean {
  return code === '100000' || codes.has(code)
}

/** 1 province, 2 prefecture, 3 county or a prefecture without counties; 0 when it is not a current code. */
export function regionLevel(codes: RegionCodes, code: string): number {
  if (code.length !== 6 || codes.get(code) !== true) return 0
  if (code.endsWith('0000')) return 1
  return code.endsWith('00') && !withoutCounties.has(code) ? 2 : 3
}
