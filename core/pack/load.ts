import type { z } from 'zod'
import { tablesFault } from '../consolidate/check.ts'
import { programOf, type FormulaFault } from '../formula/program.ts'
import { problem, type Problem } from '../problem.ts'
import { shapeWords } from '../text/shape.ts'
import { no, ok, type Result } from '../result.ts'
import { assemble, type Assembled, type PackFiles } from './assemble.ts'
import { checkBalances } from './balances.ts'
import { PackError } from './draft.ts'
import { listingOf } from './listing.ts'
import { fileOfItem, placeOf } from './place.ts'
import { ratioFault } from './ratios.ts'
import { shapeFault } from './shape.ts'
import { bulletinFault, watchFault } from './watch.ts'
import { packSchema, type Form, type LoadedPack, type Pack } from './schema.ts'

export type { PackFiles } from './assemble.ts'

/** Loads a pack (thin packs on their base): reads, validates, type-checks every formula, and takes the digest of its files. Consolidated tables and what stands on them are checked only when `whole`: a clerk waits for none of that. */
export function loadPack(read: PackFiles, id: string, sha256: (bytes: Uint8Array) => string, whole = true): Result<LoadedPack> {
  try {
    const assembled = assemble(read, id)
    const parsed = packSchema.safeParse(withoutPaths(assembled))
    if (!parsed.success) return no(shapeProblem(id, parsed.error.issues[0], assembled))
    const odd = shapeFault(parsed.data)
    if (odd !== null) return no(problem('pack-invalid', { file: `packs/${id}`, what: odd }))
    const fault = programOf(parsed.data).faults[0] ?? checkBalances(parsed.data)
    if (fault) return no(faultProblem(id, fault, assembled))
    const apart = ratioFault(parsed.data)
    if (apart !== null) return no(problem('pack-invalid', { file: `packs/${id}/ratios.json`, what: apart }))
    const late = whole ? regulatorsFault(parsed.data, id, assembled) : null
    if (late) return no(late)
    return ok({ pack: parsed.data.localExt ? parsed.data : withoutLocal(parsed.data), digest: digestOf(read, assembled.files, sha256) })
  } catch (error) {
    if (error instanceof PackError) return no(problem('pack-invalid', { file: error.file, what: error.message }))
    throw error
  }
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
function digestOf(read: PackFiles, files: readonly string[], sha256: (bytes: Uint8Array) => string): string {
  return sha256(encode(listingOf(files, (path) => sha256(read.read(path)))))
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
