/** The characters of E8 in value order: digits and letters without I O S V Z. */
export const receiptAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const size = 31n

/** Receipt code of a digest (D6): nine characters and a check character, grouped 4-4-2. */
export function receiptCode(digestHex: string): string {
  let rest = BigInt(`0x${digestHex}`) % size ** 9n
  const values: number[] = []
  for (let i = 0; i < 9; i++) {
    values.unshift(Number(rest % size))
    rest /= size
  }
  return grouped([...values, checkValue(values)].map((v) => receiptAlphabet.charAt(v)).join(''))
}

/** The weights 3^0 … 3^8 mod 31; the check value makes the weighted sum, itself with weight 1, divisible by 31. */
function checkValue(values: readonly number[]): number {
  let weight = 1
  let sum = 0
  for (const value of values) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31
}

const grouped = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`

const mistaken: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', V: 'U', Z: '2' }

/** A receipt code as typed or read aloud (spaces, any dash, small or full-width letters, letters that the alphabet leaves out) as it is printed; null when it is none or its check character is wrong. */
export function readReceipt(typed: string): string | null {
  const code = [...typed.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}_.]/gu, '')].map((c) => mistaken[c] ?? c).join('')
  const values = [...code].map((c) => receiptAlphabet.indexOf(c))
  return values.length === 10 && !values.includes(-1) && checkValue(values.slice(0, 9)) === values[9] ? grouped(code) : null
}

/** What the QR code says (D6). */
export function qrText(of: { readonly unitId: string; readonly year: number; readonly submitNo: number; readonly digest: string }): string {
  return `JB1|${of.unitId}|${of.year}|${of.submitNo}|${receiptCode(of.digest)}|${of.digest}`
}

/** The first 32 hex digits of a digest in groups of four, as printed. */
export const printedDigest = (digestHex: string): string => (digestHex.slice(0, 32).match(/.{4}/g) ?? []).join(' ')

/** File name of a submission (D8); characters that a file system refuses become `_`. */
export function submissionFileName(of: { readonly orgName: string; readonly unitId: string; readonly year: number; readonly submitNo: number }): string {
  return `${upTo(safeName(of.orgName), 180) || '单位'}_${safeName(of.unitId)}_${of.year}_第${of.submitNo}次.xlsx`
}

/** A text as part of a file name: what a file system refuses becomes `_`. */
export const safeName = (text: string): string => text.replace(/[\u0000-\u001f\\/:*?"<>|\u007f]/g, '_').replace(/^[.\s]+|[.\s]+$/g, '')

/** The beginning of a text that has at most so many bytes in UTF-8; no character is cut. */
export function upTo(text: string, bytes: number): string {
  let left = bytes
  let kept = ''
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (left < 0) break
    kept += letter
  }
  return kept
}
