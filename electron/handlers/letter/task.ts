import { randomBytes } from 'node:crypto'
import type { TaskLetter } from '../../../core/letter/letter.ts'
import { problem } from '../../../core/problem.ts'
import { no, ok, type Result } from '../../../core/result.ts'
import { addChange } from '../../db/change.ts'
import { addFiling, filingsOf } from '../../db/filing.ts'
import type { Store, Writer } from '../../db/open.ts'
import { addUnit, unitByCode } from '../../db/unit.ts'
import { putValue } from '../../db/value.ts'
import { handOf, type Desk } from '../desk.ts'
import { codeOf } from './unitCode.ts'

/** The year a task asks for; the unit and the year are made where they are not there. */
export function beginTask(desk: Desk, store: Store, letter: TaskLetter): Result<{ readonly filing: number; readonly made: 'unit' | 'year' | null }> {
  const loaded = desk.packs.get(letter.pack.id)
  if (!loaded.ok) return loaded
  const { pack, digest } = loaded.value
  if (!isOurs(desk, letter, digest) || pack.year !== letter.survey_year) return no(problem('letter-pack', { found: `${letter.pack.id} ${letter.pack.version}`, here: `${pack.id} ${pack.version}` }))
  const code = codeOf(letter.unit_id)
  const unit = unitByCode(store.read, code.uscc, code.unitSeq)
  const there = unit ? filingsOf(store.read, unit.id).find(filing => filing.year === pack.year) : undefined
  if (there) return ok({ filing: there.id, made: null })
  const hand = handOf(desk, store.read)
  const filing = store.write(db => {
    const id = unit?.id ?? addUnit(db, { uid: randomBytes(8).toString('hex'), name: letter.org_name, ...code }, hand.at)
    const made = addFiling(db, { unit: id, pack: pack.id, year: pack.year }, hand.at)
    nameIt(db, made, { org_name: unit?.name ?? letter.org_name, uscc: code.uscc, unit_seq: code.unitSeq }, (item, now) => addChange(db, hand, { filing: made, kind: 'cell', item, row: null, rowKey: null, old: '', now, reason: `任务书 ${letter.letter_id}` }))
    return made
  })
  return ok({ filing, made: unit ? 'year' : 'unit' })
}

/** The pack of the task is the newest here, or an earlier version that drafts have left since. */
function isOurs(desk: Desk, { pack }: TaskLetter, digest: string): boolean {
  const then = digest === pack.digest ? null : desk.packs.forSealed(pack)
  return then === null || (then.ok && then.value.digest === pack.digest)
}

function nameIt(db: Writer, filing: number, values: Readonly<Record<string, string>>, note: (item: string, now: string) => void): void {
  for (const [item, text] of Object.entries(values)) {
    if (text === '') continue
    putValue(db, { filing, item, row: 0, text, scaled: null })
    note(item, text)
  }
}
