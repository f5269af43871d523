import type { Answer, Request } from '../../../../core/contract.ts'
import type { InputFigure } from '../../../../core/contract/regulator/tables.ts'
import { inputName } from '../../../../core/consolidate/program.ts'
import { inputsOf, namesOfInputs } from '../../../../core/consolidate/inputs.ts'
import type { InputRef } from '../../../../core/consolidate/formula.ts'
import type { Pack } from '../../../../core/pack/schema.ts'
import { problem } from '../../../../core/problem.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { addInput, inputRows } from '../../../ledger/store/inputFigure.ts'
import type { Desk } from '../../desk.ts'
import { packFor } from './work.ts'

/** Every figure from outside that the tables ask for, set or not. */
export async function tablesInputs(desk: Desk): Promise<Result<Answer<'tables.inputs'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const found = packFor(desk, open.value, undefined)
  return found.ok ? ok(await allInputs(open.value, found.value.pack, found.value.year)) : found
}

/** Sets one; what was there before stays as history. A key that no table asks for is refused. */
export async function tablesSetInput(desk: Desk, args: Request<'tables.setInput'>): Promise<Result<Answer<'tables.setInput'>>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const ledger = open.value
  const found = packFor(desk, ledger, undefined)
  if (!found.ok) return found
  const { kind, key, year, value, source, date, reason } = args
  if (!namesOfInputs(found.value.pack).has(`${kind} ${key}`)) return no(problem('input-unknown', { input: `${kind} ${key}` }))
  const { name, at } = ledger.hand()
  await ledger.sql.write((sql) => addInput(sql, { kind, key, year, value, source, dated: date, by_name: name, at, reason }))
  return ok(await allInputs(ledger, found.value.pack, found.value.year))
}

/** What the tables ask for, and what is set for other years. */
async function allInputs(ledger: Ledger, pack: Pack, year: number): Promise<readonly InputFigure[]> {
  const asked = inputsOf(pack, year)
  const names = new Set(asked.map(inputName))
  const others = (await inputRows(ledger.sql)).filter((row) => !names.has(inputName(row)))
  return shownInputs(ledger, pack, [...asked, ...others])
}

/** Inputs with what is set, for people. */
export async function shownInputs(ledger: Ledger, pack: Pack, refs: readonly InputRef[]): Promise<readonly InputFigure[]> {
  const names = namesOfInputs(pack)
  const set = new Map((await inputRows(ledger.sql)).map((row) => [inputName(row), row] as const))
  return refs.map(({ kind, key, year }) => {
    const [spec, row] = [names.get(`${kind} ${key}`), set.get(inputName({ kind, key, year }))]
    return { kind, key, year, name: spec?.name ?? key, unit: spec?.unit ?? '', value: row?.value ?? null, source: row?.source ?? '', date: row?.dated ?? '', by: row?.by_name ?? '', at: row?.at ?? '' }
  })
}
