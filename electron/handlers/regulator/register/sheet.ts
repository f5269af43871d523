import type { Answer, Request } from '../../../../core/contract.ts'
import type { RegisterLine } from '../../../../core/contract/regulator/register.ts'
import type { ForeignSheet } from '../../../../core/import/sheet.ts'
import { problem } from '../../../../core/problem.ts'
import { proposeColumns, proposeHead, type RegisterMapping } from '../../../../core/register/columns.ts'
import { planRegister, type PlannedLine } from '../../../../core/register/plan.ts'
import { no, ok, type Result } from '../../../../core/result.ts'
import { problemSentence } from '../../../../core/text/problems.ts'
import { registerCells } from '../../../excel/guard.ts'
import { readForeign } from '../../../foreignFile.ts'
import { needs, type Ledger } from '../../../ledger/ledger.ts'
import { regionsOf } from '../../../ledger/regions.ts'
import { registerUnits, writeRegister } from '../../../ledger/store/registerUnit.ts'
import { lookAgain } from '../../../ledger/takeIn.ts'
import type { Desk } from '../../desk.ts'

type Asked = Pick<Request<'register.preview'>, 'path' | 'sheet' | 'head' | 'mapping'>
interface Planned { readonly ledger: Ledger; readonly lines: readonly PlannedLine[]; readonly preview: Answer<'register.preview'> }

const SAMPLES = 5

/** What a sheet would do to the register. */
export async function registerPreview(desk: Desk, args: Request<'register.preview'>): Promise<Result<Answer<'register.preview'>>> {
  const planned = await plan(desk, args)
  return planned.ok ? ok(planned.value.preview) : planned
}

/** Takes a sheet into the register, every sound line in one transaction; lines with a problem are left out and named. */
export async function registerImport(desk: Desk, args: Request<'register.import'>): Promise<Result<Answer<'register.import'>>> {
  const planned = await plan(desk, args)
  if (!planned.ok) return planned
  const { ledger, lines, preview } = planned.value
  const refused = needs(ledger, 'issuer')
  if (refused) return no(refused)
  const { name: by, at } = ledger.hand()
  const writes = lines.flatMap(line => (line.entry && (line.does === 'new' || line.does === 'change') ? [{ old: line.old, now: line.entry, changed: line.changed }] : []))
  const fields = new Map(writes.map(one => [one.now.unit, one.changed]))
  await ledger.sql.write(async sql => {
    await writeRegister(sql, writes, one => fields.get(one.now.unit) ?? [], { at, by, effective: args.effective, reason: args.reason })
    await lookAgain(sql, { shelf: desk.packs, info: ledger.info, hand: { name: by, at } })
  })
  return ok(preview)
}

async function plan(desk: Desk, args: Asked): Promise<Result<Planned>> {
  const open = await desk.ledger()
  if (!open.ok) return open
  const file = readForeign(args.path, registerCells)
  if (!file.ok) return file
  const { sheets } = file.value
  const sheet = chosen(sheets, args.sheet)
  if (!sheet) return no(args.sheet === undefined ? problem('register-empty') : problem('import-sheet-missing', { sheet: args.sheet, found: sheets.map(one => one.name).join('、') }))
  const head = args.head ?? proposeHead(sheet)
  const mapping = (args.mapping as RegisterMapping | undefined) ?? proposeColumns(sheet.rows.find(row => row.row === head + 1))
  const missing = missingColumn(mapping)
  const known = new Map((await registerUnits(open.value.sql)).map(one => [one.unit, one]))
  const lines = missing === null ? planRegister(sheet, { head, mapping }, known, contextOf(desk, open.value)) : []
  const named = new Set(lines.map(line => line.unit))
  return ok({
    ledger: open.value, lines,
    preview: {
      sheets: sheets.map(one => one.name), sheet: sheet.name, head, columns: columnsOf(sheet, head), mapping, lines: lines.map(shown), counts: counted(lines),
      absent: [...known.values()].filter(one => one.active && !named.has(one.unit)).length,
    },
  })
}

/** The sheet that is asked for, else the one whose heads say most. */
function chosen(sheets: readonly ForeignSheet[], asked: string | undefined): ForeignSheet | undefined {
  if (asked !== undefined) return sheets.find(one => one.name === asked)
  const known = (sheet: ForeignSheet): number => Object.keys(proposeColumns(sheet.rows.find(row => row.row === proposeHead(sheet) + 1))).length
  return sheets.filter(one => one.rows.length > 0).toSorted((a, b) => known(b) - known(a))[0]
}

/** The column without which no unit can be told; null where it is there. */
export const missingColumn = (mapping: RegisterMapping): string | null => (mapping.uscc === undefined && mapping.unit_id === undefined ? '统一社会信用代码' : null)

function contextOf(desk: Desk, { info }: Ledger): Parameters<typeof planRegister>[3] {
  const id = info.pack === '' ? desk.packs.summaries().toSorted((a, b) => b.year - a.year)[0]?.id : info.pack
  const loaded = id === undefined ? null : desk.packs.get(id)
  return { regions: regionsOf(desk.packs, info.pack).list, forms: loaded?.ok ? loaded.value.pack.forms : [], region: info.region }
}

function columnsOf(sheet: ForeignSheet, head: number): Answer<'register.preview'>['columns'] {
  const titles = sheet.rows.find(row => row.row === head + 1)
  const below = sheet.rows.filter(row => row.row > head + 1).slice(0, SAMPLES)
  const columns = [...new Set([titles, ...below].flatMap(row => [...(row?.cells.keys() ?? [])]))].toSorted((a, b) => a - b)
  return columns.map(at => ({ at, title: titles?.cells.get(at)?.text ?? '', sample: below.map(row => row.cells.get(at)?.text ?? '') }))
}

const shown = ({ line, unit, name, does, changed, problems }: PlannedLine): RegisterLine =>
  ({ line, unit, name, does, changed, problem: problems.length === 0 ? null : problems.map(one => problemSentence(one)).join('') })

function counted(lines: readonly PlannedLine[]): Answer<'register.preview'>['counts'] {
  const of = (does: PlannedLine['does']): number => lines.filter(line => line.does === does).length
  return { new: of('new'), change: of('change'), same: of('same'), refused: of('refused') }
}
