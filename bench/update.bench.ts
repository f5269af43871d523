/** A 100 MB update looked at, copied and proved, against hashing the same file once (goal ≤ 2). */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyUpdate, findUpdate } from '../electron/update.ts'
import { report } from './support/report.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))
const stick = join(folder, 'stick')
const name = 'jianbao-0.2.0-linux-x64.deb'
mkdirSync(stick)
const size = 100 << 20
const file = openSync(join(stick, name), 'w')
for (let at = 0; at < size; at += 1 << 20) writeSync(file, randomBytes(1 << 20))
closeSync(file)
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const manifest = JSON.stringify({ format: 'jianbao-update-1', product: 'jianbao', version: '0.2.0', expires: '2999-12-31', notes: '', files: [{ target: 'linux', arch: 'x64', kind: 'deb', name, size, sha512: hashed() }] })
writeFileSync(join(stick, 'update.json'), manifest)
writeFileSync(join(stick, 'update.json.sig'), sign(null, Buffer.from(manifest), privateKey).toString('base64'))
const keys = [Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')]

const [ours, twin]: [number[], number[]] = [[], []]
for (let round = 0; round < 5; round += 1) {
  twin.push(await timed(async () => { hashed() }))
  ours.push(await timed(proved))
}
report('100 MB update looked at, copied and proved', Math.min(...ours), Math.min(...twin), 2)
rmSync(folder, { recursive: true, force: true })

async function proved(): Promise<void> {
  const found = findUpdate(stick, { keys, version: '0.1.0', target: 'linux', arch: 'x64', kinds: ['deb'], today: '2027-03-10' })
  if (!found.ok) throw new Error(found.problem.code)
  const copied = await copyUpdate(found.value, join(folder, 'stage'))
  if (!copied.ok) throw new Error(copied.problem.code)
}

function hashed(): string {
  const hash = createHash('sha512')
  const piece = Buffer.allocUnsafe(1 << 20)
  const open = openSync(join(stick, name), 'r')
  for (let n = readSync(open, piece); n > 0; n = readSync(open, piece)) hash.update(piece.subarray(0, n))
  closeSync(open)
  return hash.digest('hex')
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
