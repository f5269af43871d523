const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const

/** Bytes in Bech32 (BIP 173) under a prefix, as age writes its keys. */
export function bech32(prefix: string, bytes: Uint8Array): string {
  const words = fives(bytes)
  const check = checksum([...spread(prefix), ...words])
  return `${prefix}1${[...words, ...check].map((word) => letters.charAt(word)).join('')}`
}

/** The bits in groups of five, the last filled up with zeros. */
function fives(bytes: Uint8Array): readonly number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((group) => Number.parseInt(group.padEnd(5, '0'), 2))
}

const spread = (prefix: string): readonly number[] => [...[...prefix].map((c) => c.charCodeAt(0) >> 5), 0, ...[...prefix].map((c) => c.charCodeAt(0) & 31)]

function checksum(values: readonly number[]): readonly number[] {
  const sum = polymod([...values, 0, 0, 0, 0, 0, 0]) ^ 1
  return [0, 1, 2, 3, 4, 5].map((i) => (sum >> (5 * (5 - i))) & 31)
}

function polymod(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const top = sum >>> 25
    return generator.reduce((next, gen, i) => ((top >> i) & 1 ? next ^ gen : next), (((sum & 0x1ffffff) << 5) ^ value) >>> 0)
  }, 1)
}

/** Whether a text is a public line of age (age1…) with its checksum right: one that was mistyped is found before anything is locked for it. */
export function isRecipient(text: string): boolean {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false
  return polymod([...spread('age'), ...Array.from(text.slice(4), (letter) => letters.indexOf(letter))]) === 1
}
