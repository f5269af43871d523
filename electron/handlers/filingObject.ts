import { z } from 'zod'
import { readFiling, type ReadFiling } from '../../core/filing/input.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { PackShelf } from '../packs.ts'

const dated = z.looseObject({ survey_year: z.int().min(2000).max(2999) })
const unit = z.looseObject({ filings: z.array(dated).min(1) })

/** One filing as JSON (D10) with its year; the rest is read by its year's pack. */
export type FilingObject = z.infer<typeof dated>
/** A filing object read by its year's pack. */
export interface ReadObject { readonly loaded: LoadedPack; readonly filing: ReadFiling }

/** A filing object, or the newest filing of a unit object with the year before as its prior. */
export function pickFiling(json: unknown): Result<FilingObject> {
  const many = unit.safeParse(json)
  if (many.success) {
    const [newest, before] = many.data.filings.toSorted((a, b) => b.survey_year - a.survey_year)
    if (newest) return ok(newest.prior === undefined && before?.survey_year === newest.survey_year - 1 ? { ...newest, prior: before } : newest)
  }
  const one = dated.safeParse(json)
  return one.success ? ok(one.data) : no(problem('filing-shape', { what: 'survey_year' }))
}

/** Reads a filing object by the pack of its year. */
export function readObject(packs: PackShelf, object: FilingObject): Result<ReadObject> {
  const loaded = packs.get(packOfYear(object.survey_year))
  if (!loaded.ok) return loaded
  const filing = readFiling(loaded.value.pack, object, year => {
    const own = packs.get(packOfYear(year))
    return own.ok ? own.value.pack : loaded.value.pack
  })
  return filing.ok ? ok({ loaded: loaded.value, filing: filing.value }) : filing
}

/** The pack of a survey year. */
export const packOfYear = (year: number): string => `annual-${year}`
