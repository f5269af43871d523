import type { z } from 'zod'
import { tablesFault } from '../consolidate/check.ts'
import { programOf, type FormulaFault } from '../formula/program.ts'
import { problem, type Problem } from '../problem.ts'
import { shapeWords } from '../text/shape.ts'
import { no, ok, type Result } from '../result.ts'
import { assemble, type Assembled } from './assemble.ts'
import { checkBalances } from './balances.ts'
import { PackError } from './draft.ts'
import { listingOf } from './listing.ts'
import { listsOf } from './lists.ts'
import { fileOfItem, placeOf } from './place.ts'
import { ratioFault } from './ratios.ts'
import { readingOf, type PackFiles, type Reading, type Sum } from './reading.ts'
import { shapeFault } from './shape.ts'
import { bulletinFault, watchFault } from './watch.ts'
import { packSchema, type Form, type LoadedPack, type Pack } from './schema.ts'

export type { PackFiles } from './reading.ts'
const ownSchema = packSchema.omit({ regions: true, industries: true })

/** Loads a pack (thin packs on their base): reads, validates, type-checks every formula, and takes the digest of its files. Consolidated tables and what stands on them are checked only when `whole`: a clerk waits for none of that. */
export function loadPack(read: PackFiles, id: string, sha256: Sum, whole = true): Result<LoadedPack> {
  try {
    const files = readingOf(read, sha256)
    const assembled = assemble(files, id)
    const made = shaped(files, id, assembled)
    if (!made.ok) return made
    const pack = made.value
    const odd = shapeFault(pack)
    if (odd !== null) return no(problem('pack-invalid', { file: `packs/${id}`, what: odd }))
    const fault = programOf(pack).faults[0] ?? checkBalances(pack)
    if (fault) return no(faultProblem(id, fault, assembled))
    const apart = ratioFault(pack)
    if (apart !== null) return no(problem('pack-invalid', { file: `packs/${id}/ratios.json`, what: apart }))
    const late = whole ? regulatorsFault(pack, id, assembled) : null
    if (late) return no(late)
    return ok({ pack: pack.localExt ? pack : withoutLocal(pack), digest: digestOf(files, assembled.files, sha256) })
  } catch (error) {
    if (error instanceof PackError) return no(problem('pack-invalid', { file: error.file, what: error.message }))
    throw error
  }
}

/** The pack in its shape, its own parts and the lists that it shares with other years, or what is wrong with it. */
function shaped(files: Reading, id: string, assembled: Assembled): Result<Pack> {
  const own = ownSchema.safeParse(withoutPaths(assembled))
  if (!own.success) return no(shapeProblem(id, own.error.issues[0], assembled))
  const lists = listsOf(files, assembled.lists)
  return lists.success ? ok({ ...own.data, ...lists.data }) : no(shapeProblem(id, lists.error.issues[0], assembled))
}

/** What is wrong with the parts only a regulator uses: tables, monitoring, the bulletin's template. */
function regulatorsFault(pack: Pack, id: string, assembled: Assembled): Problem | null {
  const watched = watchFault(pack)
  if (watched !== null) return problem('pack-invalid', { file: `packs/${id}/watch.json`, what: watched })
  const said = bulletinFault(pack)
  if (said !== null) return problem('pack-invalid', { file: `packs/${id}/bulletin.json`, what: said })
  const table = tablesFault(pack)
  return table && problem('pack-rule', { file: tableFile(assembled, id, table.table), rule: `${table.table} ${table.where}`.trim(), at: table.at, what: table.message })
}

function withoutPaths({ draft }: Assembled): unknown {
  const { regionFiles: _regions, industryFile: _industries, ...pack } = draft
  return pack
}

function shapeProblem(id: string, issue: z.core.$ZodIssue | undefined, assembled: Assembled): Problem {
  const { file, at } = placeOf(assembled, id, issue?.path ?? [])
  return problem('pack-invalid', { file, what: `${at.map(String).join('.')}：${shapeWords(issue)}` })
}

function faultProblem(id: string, fault: FormulaFault, assembled: Assembled): Problem {
  if (fault.where === 'cycle') return problem('pack-cycle', { file: fileOfItem(assembled, id, fault.id), what: fault.message })
  const file = fault.where === 'rule' ? (assembled.ruleFiles.get(fault.id) ?? `packs/${id}/rules`) : fileOfItem(assembled, id, fault.id)
  const field = fault.field === 'formula' ? '' : ` ${fault.field}`
  return problem('pack-rule', { file, rule: `${fault.id}${field}`, at: fault.at, what: fault.message })
}

/** The file that a table stands in: the pack's own before its base's. */
function tableFile({ files }: Assembled, id: string, table: string): string {
  const names = [`packs/${id}/tables/${table.slice(0, 3)}.json`, ...files.filter((f) => f.endsWith(`/tables/${table.slice(0, 3)}.json`))]
  return names.find((f) => files.includes(f)) ?? `packs/${id}/tables`
}

/** SHA-256 over the sorted list of `sha256 path` lines (D2). */
function digestOf({ sum }: Reading, files: readonly string[], sha256: Sum): string {
  return sha256(encode(listingOf(files, sum)))
}

function encode(text: string): Uint8Array {
  const escaped = encodeURIComponent(text)
  const bytes: number[] = []
  for (let i = 0; i < escaped.length; i++) {
    if (escaped.charAt(i) !== '%') bytes.push(escaped.charCodeAt(i))
    else {
      bytes.push(Number.parseInt(escaped.slice(i + 1, i + 3), 16))
      i += 2
    }
  }
  return Uint8Array.from(bytes)
}

/** Switches the local block off (forms.md 1.3): its items go; formulas that name them read blank. */
function withoutLocal(pack: Pack): Pack {
  return { ...pack, forms: pack.forms.map(formWithoutLocal) }
}

function formWithoutLocal(form: Form): Form {
  const items = form.items.filter((item) => item.local !== true)
  const kept = new Set(items.map((item) => item.key))
  const groups = form.groups.map((g) => ({ ...g, items: g.items.filter((key) => kept.has(key)) })).filter((g) => g.items.length > 0)
  return { ...form, items, groups }
}
