import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import type { LoadedPack } from '../../../../core/pack/schema.ts'
import { needs, type Ledger } from '../../../ledger/ledger.ts'
import { fileRow, type ShownRow } from '../../../ledger/store/intakeFile.ts'
import type { FileAsk, ReadHand } from '../../../reader/messages.ts'
import { nodeReaders } from '../../../reader/nodeFork.ts'
import { openPool, usualPool, type Pool } from '../../../reader/pool.ts'
import { found, packsFolder, type Desk } from '../../desk.ts'

/** A hand-filled template that was taken in, read anew from where it lies. */
export interface HandFile { readonly ledger: Ledger; readonly row: ShownRow; readonly hand: ReadHand; readonly loaded: LoadedPack }

/** Reads the template behind a row for somebody who may review; it must still be the same bytes. */
export async function handFile(desk: Desk, id: number): Promise<Result<HandFile>> {
  const ledger = await desk.ledger()
  if (!ledger.ok) return ledger
  const refused = needs(ledger.value, 'reviewer')
  if (refused) return no(refused)
  const row = found(await fileRow(ledger.value.sql, id), '这个文件')
  if (!row.ok) return row
  if (row.value.verdict !== 'unsealed') return no(problem('intake-not-hand'))
  const hand = await readAgain(desk, row.value)
  if (!hand.ok) return hand
  const loaded = desk.packs.get(hand.value.packId)
  return loaded.ok ? ok({ ledger: ledger.value, row: row.value, hand: hand.value, loaded: loaded.value }) : no(problem('intake-hand-pack', { pack: hand.value.packId }))
}

async function readAgain(desk: Desk, row: ShownRow): Promise<Result<ReadHand>> {
  const pool = openPool(desk.host.readers ?? nodeReaders, { ...usualPool(desk.host.seedsDir, packsFolder(desk.host), desk.host.now), ...desk.host.reading, readers: 1 })
  try {
    const [path = '', inner] = row.path.split('!/')
    const ask = inner === undefined ? ok({ path, member: null, named: true, known: [] }) : await memberAsk(pool, path, inner)
    const read = ask.ok ? await pool.read(ask.value) : ask
    if (!read.ok) return read
    return read.value.kind === 'read' && read.value.hand && read.value.sha256 === row.sha256 ? ok(read.value.hand) : no(problem('intake-moved', { path: row.path }))
  } finally { pool.close() }
}

async function memberAsk(pool: Pool, path: string, name: string): Promise<Result<FileAsk>> {
  const list = await pool.read({ path, member: null, named: true, known: [] })
  const member = list.ok && list.value.kind === 'members' ? list.value.members.find((one) => one.name === name) : undefined
  return member ? ok({ path, member, named: true, known: [] }) : no(problem('intake-moved', { path }))
}
