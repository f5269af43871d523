import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { audit } from '../../core/audit/run.ts'
import type { Example } from '../../core/pack/schema.ts'
import { exampleFiling, examplePrior } from '../support/example.ts'
import { seedPack } from '../support/pack.ts'

const packs = join(import.meta.dirname, '../../seeds/packs')

/** Ids of the rules that a pack's own folder holds. */
function ownRules(id: string): ReadonlySet<string> {
  const dir = join(packs, id, 'rules')
  if (!existsSync(dir)) return new Set()
  return new Set(readdirSync(dir).flatMap((f) => z.array(z.object({ id: z.string() })).parse(JSON.parse(readFileSync(join(dir, f), 'utf8')))).map((r) => r.id))
}

it.each(readdirSync(packs))('%s: its own rules find their breaking examples and pass their sound ones', (id) => {
  const pack = seedPack(id)
  const own = ownRules(id)
  for (const rule of pack.rules.filter((r) => own.has(r.id))) {
    const hit = (e: Example) => audit({ pack: { ...pack, rules: [rule] }, prior: examplePrior(pack, e), ...exampleFiling(pack, e) }).some((f) => f.rule === rule.id)
    if (rule.id !== 'P015') for (const e of rule.examples.breaks) expect([rule.id, hit(e)]).toEqual([rule.id, true])
    for (const e of rule.examples.sound) expect([rule.id, hit(e)]).toEqual([rule.id, false])
  }
})
