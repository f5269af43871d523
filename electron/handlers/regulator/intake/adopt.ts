import type { Ledger } from '../../../ledger/ledger.ts'
import { registerRegions } from '../../../ledger/store/registerRegion.ts'
import type { Desk } from '../../desk.ts'
import type { Done } from './record.ts'

/** A ledger that does not know yet what it is of takes the newest survey year of its first submissions, and the region that its whole register is in. */
export async function adopt(desk: Desk, ledger: Ledger, group: readonly Done[]): Promise<void> {
  if (ledger.info.pack !== '') return
  const packs = group.flatMap(({ read }) => (read.kind === 'read' && read.submission?.packKnown ? [read.submission.pack.id] : []))
  const found = desk.packs.summaries().filter((one) => packs.includes(one.id)).toSorted((a, b) => b.year - a.year)[0]
  if (!found) return
  const region = ledger.info.region === '' ? commonStart(await registerRegions(ledger.sql)) : ledger.info.region
  await ledger.learn({ pack: found.id, year: found.year, region })
}

/** The digits that all begin with, as a place is named by: two, four or six. */
function commonStart([first = '', ...rest]: readonly string[]): string {
  for (const length of [6, 4, 2]) if (first.length >= length && rest.every((one) => one.startsWith(first.slice(0, length)))) return first.slice(0, length)
  return ''
}
