import { statSync } from 'node:fs'
import type { LedgerSql } from '../../../ledger/sql.ts'
import { knownContents, pathsOf } from '../../../ledger/store/intakeFile.ts'
import type { FileAsk } from '../../../reader/messages.ts'
import { shownPath, type Listed } from './listing.ts'

/** The files still to read of a batch. */
export interface Queue {
  readonly next: () => Promise<FileAsk | null>
  /** Members of an archive come next. */
  readonly expand: (members: readonly Listed[]) => void
  /** A content of this run that need not be read again. */
  readonly learn: (size: number, sha256: string) => void
  /** Whether this very file was recorded in this batch before, with this content. */
  readonly recorded: (listed: Listed, sha256: string) => boolean
  readonly left: () => number
}

const CHUNK = 200
const sizeOf = ({ path, member }: Listed): number => member?.size ?? statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** A queue over the listed files; what the batch put aside or left out before is not tried again. */
export async function openQueue(sql: LedgerSql, batch: number, listed: readonly Listed[]): Promise<Queue> {
  const before = new Map((await pathsOf(sql, batch)).map((row) => [row.path, row]))
  const settled = (one: Listed): boolean => { const row = before.get(shownPath(one)); return row !== undefined && (row.verdict === 'quarantined' || row.state === 'skipped') }
  const waiting = listed.filter((one) => !settled(one)).toReversed()
  const here = new Map<number, Set<string>>()
  let ready: FileAsk[] = []
  let filling: Promise<void> | null = null
  const fill = async (): Promise<void> => {
    const chunk = waiting.splice(-CHUNK).toReversed().map((one) => ({ ...one, size: sizeOf(one) }))
    const known = new Map<number, string[]>()
    for (const row of await knownContents(sql, [...new Set(chunk.map((one) => one.size))])) known.set(row.size, [...(known.get(row.size) ?? []), row.sha256])
    ready = chunk.map(({ size, ...one }) => ({ ...one, known: known.get(size) ?? [] })).toReversed()
  }
  const next = async (): Promise<FileAsk | null> => {
    while (ready.length === 0) {
      if (waiting.length === 0 && filling === null) return null
      await (filling ??= fill().finally(() => { filling = null }))
    }
    const ask = ready.pop()
    return ask ? { ...ask, known: [...ask.known, ...(here.get(sizeOf(ask)) ?? [])] } : null
  }
  return {
    next,
    expand: (members) => { waiting.push(...members.filter((one) => !settled(one)).toReversed()) },
    learn: (size, sha256) => { here.set(size, (here.get(size) ?? new Set()).add(sha256)) },
    recorded: (one, sha256) => before.get(shownPath(one))?.sha256 === sha256,
    left: () => waiting.length + ready.length,
  }
}
