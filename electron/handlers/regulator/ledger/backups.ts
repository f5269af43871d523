import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Answer, Request } from '../../../../core/contract.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { stamp } from '../../../backup.ts'
import { isSound } from '../../../db/open.ts'
import { fileProblem, syncFile, syncFolder } from '../../../files.ts'
import { moveOver } from '../../../move.ts'
import { backUpLedger, ledgerBackups, type BackedUp } from '../../../ledger/backup.ts'
import { needs } from '../../../ledger/ledger.ts'
import { ledgerMark } from '../../../ledger/migrate.ts'
import { addDecision } from '../../../ledger/store/decision.ts'
import type { Desk } from '../../desk.ts'
import { stateOf } from './state.ts'

/** The copies of the chosen ledger, newest first; also of one that cannot be opened. */
export async function ledgerCopies(desk: Desk): Promise<Result<Answer<'ledger.backups'>>> {
  const open = await desk.ledger()
  if (open.ok) return ok(ledgerBackups(open.value))
  const file = chosenFile(desk)
  return file ? ok(ledgerBackups(file)) : open
}

/** Makes a verified copy now. */
export async function ledgerBackUp(desk: Desk): Promise<Result<Answer<'ledger.backUp'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const made = await backUpLedger(open.value, desk.host.now())
  return made.ok ? ok({ path: made.value.path, at: made.value.at }) : made
}

/** Puts a sound copy in the ledger's place. What stood there is copied first and kept aside, damaged or not. */
export async function ledgerRestore(desk: Desk, args: Request<'ledger.restore'>): Promise<Result<Answer<'ledger.restore'>>> {
  const file = chosenFile(desk)
  if (!file) return no(problem(desk.ledgers.chosen() ? 'ledger-backup-server' : 'ledger-none'))
  const open = await desk.ledger()
  const refused = open.ok ? needs(open.value, 'issuer') : open.problem.code === 'ledger-locked' ? open.problem : null
  if (refused) return no(refused)
  if (!isSound(args.path, ledgerMark)) return no(problem('ledger-backup-unsound', { path: args.path }))
  if (open.ok) {
    const before = await backUpLedger(open.value, desk.host.now())
    if (!before.ok) return before
  }
  const aside = exchange(desk, file.path, args.path)
  if (!aside.ok) return aside
  const again = await desk.ledger()
  if (!again.ok) return again
  const { name, at } = again.value.hand()
  const detail = JSON.stringify({ from: basename(args.path), aside: basename(aside.value) })
  await again.value.sql.write(sql => addDecision(sql, { submission: null, unit_id: null, year: null, kind: 'restore', by_name: name, at, reason: '', detail }))
  return ok(await stateOf(desk, again.value))
}

/** The new file is whole and safe on the disk before the old one moves. */
function exchange(desk: Desk, path: string, from: string): Result<string> {
  const temporary = `${path}.tmp`
  const aside = `${path.replace(/\.ledger$/i, '')}-换下-${stamp(desk.host.now())}.ledger`
  try {
    rmSync(temporary, { force: true })
    copyFileSync(from, temporary)
    syncFile(temporary)
    if (!isSound(temporary, ledgerMark)) { rmSync(temporary, { force: true }); return no(problem('ledger-backup-unsound', { path: from })) }
    desk.ledgers.close()
    for (const end of ['', '-wal', '-shm']) if (existsSync(`${path}${end}`)) moveOver(`${path}${end}`, `${aside}${end}`)
    moveOver(temporary, path)
    syncFolder(dirname(path))
    return ok(aside)
  } catch (error) {
    return no(fileProblem(error, path))
  }
}

function chosenFile(desk: Desk): (BackedUp & { readonly path: string }) | null {
  const place = desk.ledgers.chosen()
  return place && 'path' in place ? { path: place.path, folder: dirname(place.path), name: basename(place.path, '.ledger') } : null
}
