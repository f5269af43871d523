import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { tableRequests, type InputFigure } from '../../core/contract/regulator/tables.ts'
import { decodeCsv, separatorOf, splitCsv } from '../csv.ts'
import type { Desk } from '../handlers/desk.ts'
import { tablesInputs, tablesSetInput } from '../handlers/regulator/tables/inputs.ts'
import { atLedger } from './ledger.ts'
import { refused, spoken, type Command, type Given, type Output, type Status } from './output.ts'

const usage = { code: 'usage', params: { what: 'inputs list|set 种类 键 年 数 --source 来源 --date 日期|import 文件.json|文件.csv --ledger 台账' } } as const
const request = tableRequests['tables.setInput']
type Line = z.infer<typeof request>

/** Lists and sets the figures that come from outside the survey: upper totals, base years, targets. */
export const inputs: Command = async (given, output) => {
  const [verb, ...rest] = given.files
  const lines = verb === 'set' ? [oneOf(rest, given)] : verb === 'import' && rest.length === 1 ? linesOf(rest[0] ?? '') : verb === 'list' && rest.length === 0 ? [] : null
  if (lines === null) return refused(output, usage)
  return atLedger({ ...given, region: null }, output, async desk => {
    if (verb === 'list') return listed(desk, output)
    let status: Status = 0
    for (const [i, line] of lines.entries()) if (await taken(desk, line, { n: i + 1, output }) !== 0) status = 2
    return status
  })
}

async function listed(desk: Desk, output: Output): Promise<Status> {
  const all = await tablesInputs(desk)
  if (!all.ok) return refused(output, all.problem)
  for (const one of all.value) output.answer(one, shown(one))
  return 0
}

const shown = (one: InputFigure): string => `${one.kind}　${one.key}　${one.year}　${one.name}　${one.value ?? '未填'}${one.unit}　${one.source}　${one.date}`.trimEnd()

async function taken(desk: Desk, line: unknown, { n, output }: { readonly n: number; readonly output: Output }): Promise<Status> {
  const parsed = request.safeParse(line)
  if (!parsed.success) { output.say(`第 ${n} 项读不通：要有 kind、key、year、value、source、date`); return 2 }
  const set = await tablesSetInput(desk, parsed.data)
  if (!set.ok) { output.say(`第 ${n} 项　${spoken(set.problem)}`); return 2 }
  const now = set.value.find(one => one.kind === parsed.data.kind && one.key === parsed.data.key && one.year === parsed.data.year)
  if (now) output.answer(now, shown(now))
  return 0
}

function oneOf([kind, key, year, value]: readonly string[], { source, date, reason }: Given): unknown {
  return { kind, key, year: Number(year), value: value === '-' ? null : value, source: source ?? '', date: date ?? '', reason: reason ?? '' }
}

/** The lines of a JSON list or of a CSV with a head; null when the file is neither. */
function linesOf(path: string): readonly unknown[] | null {
  try {
    const bytes = new Uint8Array(readFileSync(path))
    if (!path.toLowerCase().endsWith('.csv')) return z.array(z.unknown()).parse(JSON.parse(new TextDecoder().decode(bytes)))
    const decoded = decodeCsv(bytes)
    if (!decoded) return null
    const [head = [], ...rows] = splitCsv(decoded.text.replace(/^\ufeff/, ''), separatorOf(decoded.text))
    return rows.filter(row => row.some(cell => cell !== '')).map(row => asLine(Object.fromEntries(head.map((name, i) => [name.trim(), (row[i] ?? '').trim()]))))
  } catch {
    return null
  }
}

function asLine(cells: Readonly<Record<string, string>>): Partial<Line> {
  const { year, value, ...rest } = cells
  return { ...rest, year: Number(year), value: value === undefined || value === '' || value === '-' ? null : value } as Partial<Line>
}
