import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { derive } from '../../core/filing/derive.ts'
import { formStates } from '../../core/filing/state.ts'
import type { Example, LoadedPack } from '../../core/pack/schema.ts'
import { sealFiling } from '../../electron/excel/submission.ts'
import { applyChange } from './change.ts'
import { loadedSeedPack } from './pack.ts'
import { sampleFiling, type SampleKind } from './sample.ts'

const key = generateKeyPairSync('ed25519')
const publicKey = key.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')

/** Writes a sample unit's sealed workbook of 2025, changed as an example of a rule says, whatever the audit would say of it. */
export function lastYearsWorkbook(folder: string, kind: SampleKind, change: Example['prior'] = undefined): string {
  const pack: LoadedPack = loadedSeedPack('annual-2025')
  const sample = sampleFiling(pack.pack, kind, 2025)
  const { data } = applyChange(pack.pack, sample, oldKeys(change))
  const computed = derive(pack.pack, data)
  const unitId = `${data.values.uscc ?? ''}-${data.values.unit_seq ?? ''}`
  const made = sealFiling({
    pack, data, computed, prior: null, findings: [], explanations: [], forms: formStates(pack.pack, data, computed, []),
    meta: { unitId, orgName: data.values.org_name ?? '', submitNo: 1, today: '2026-03-10', sealedAt: '2026-03-10T10:00:00+08:00', appVersion: '0.1.0', reason: null, publicKey },
  }, message => sign(null, message, key.privateKey))
  const path = join(folder, `${kind}-${createHash('sha256').update(JSON.stringify(change ?? null)).digest('hex').slice(0, 8)}.xlsx`)
  writeFileSync(path, made.bytes)
  return path
}

/** Examples name this year's items; two of them were called otherwise in 2025. */
function oldKeys(change: Example['prior']): NonNullable<Example['prior']> | undefined {
  if (!change) return undefined
  return JSON.parse(JSON.stringify(change).replaceAll('"plat_join"', '"plat_link"').replaceAll('"auto_line"', '"auto_unit"')) as NonNullable<Example['prior']>
}
