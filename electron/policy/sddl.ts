/** Administrators, the system, and the service that installs Windows itself. */
const ADMINISTRATORS = new Set(['BA', 'SY', 'LA', 'DA', 'EA', 'S-1-5-32-544', 'S-1-5-18', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464'])

/** What an access right of a descriptor means in bits. */
const RIGHTS: Readonly<Record<string, number>> = {
  CC: 0x1, DC: 0x2, LC: 0x4, SW: 0x8, RP: 0x10, WP: 0x20, DT: 0x40, LO: 0x80, CR: 0x100, SD: 0x10000, RC: 0x20000, WD: 0x40000, WO: 0x80000,
  FA: 0x1f01ff, FR: 0x120089, FW: 0x120116, FX: 0x1200a0, GA: 0x10000000, GX: 0x20000000, GW: 0x40000000, GR: 0x80000000,
}
const TAKE_OVER = 0x10000 | 0x40000 | 0x80000 | 0x10000000
/** To change a file: write, append, delete, or take it over; to replace a file in a folder: delete what is in it, or take it over. */
const FORBIDDEN = { file: 0x2 | 0x4 | 0x10 | 0x100 | 0x40000000 | TAKE_OVER, folder: 0x40 | TAKE_OVER } as const

/** Why a security descriptor (SDDL) is not an administrator's: its owner, or somebody else's right to change it. Null where it is. */
export function sddlFault(sddl: string, part: keyof typeof FORBIDDEN): 'owner' | 'mode' | null {
  const owner = /^O:(S-[\d-]+|[A-Z]{2})/.exec(sddl)?.[1]
  if (owner === undefined || !ADMINISTRATORS.has(owner)) return 'owner'
  const list = /D:[A-Z]*((?:\([^()]*\))*)/.exec(sddl)
  if (!list || /D:NO_ACCESS_CONTROL/.test(sddl)) return 'mode'
  const entries = [...(list[1] ?? '').matchAll(/\(([^()]*)\)/g)].map(entry => (entry[1] ?? '').split(';'))
  return entries.length > 0 && entries.every(entry => isHarmless(entry, FORBIDDEN[part])) ? null : 'mode'
}

/** `type;flags;rights;object;inherited object;who` */
function isHarmless([type = '', flags = '', rights = '', , , who = '']: readonly string[], forbidden: number): boolean {
  if (type === 'D' || /IO/.test(flags) || ADMINISTRATORS.has(who)) return true
  const mask = maskOf(rights)
  return type === 'A' && mask !== null && (mask & forbidden) === 0
}

function maskOf(rights: string): number | null {
  if (/^0x[0-9a-f]+$/i.test(rights)) return Number(rights)
  const parts = rights.match(/../g) ?? []
  const bits = parts.map(part => RIGHTS[part])
  return rights.length % 2 === 0 && bits.every(bit => bit !== undefined) ? bits.reduce<number>((all, bit) => all | (bit ?? 0), 0) : null
}
