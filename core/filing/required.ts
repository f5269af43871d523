import type { Program } from '../formula/program.ts'
import type { Reads, Scope } from '../formula/scope.ts'
import { isEmpty, rowsOf, type SheetRow } from '../formula/sheet.ts'
import type { Entry } from '../pack/lookup.ts'

/** An item that is not to be filled now, and why in Chinese. */
export interface Inactive { readonly item: string; readonly row: number | null; readonly why: string }

/** The typed text of a cell. */
export function typedOf(scope: Scope, entry: Entry, row: SheetRow | null): string | undefined {
  return row === null ? scope.sheet.typed[entry.at] : row.typed[entry.at]
}

/** Whether a cell must be filled now; the sign-off always must. */
export function isRequired(program: Program, scope: Scope, entry: Entry, row: SheetRow | null): boolean {
  if (entry.form === null) return entry.item.required === 'always'
  const requirement = program.required[entry.order]
  if (typeof requirement !== 'function') return requirement === true
  scope.row = row
  const needed = requirement(scope) === true
  scope.row = null
  return needed
}

/** Items whose condition is not true, in forms that apply, each with the reason. */
export function inactiveIn(program: Program, scope: Scope): readonly Inactive[] {
  const found: Inactive[] = []
  for (const [entry, reads] of program.requiredReads) {
    if (eitherOr(entry) || (entry.formAt >= 0 && !scope.sheet.applies[entry.formAt])) continue
    const rows = entry.table === null ? [null] : rowsOf(scope.sheet, entry.tableAt)
    for (const row of rows) {
      if (isRequired(program, scope, entry, row)) continue
      found.push({ item: entry.item.key, row: row?.id ?? null, why: reasonOf(scope, reads, row, '不填') })
    }
  }
  return found
}

/** Of two items one must be filled: the other may be filled too, so it is never greyed. */
function eitherOr(entry: Entry): boolean {
  return /\bblank\s*\(/.test(entry.item.requiredWhen ?? '')
}

/** 是否独立法人填 1 独立法人 时不填, or which items decide when they are blank. */
export function reasonOf(scope: Scope, reads: Reads, row: SheetRow | null, what: string): string {
  const read: readonly (readonly [Entry, string])[] = [...reads.scalars, ...reads.own].map((entry) => [entry, typedOf(scope, entry, entry.table === null ? null : row) ?? ''])
  const open = read.filter(([entry, text]) => !entry.computed && isEmpty(text)).map(([entry]) => `“${entry.item.name}”`)
  if (open.length > 0) return `先填${open.join('、')}，再定是否填写`
  const said = read.filter(([entry]) => !entry.computed).map(([entry, text]) => `${entry.item.name}填 ${text}${entry.codes?.has(text) ? ` ${entry.codes.get(text)}` : ''}`)
  return said.length > 0 ? `${said.join('、')} 时${what}` : '不符合填写条件'
}
