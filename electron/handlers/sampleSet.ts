import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { sampleSchema, type Sample } from './samples.ts'

const registered = z.strictObject({
  uscc: z.string(), unit_seq: z.string(), name: z.string(), region: z.string(), contact: z.string(), phone: z.string(),
  certs: z.array(z.string()), forms: z.array(z.string()), groups: z.array(z.string()), risk: z.string(),
})
/** A line of the register of a sample set. */
export type Registered = z.infer<typeof registered>
/** Sample units of one year and the register they stand in. */
export interface SampleSet { readonly units: readonly Sample[]; readonly register: readonly Registered[] }

/** The sample sets of the seeds. */
export const sampleSets = (seedsDir: string): readonly string[] =>
  readdirSync(join(seedsDir, 'demo'), { withFileTypes: true }).filter(e => e.isDirectory() && existsSync(join(seedsDir, 'demo', e.name, 'register.json'))).map(e => e.name).sort()

/** Reads a sample set: a file a unit below `units/`, and `register.json`. */
export function readSampleSet(seedsDir: string, name: string): Result<SampleSet> {
  const known = sampleSets(seedsDir)
  if (!known.includes(name)) return no(problem('usage', { what: `没有“${name}”这套示例，现有：${known.join('、')}` }))
  const folder = join(seedsDir, 'demo', name)
  const register = z.array(registered).min(1).safeParse(read(join(folder, 'register.json')))
  if (!register.success) return no(problem('filing-shape', { what: `${name}/register.json` }))
  const units: Sample[] = []
  for (const file of register.data.map(r => `${r.uscc}-${r.unit_seq}.json`)) {
    const unit = sampleSchema.safeParse(read(join(folder, 'units', file)))
    if (!unit.success) return no(problem('filing-shape', { what: `${name}/units/${file}` }))
    units.push(unit.data)
  }
  return ok({ units, register: register.data })
}

const read = (path: string): unknown => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)
