/** A row of code table E6: the issuer's code in a CMA number and the province it stands for. */
export interface Issuer { readonly code: string; readonly region: string | null }

/** Whether the two characters are an issuing authority of E6. */
export function cmaIssuerExists(issuers: readonly Issuer[], code: string): boolean {
  return issuers.some((issuer) => issuer.code === code)
}

/** The issuer code of the province that a region code lies in; null when E6 has none. */
export function cmaProvinceCode(issuers: readonly Issuer[], region: string): string | null {
  const province = region.slice(0, 2)
  return issuers.find((issuer) => issuer.region === province)?.code ?? null
}
