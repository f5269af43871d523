const charset = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** The check character (GB 32100-2015) of the first 17 characters, or null when one is outside the set. */
export function usccCheck(first17: string): string | null {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = charset.indexOf(first17.charAt(i) || '?')
    if (value < 0) return null
    sum += value * (weights[i] ?? 0)
  }
  return charset.charAt((31 - (sum % 31)) % 31)
}

/** Whether the 18th character is the check character; null when it is not 18 characters of the set. */
export function gb32100Ok(code: string): boolean | null {
  if (code.length !== 18 || !charset.includes(code.charAt(17))) return null
  const check = usccCheck(code)
  return check === null ? null : check === code.charAt(17)
}

/** The check character (GB 11714) of the first 8 characters of an organisation code, or null when one is outside the set. */
export function organisationCheck(first8: string): string | null {
  let sum = 0
  for (let i = 0; i < 8; i++) {
    const code = first8.charCodeAt(i)
    const value = code >= 48 && code <= 57 ? code - 48 : code >= 65 && code <= 90 ? code - 55 : -1
    if (value < 0) return null
    sum += value * (organisationWeights[i] ?? 0)
  }
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

/** Whether the ninth character is the check character; null when it is not nine characters of the set. */
export function gb11714Ok(code: string): boolean | null {
  if (code.length !== 9 || [...code].some((c) => !charset.includes(c))) return null
  const check = organisationCheck(code)
  return check === null ? null : check === code.charAt(8)
}
