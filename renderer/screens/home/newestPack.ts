import type { PackSummary } from '../../../core/contract.ts'

/** The pack of the newest year, which new units get. */
export const newestPack = (packs: readonly PackSummary[]): PackSummary | null => [...packs].sort((a, b) => b.year - a.year)[0] ?? null
