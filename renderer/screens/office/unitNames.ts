import type { RegisterUnit } from '../../../core/contract/regulator/register.ts'
import { call } from '../../api.ts'
import { initialsOf, loadInitials } from '../../grid/initials.ts'

const PAGE = 5000
const MOST = 30
let known: { readonly key: string; readonly units: Promise<readonly RegisterUnit[]> } | null = null

const readAll = async (): Promise<readonly RegisterUnit[]> => {
  const units: RegisterUnit[] = []
  for (;;) {
    const answer = await call('register.look', { search: '', region: '', group: '', state: 'all', offset: units.length, limit: PAGE })
    if (!answer.ok) return units
    units.push(...answer.value.units)
    if (answer.value.units.length < PAGE || units.length >= answer.value.total) return units
  }
}

/** Every unit of the register, read once for a ledger and year. */
const allUnits = (key: string): Promise<readonly RegisterUnit[]> => {
  if (known?.key !== key) known = { key, units: readAll() }
  return known.units
}

/** The register changed: names are read anew. */
export const forgetUnits = (): void => {
  known = null
}

const rest = (): Promise<void> => new Promise((done) => { setTimeout(done, 0) })

/** Units by pinyin initials; a long register is gone through in short stretches, so that the window never waits. */
const byInitials = async (key: string, query: string, most: number, live: () => boolean): Promise<readonly RegisterUnit[]> => {
  await loadInitials()
  const found: RegisterUnit[] = []
  let since = performance.now()
  for (const unit of await allUnits(key)) {
    if (initialsOf(unit.name).includes(query)) found.push(unit)
    if (found.length >= most) break
    if (performance.now() - since > 12) {
      await rest()
      if (!live()) return []
      since = performance.now()
    }
  }
  return found
}

/** The risk classes that units of the register have, in order. */
export const riskClasses = async (key: string): Promise<readonly string[]> => [...new Set((await allUnits(key)).map((unit) => unit.risk))].filter((risk) => risk !== '').toSorted()

/** What a search found so far; `busy` while the register's names are still gone through. */
export interface Found { readonly units: readonly RegisterUnit[]; readonly busy: boolean }

/** Units by name and code at once, and, when only letters are typed, by pinyin initials after that. */
export const findUnits = async (key: string, typed: string, tell: (found: Found) => void, live: () => boolean): Promise<void> => {
  const query = typed.trim()
  const answer = await call('register.look', { search: query, region: '', group: '', state: 'all', offset: 0, limit: MOST })
  const named = answer.ok ? answer.value.units : []
  const letters = query.toLowerCase()
  const spelled = /^[a-z]{2,}$/.test(letters)
  tell({ units: named, busy: spelled })
  if (!spelled || !live()) return
  const more = await byInitials(key, letters, MOST, live)
  tell({ units: [...named, ...more.filter((one) => !named.some((unit) => unit.unit === one.unit))].slice(0, MOST), busy: false })
}
