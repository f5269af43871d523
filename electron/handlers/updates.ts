import { join } from 'node:path'
import type { UpdateLook, UpdateState, UpdateTaken, updateRequests } from '../../core/contract/updates.ts'
import type { Request } from '../../core/contract.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import { beijing } from '../clock.ts'
import { isManual, startInstaller, thisMachine } from '../installer.ts'
import { ownFolder } from '../policy/inForce.ts'
import { copyUpdate, findUpdate, type FoundUpdate } from '../update.ts'
import type { Desk } from './desk.ts'
import type { Handler } from './handler.ts'
import { isSamePath } from '../samePath.ts'

const keysOf = (desk: Desk): readonly string[] => desk.program.build?.keys ?? desk.host.updateKeys ?? []
const onlyFolder = (desk: Desk): string | null => { const { updateFolder } = desk.policy.policy; return updateFolder === undefined ? null : ownFolder(updateFolder) }

function updateState(desk: Desk): Result<UpdateState> {
  const updates = desk.policy.policy.updates === 'off' ? 'off' : keysOf(desk).length === 0 ? 'no-keys' : 'folder'
  return ok({ updates, folder: onlyFolder(desk), version: desk.host.appVersion })
}

function updateLook(desk: Desk, { folder }: Request<'update.look'>): Result<UpdateLook> {
  const found = find(desk, folder)
  if (!found.ok) return found
  const { update, file, digest } = found.value
  return ok({ folder, version: update.version, here: desk.host.appVersion, name: file.name, size: file.size, expires: update.expires, notes: update.notes, digest })
}

async function updateTake(desk: Desk, { folder, digest }: Request<'update.take'>): Promise<Result<UpdateTaken>> {
  const found = find(desk, folder)
  if (!found.ok) return found
  if (found.value.digest !== digest) return no(problem('update-changed'))
  const copied = await copyUpdate(found.value, join(desk.host.dataDir, '更新'))
  if (!copied.ok) return copied
  desk.backUp('upgrade')
  const { kind } = found.value.file
  const started = await (desk.host.startInstaller ?? startInstaller)(copied.value, kind)
  return started ? ok({ path: copied.value, version: found.value.update.version, started, manual: isManual(kind) }) : no(problem('update-run', { path: copied.value }))
}

function find(desk: Desk, folder: string): Result<FoundUpdate> {
  const against = againstUpdates(desk, folder)
  if (against) return no(against)
  return findUpdate(folder, { ...(desk.host.machine ?? thisMachine()), keys: keysOf(desk), version: desk.host.appVersion, today: beijing(desk.host.now()).slice(0, 10) })
}

function againstUpdates(desk: Desk, folder: string): Problem | null {
  if (desk.policy.policy.updates === 'off') return problem('update-off')
  const only = onlyFolder(desk)
  return only === null || isSamePath(only, folder) ? null : problem('policy-folder', { path: only })
}

/** The handlers that update the program from a folder. */
export const updateHandlers: { readonly [C in keyof typeof updateRequests]: Handler<C> } = { 'update.state': updateState, 'update.look': updateLook, 'update.take': updateTake }
