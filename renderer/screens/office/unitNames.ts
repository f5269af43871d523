import type { RegisterUnit } from '../../../core/contract/regulator/register.ts'
import { call } from '../../api.ts'
import { initialsOf, loadInitials } from '../../grid/initials.ts'

const PAGE = 5000
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

/** Units by name, code or, when only letters are typed, pinyin initials; null when nothing could be asked. */
export const findUnits = async (key: string, typed: string, most: number, live: () => boolean): Promise<readonly RegisterUnit[] | null> => {
  const query = typed.trim()
  const answer = await call('register.look', { search: query, region: '', group: '', state: 'all', offset: 0, limit: most })
  if (!answer.ok) return null
  const letters = query.toLowerCase()
  if (!/^[a-z]{2,}$/.test(letters)) return answer.value.units
  const more = await byInitials(key, letters, most, live)
  return [...answer.value.units, ...more.filter((one) => !answer.value.units.some((unit) => unit.unit === one.unit))].slice(0, most)
}
