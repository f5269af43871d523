import { readFileSync, statSync } from 'node:fs'
import { compareVersions } from '../../../core/pack/packFile.ts'
import type { LoadedPack } from '../../../core/pack/schema.ts'
import { problem, type Problem } from '../../../core/problem.ts'
import { no, ok, type Result } from '../../../core/result.ts'
import { allRegulatorKeys } from '../../db/letter.ts'
import { limits } from '../../excel/guard.ts'
import { fileProblem } from '../../files.ts'
import { hasKey, unitKey } from '../../keys.ts'
import { regulatorKeyFolder, regulatorKeyName } from '../../ledger/regulatorKey.ts'
import { loadPackFile, readPackFile, type PackFile } from '../../packFile.ts'
import type { KnownIssuers } from '../../packTrust.ts'
import type { Desk } from '../desk.ts'

/** A pack file with the pack that is in it. */
export interface Incoming { readonly bytes: Uint8Array; readonly file: PackFile; readonly loaded: LoadedPack }

/** Reads a pack file from outside, whole, and the pack in it. */
export function readIncoming(path: string): Result<Incoming> {
  let bytes: Uint8Array
  try {
    if (statSync(path).size > limits.file) return no(problem('pack-file-not'))
    bytes = readFileSync(path)
  } catch (error) { return no(fileProblem(error, path)) }
  const file = readPackFile(bytes)
  if (!file.ok) return file
  const loaded = loadPackFile(file.value)
  return loaded.ok ? ok({ bytes, file: file.value, loaded: loaded.value }) : loaded
}

/** How a pack stands to the ones that are here: the same, one to be refused, or neither. */
export function standing(desk: Desk, { pack, digest }: LoadedPack): { readonly again: boolean; readonly refused: Problem | null } {
  const here = desk.packs.newest(pack.id)
  if (here === null) return { again: false, refused: null }
  const apart = compareVersions(pack.version, here.version === '' ? '0' : here.version)
  if (apart > 0) return { again: false, refused: null }
  if (apart < 0) return { again: false, refused: problem('pack-file-older', { here: here.version, found: pack.version }) }
  const same = desk.packs.get(pack.id)
  return same.ok && same.value.digest === digest ? { again: true, refused: null } : { again: false, refused: problem('pack-file-same', { here: here.version }) }
}

/** The keys known here: of packs that are installed, of letters that were opened, and the own one of a regulator. */
export function knownIssuers(desk: Desk): KnownIssuers {
  const installed = desk.packs.imported().flatMap(one => {
    const file = one.file()
    return file.ok && file.value.signer !== null ? [{ name: file.value.head.issuer.name, signer: file.value.signer }] : []
  })
  const store = desk.store()
  return [...installed, ...(store.ok ? allRegulatorKeys(store.value.read) : []), ...ownKey(desk)]
}

function ownKey(desk: Desk): KnownIssuers {
  const folder = regulatorKeyFolder(desk)
  const key = hasKey(folder, regulatorKeyName) ? unitKey(folder, regulatorKeyName) : null
  return key?.ok ? [{ name: '', signer: key.value.signer }] : []
}
