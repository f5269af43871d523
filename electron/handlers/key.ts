import type { Answer, Request } from '../../core/contract.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { signedWith } from '../db/submission.ts'
import { unitById } from '../db/unit.ts'
import { exportKey, openKeyFile } from '../keys.ts'
import { found, type Desk } from './desk.ts'
import { keyFolder, keyName } from './signer.ts'

/** Writes a unit's key to a file of the user's choice, for a handover. */
export function keyExport(desk: Desk, args: Request<'key.export'>): Result<Answer<'key.export'>> {
  const store = desk.store()
  if (!store.ok) return store
  const unit = found(unitById(store.value.read, args.unit), '填报单位')
  if (!unit.ok) return unit
  const written = exportKey(keyFolder(desk), keyName(unit.value), args)
  return written.ok ? ok({ path: written.value }) : written
}

/** Takes over a key; refused when the unit has reported only under others. */
export function keyImport(desk: Desk, args: Request<'key.import'>): Result<Answer<'key.import'>> {
  const store = desk.store()
  if (!store.ok) return store
  const unit = found(unitById(store.value.read, args.unit), '填报单位')
  if (!unit.ok) return unit
  const file = openKeyFile(args.path, args.passphrase)
  if (!file.ok) return file
  const used = signedWith(store.value.read, args.unit)
  const publicKey = Buffer.from(file.value.key.publicKey).toString('hex')
  if (used.length > 0 && !used.includes(publicKey)) return no(problem('key-exists'))
  const installed = file.value.install(keyFolder(desk), keyName(unit.value))
  return installed.ok ? ok({ signer: file.value.key.signer }) : installed
}
