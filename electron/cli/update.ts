import { createPublicKey } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { problem } from '../../core/problem.ts'
import { readBuild } from '../buildRecord.ts'
import { beijing } from '../clock.ts'
import { thisMachine } from '../installer.ts'
import { copyUpdate, findUpdate } from '../update.ts'
import { refused, type Command, type Output, type Status } from './output.ts'
import { home, version } from './workbench.ts'
import { removeFolder } from '../briefFolder.ts'

const usage = { code: 'usage', params: { what: 'update check 文件夹 [--key 公钥文件]' } } as const

/** Says whether the update in a folder would be taken here, its package copied and proved; nothing is installed. */
export const update: Command = async (given, output) => {
  const [word, folder] = given.files
  if (word !== 'check' || folder === undefined || given.files.length !== 2) return refused(output, usage)
  const keys = given.key === null ? readBuild(home)?.keys ?? [] : publicKey(given.key)
  if (keys === null) return refused(output, problem('key-invalid', { path: given.key ?? '' }))
  return check(resolve(folder), keys, output)
}

async function check(folder: string, keys: readonly string[], output: Output): Promise<Status> {
  const found = findUpdate(folder, { ...thisMachine(), keys, version: version(), today: beijing(new Date()).slice(0, 10) })
  if (!found.ok) return refused(output, found.problem)
  const stage = mkdtempSync(join(tmpdir(), 'jianbao-update-'))
  try {
    const copied = await copyUpdate(found.value, stage)
    if (!copied.ok) return refused(output, copied.problem)
    const { update: { version: to, expires }, file } = found.value
    output.answer({ folder, version: to, here: version(), file: file.name, size: file.size, sha512: file.sha512, expires }, `${file.name}　${version()} → ${to}　签名和内容都对，${expires} 前有效`)
    return 0
  } finally { removeFolder(stage) }
}

/** A public key in PEM, as raw base64. */
function publicKey(path: string): readonly string[] | null {
  try {
    if (!existsSync(path)) return null
    const { x } = createPublicKey(readFileSync(path)).export({ format: 'jwk' })
    return typeof x === 'string' ? [Buffer.from(x, 'base64url').toString('base64')] : null
  } catch { return null }
}
