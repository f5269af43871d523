/** Comparing the installed files with the signed list against only hashing them, file by file (goal ≤ 1.5 times). */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { selfCheck } from '../electron/install/selfCheck.ts'
import { report } from './support/report.ts'

/** Sizes like those of an installed program: one large, some libraries, many small ones. */
const SIZES = [...Array.from({ length: 2 }, () => 60_000_000), ...Array.from({ length: 8 }, () => 6_000_000), ...Array.from({ length: 90 }, () => 200_000)]
const ROUNDS = 9

const folder = mkdtempSync(join(tmpdir(), 'bench-selfcheck-'))
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const keys = [Buffer.from(String(publicKey.export({ format: 'jwk' })['x']), 'base64url').toString('base64')]
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const entries = SIZES.map((size, n) => {
  const name = `part${n % 7}/file${n}`
  const bytes = randomBytes(size)
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), bytes)
  return [name, { sha256: sha256(bytes), size }] as const
})
const manifest = Buffer.from(JSON.stringify({ format: 'jianbao-manifest-1', product: 'jianbao', version: '0.1.0', commit: '', target: 'linux', files: Object.fromEntries(entries) }))
writeFileSync(join(folder, 'manifest.json'), manifest)
writeFileSync(join(folder, 'manifest.json.sig'), sign(null, manifest, privateKey).toString('base64'))

const ours: number[] = []
const twin: number[] = []
for (let n = 0; n < ROUNDS; n++) {
  const from = performance.now()
  const seen = await selfCheck({ folder, keys, signed: true }, () => new Date())
  if (seen.state !== 'sound') throw new Error(seen.state)
  const middle = performance.now()
  for (const [name, { sha256: wanted }] of entries) if (sha256(readFileSync(join(folder, name))) !== wanted) throw new Error(name)
  ours.push(middle - from)
  twin.push(performance.now() - middle)
}
rmSync(folder, { recursive: true })
const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN
report('self-check / hashing the installed files', median(ours), median(twin), 1.5)
