import { isTotalRow, type ForeignSheet, type SheetRow } from '../import/sheet.ts'
import { problem, type Problem } from '../problem.ts'
import type { Result } from '../result.ts'
import type { RegisterMapping } from './columns.ts'
import { readDay, readForms, readList, readRegion, readUnit, tooLong, type RegisterContext } from './reading.ts'
import { changedFields, newEntry, type RegisterEntry, type RegisterField } from './unit.ts'

/** What a line of a sheet would do to the register. */
export interface PlannedLine {
  readonly line: number
  readonly unit: string
  readonly name: string
  readonly does: 'new' | 'change' | 'same' | 'refused'
  readonly changed: readonly RegisterField[]
  readonly problems: readonly Problem[]
  readonly old: RegisterEntry | null
  readonly entry: RegisterEntry | null
}

const longest = { name: 100, contact: 50, phone: 50, risk: 20 } as const
const chinese = { name: '机构名称', contact: '联系人', phone: '电话', risk: '风险类别' } as const

/** Reads every line below the head; what is blank stays as it was, and who is not named stays in the register. */
export function planRegister(sheet: ForeignSheet, at: { readonly head: number; readonly mapping: RegisterMapping }, known: ReadonlyMap<string, RegisterEntry>, context: RegisterContext): readonly PlannedLine[] {
  const seen = new Map<string, number>()
  const rows = sheet.rows.filter(row => row.row > at.head + 1 && !isTotalRow(row))
  return rows.filter(row => Object.values(at.mapping).some(column => row.cells.has(column))).map(row => {
    const line = planLine(row, at.mapping, known, context)
    const before = seen.get(line.unit)
    if (line.unit !== '' && before === undefined) seen.set(line.unit, row.row)
    if (before === undefined) return line
    return { ...line, does: 'refused' as const, problems: [...line.problems, problem('register-twice', { line: before, unit: line.unit })], entry: null }
  })
}

function planLine(row: SheetRow, mapping: RegisterMapping, known: ReadonlyMap<string, RegisterEntry>, context: RegisterContext): PlannedLine {
  const text = (column: keyof RegisterMapping): string => row.cells.get(mapping[column] ?? -1)?.text.trim() ?? ''
  const problems: Problem[] = []
  const take = <T>(result: Result<T>): T | undefined => { if (result.ok) return result.value; problems.push(result.problem); return undefined }
  const unit = take(readUnit(row.cells.get(mapping.uscc ?? -1), text('unit_seq'), text('unit_id'))) ?? ''
  const old = known.get(unit) ?? null
  const entry = { ...(old ?? newEntry(unit)), ...given(text, context, take), active: true }
  if (entry.name === '') problems.push(problem('register-name'))
  for (const field of ['name', 'contact', 'phone', 'risk'] as const) {
    const long = tooLong(chinese[field], entry[field], longest[field])
    if (long) problems.push(long)
  }
  const line = { line: row.row, unit, name: text('name') || entry.name, problems, old }
  if (problems.length > 0) return { ...line, does: 'refused', changed: [], entry: null }
  const changed = old ? changedFields(old, entry) : []
  return { ...line, does: old ? (changed.length > 0 ? 'change' : 'same') : 'new', changed, entry }
}

/** What the cells say, field by field. */
function given(text: (column: keyof RegisterMapping) => string, context: RegisterContext, take: <T>(result: Result<T>) => T | undefined): Partial<RegisterEntry> {
  const plain = Object.fromEntries((['name', 'contact', 'phone', 'risk'] as const).map(field => [field, text(field)] as const).filter(([, value]) => value !== ''))
  const region = text('region') === '' ? undefined : take(readRegion(text('region'), context))
  const forms = text('forms') === '' ? undefined : take(readForms(text('forms'), context))
  const deadline = text('deadline') === '' ? undefined : take(readDay(text('deadline')))
  return {
    ...plain, ...(region === undefined ? {} : { region }), ...(forms ? { forms } : {}), ...(deadline === undefined ? {} : { deadline }),
    ...(text('certs') === '' ? {} : { certs: readList(text('certs')).slice(0, 50) }), ...(text('groups') === '' ? {} : { groups: readList(text('groups')).slice(0, 20) }),
  }
}
