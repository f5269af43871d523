import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { putSetting, settingsOf } from '../db/setting.ts'
import { setUnitToday, units } from '../db/unit.ts'
import { workFile, type Desk } from './desk.ts'
import { packOfYear, readObject, type FilingObject } from './filingObject.ts'
import { fillFiling } from './fillObject.ts'
import { sealQuietly } from './seal.ts'
import { filingStart, unitAdd } from './unit.ts'

/** A sample unit with its filings by year. */
export const sampleSchema = z.looseObject({ unit_id: z.string(), kind: z.string(), filings: z.array(z.looseObject({ survey_year: z.int(), today: z.iso.date(), values: z.record(z.string(), z.unknown()), explanations: z.array(z.looseObject({ rule: z.string() })) })).min(1) })
export type Sample = z.infer<typeof sampleSchema>

/** The sample units of the seeds, the enterprise first. */
export function readSamples(seedsDir: string): Result<readonly Sample[]> {
  const folder = join(seedsDir, 'demo')
  const samples: Sample[] = []
  for (const name of readdirSync(folder).filter(n => n.endsWith('.json')).sort()) {
    const read = sampleSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    if (!read.success) return no(problem('filing-shape', { what: name }))
    samples.push(read.data)
  }
  return ok(samples)
}

/** Fills the samples' work file once: last year sealed, this year a draft; the enterprise with something left to find (D20). */
export async function makeSamples(desk: Desk): Promise<Result<null>> {
  const ready = startAfresh(desk)
  if (!ready.ok || ready.value) return ready.ok ? ok(null) : ready
  const samples = readSamples(desk.host.seedsDir)
  if (!samples.ok) return samples
  for (const one of samples.value) {
    const made = addSample(desk, one.kind === 'enterprise' ? leftToFind(one) : one)
    if (!made.ok) return made
  }
  const store = desk.store()
  if (store.ok) store.value.write(db => putSetting(db, 'samples', 'made'))
  return ok(null)
}

/** A sample's two years: the first sealed without files, the second a draft. Gives the second. */
export function addSample(desk: Desk, one: Sample): Result<{ readonly before: number; readonly filing: number }> {
  const [first, second] = one.filings.toSorted((a, b) => a.survey_year - b.survey_year)
  if (!first || !second) return no(problem('filing-shape', { what: one.unit_id }))
  const added = startSample(desk, { values: second.values, year: first })
  if (!added.ok) return added
  const done = sealQuietly(desk, added.value.filing)
  if (!done.ok) return done
  const next = filingStart(desk, { unit: added.value.unit, pack: packOfYear(second.survey_year) })
  if (!next.ok) return next
  const filled = fillYear(desk, { unit: added.value.unit, filing: next.value.filing }, second)
  return filled.ok ? ok({ before: added.value.filing, filing: next.value.filing }) : filled
}

/** A new unit with a year of a sample filled in; the name and code are those of `values`. */
export function startSample(desk: Desk, of: { readonly values: Readonly<Record<string, unknown>>; readonly year: FilingObject }): Result<{ readonly unit: number; readonly filing: number }> {
  const cell = (key: string): string => String(of.values[key] ?? '')
  const added = unitAdd(desk, { name: cell('org_name'), uscc: cell('uscc'), unitSeq: cell('unit_seq'), pack: packOfYear(of.year.survey_year) })
  if (!added.ok) return added
  const filled = fillYear(desk, added.value, of.year)
  return filled.ok ? added : filled
}

function fillYear(desk: Desk, at: { unit: number; filing: number }, object: FilingObject): Result<unknown> {
  const store = desk.store()
  if (!store.ok) return store
  const read = readObject(desk.packs, object)
  if (!read.ok) return read
  const { today } = read.value.filing
  if (today !== null) store.value.write(db => setUnitToday(db, at.unit, today))
  desk.filings.clear()
  return fillFiling(desk, at.filing, read.value.filing)
}

/** True when the samples are there; a half-made file from an interrupted start is made again. */
function startAfresh(desk: Desk): Result<boolean> {
  const store = desk.store()
  if (!store.ok) return store
  if (settingsOf(store.value.read).samples === 'made') return ok(true)
  if (units(store.value.read).length === 0) return ok(false)
  desk.close()
  for (const end of ['', '-wal', '-shm']) rmSync(`${workFile(desk.host, 'samples')}${end}`, { force: true })
  return ok(false)
}

/** The newest year without one explanation, and with a sum that falls short by 12.50. */
function leftToFind(one: Sample): Sample {
  const [newest, ...rest] = one.filings.toSorted((a, b) => b.survey_year - a.survey_year)
  if (!newest) return one
  const values = { ...newest.values, src_social: (Number(newest.values.src_social) - 12.5).toFixed(2) }
  return { ...one, filings: [...rest, { ...newest, values, explanations: newest.explanations.filter(e => e.rule !== 'Y005') }] }
}
