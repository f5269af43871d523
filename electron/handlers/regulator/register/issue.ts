import { basename, join } from 'node:path'
import type { Answer, Request } from '../../../../core/contract.ts'
import { letterFileName } from '../../../../core/letter/fileName.ts'
import type { TaskLetter } from '../../../../core/letter/letter.ts'
import type { LoadedPack } from '../../../../core/pack/schema.ts'
import { problem } from '../../../../core/problem.ts'
import type { RegisterEntry } from '../../../../core/register/unit.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { beijing } from '../../../clock.ts'
import { writeLetter } from '../../../excel/letter.ts'
import { stage } from '../../../files.ts'
import type { UnitKey } from '../../../keys.ts'
import { needs, type Ledger } from '../../../ledger/ledger.ts'
import { boundKey, publicLine } from '../../../ledger/regulatorKey.ts'
import { addLetter, lettersOf, type LetterRow } from '../../../ledger/store/letter.ts'
import { registerUnits } from '../../../ledger/store/registerUnit.ts'
import type { Desk } from '../../desk.ts'

const CHUNK = 100

/** Writes a task file for every chosen unit that is active (D25) and keeps each; no file is overwritten. */
export async function registerIssue(desk: Desk, args: Request<'register.issue'>): Promise<Result<Answer<'register.issue'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const ledger = open.value
  const refused = needs(ledger, 'issuer')
  if (refused) return no(refused)
  const loaded = desk.packs.get(ledger.info.pack)
  if (!loaded.ok) return loaded
  const key = await boundKey(desk, ledger)
  if (!key.ok) return key
  const recipient = await publicLine(desk, ledger)
  const wanted = args.units === 'all' ? null : new Set(args.units)
  const units = (await registerUnits(ledger.sql)).filter(unit => unit.active && (wanted?.has(unit.unit) ?? true))
  if (units.length === 0) return no(problem('register-pick'))
  const round = (await lettersOf(ledger.sql, 'task')) + 1
  for (let from = 0; from < units.length; from += CHUNK) {
    const letters = units.slice(from, from + CHUNK).map(unit => taskFor(unit, { ledger, pack: loaded.value, key: key.value, round, recipient }))
    const written = await issueSome(ledger, letters, { key: key.value, folder: args.folder })
    if (!written.ok) return written
  }
  return ok({ files: units.length, folder: args.folder })
}

interface Under { readonly ledger: Ledger; readonly pack: LoadedPack; readonly key: UnitKey; readonly round: number; readonly recipient: string | null }

function taskFor(unit: RegisterEntry, { ledger, pack: loaded, key, round, recipient }: Under): TaskLetter {
  const { pack } = loaded
  const { at } = ledger.hand()
  const { bureau, region } = ledger.info
  return {
    format: 'jianbao-letter', format_version: 1, kind: 'task', letter_id: `${unit.unit}/${pack.year}/task/${round}`,
    unit_id: unit.unit, org_name: unit.name, survey_year: pack.year, pack: { id: pack.id, version: pack.version, digest: loaded.digest },
    issued_at: beijing(new Date(at)), regulator: { name: bureau || '监管部门', region }, signer: { algorithm: 'Ed25519', public_key: Buffer.from(key.publicKey).toString('hex') },
    forms: [...unit.forms], deadline: unit.deadline ?? pack.dates.deadline,
    ...(recipient === null ? {} : { recipient }),
  }
}

/** Some letters, each in its file, then all of them in the record. */
async function issueSome(ledger: Ledger, letters: readonly TaskLetter[], { key, folder }: { readonly key: UnitKey; readonly folder: string }): Promise<Result<null>> {
  const { name: by, at } = ledger.hand()
  const kept: Omit<LetterRow, 'id'>[] = []
  for (const letter of letters) {
    const { bytes, digest } = writeLetter(letter, key.sign)
    const staged = stage(folder, bytes)
    const placed = staged.ok ? staged.value.place(join(folder, letterFileName(letter))) : staged
    if (!placed.ok) return placed
    kept.push({ kind: 'task', unit_id: letter.unit_id, submission: null, at, by_name: by, digest, name: basename(placed.value), body: bytes })
  }
  await ledger.sql.write(async sql => { for (const letter of kept) await addLetter(sql, letter) })
  return ok(null)
}
