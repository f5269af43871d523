import { chmodSync, existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { Answer, AppState, Request } from '../../core/contract.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { dropHandedKeys, handKey, handedKeys } from '../db/handover.ts'
import { isSound, openStore, sqliteProblem, type Store } from '../db/open.ts'
import { units } from '../db/unit.ts'
import { fileProblem, syncFile, syncFolder } from '../files.ts'
import { moveOver } from '../move.ts'
import { hasKey, keyText, openKeyText } from '../keys.ts'
import { appState } from './app.ts'
import { compare } from './compare.ts'
import type { Desk } from './desk.ts'
import { draftOf, type DraftFile } from './draftFile.ts'
import { replaceWork } from './replaceWork.ts'
import { keyFolder, keyName } from './signer.ts'
import { isSamePath } from '../samePath.ts'

type Installing = readonly (() => Result<string>)[]

/** Writes the whole work file for a successor or another PC, readable by its owner only; keys go along under a passphrase. */
export function workfileExport(desk: Desk, args: Request<'workfile.export'>): Result<Answer<'workfile.export'>> {
  const store = desk.store()
  if (!store.ok) return store
  if (isSamePath(args.path, store.value.path)) return no(problem('workfile-same', { path: args.path }))
  const keys = lockedKeys(desk, store.value, args.passphrase)
  if (!keys.ok) return keys
  const temporary = join(dirname(args.path), `.~${randomBytes(6).toString('hex')}.tmp`)
  try {
    store.value.copyTo(temporary)
    const packed = pack(temporary, keys.value)
    if (!packed.ok) return packed
    chmodSync(temporary, 0o600)
    syncFile(temporary)
    moveOver(temporary, args.path)
    syncFolder(dirname(args.path))
    return ok({ path: args.path, keys: keys.value.length })
  } catch (error) {
    return no(sqliteProblem(error, args.path) ?? fileProblem(error, args.path))
  } finally {
    for (const end of ['', '-wal', '-journal']) rmSync(`${temporary}${end}`, { force: true })
  }
}

/** What taking over another work file would change, and how many keys it carries. */
export function workfilePreview(desk: Desk, args: Request<'workfile.preview'>): Result<Answer<'workfile.preview'>> {
  const store = desk.store()
  if (!store.ok) return store
  const draft = draftOf(desk.host.dataDir, args.path)
  if (!draft.ok) return draft
  const { read } = draft.value.store
  try { return ok({ ...compare(desk, store.value.read, read), keys: Object.keys(handedKeys(read)).length }) } finally { draft.value.drop() }
}

/** Takes over another work file; the present one is kept as a backup. Without a passphrase its keys are left behind. */
export function workfileImport(desk: Desk, args: Request<'workfile.import'>): Result<AppState> {
  const store = desk.store()
  if (!store.ok) return store
  if (isSamePath(args.path, store.value.path)) return no(problem('workfile-same', { path: args.path }))
  const draft = draftOf(desk.host.dataDir, args.path)
  if (!draft.ok) return draft
  const keys = carriedKeys(desk, draft.value, args.passphrase)
  if (!keys.ok) { draft.value.drop(); return keys }
  draft.value.store.write(dropHandedKeys)
  const replaced = replaceWork(desk, draft.value)
  if (!replaced.ok) return replaced
  for (const install of keys.value) {
    const installed = install()
    if (!installed.ok) return installed
  }
  return appState(desk)
}

function lockedKeys(desk: Desk, store: Store, passphrase: string): Result<readonly (readonly [name: string, text: string])[]> {
  const names = passphrase === '' ? [] : units(store.read).map(keyName).filter(name => hasKey(keyFolder(desk), name))
  const locked: (readonly [string, string])[] = []
  for (const name of names) {
    const text = keyText(keyFolder(desk), name, passphrase)
    if (!text.ok) return text
    locked.push([name, text.value])
  }
  return ok(locked)
}

function pack(path: string, keys: readonly (readonly [string, string])[]): Result<null> {
  const copy = openStore(path, { local: false })
  if (!copy.ok) return copy
  copy.value.write(db => { for (const [name, text] of keys) handKey(db, name, text) })
  copy.value.close()
  return existsSync(path) && isSound(path) ? ok(null) : no(problem('backup-unsound'))
}

function carriedKeys(desk: Desk, draft: DraftFile, passphrase: string): Result<Installing> {
  const installing: (() => Result<string>)[] = []
  for (const [name, text] of passphrase === '' ? [] : Object.entries(handedKeys(draft.store.read))) {
    if (!/^unit-[0-9a-f]{16}$/.test(name)) return no(problem('key-invalid'))
    const key = openKeyText(text, passphrase)
    if (!key.ok) return key
    installing.push(() => key.value.install(keyFolder(desk), name))
  }
  return ok(installing)
}
