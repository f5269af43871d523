import { resolve } from 'node:path'
import { createAuditor } from '../../core/audit/run.ts'
import { parseAmount } from '../../core/amount.ts'
import { computeCells, type Figures } from '../../core/consolidate/compute.ts'
import { switchStands, type Frame } from '../../core/consolidate/expand.ts'
import type { Formula } from '../../core/consolidate/formula.ts'
import { layOutTable, nothingHidden, type Computed } from '../../core/consolidate/layout.ts'
import type { AggregateFigure, Held, HeldCells, HeldLedger, HeldSubmission } from '../../core/consolidate/ledgerData.ts'
import { programFor, type TableProgram } from '../../core/consolidate/program.ts'
import { hiddenAggregates, readsHidden } from '../../core/consolidate/publicEdition.ts'
import { sumAll } from '../../core/consolidate/sum.ts'
import type { TableSpec } from '../../core/consolidate/schema.ts'
import type { TableResult } from '../../core/contract/regulator/tables.ts'
import { ratio } from '../../core/formula/number.ts'
import { lookup } from '../../core/pack/lookup.ts'
import type { LoadedPack } from '../../core/pack/schema.ts'
import { readObject } from '../../electron/handlers/filingObject.ts'
import { readSampleSet } from '../../electron/handlers/sampleSet.ts'
import { openShelf } from '../../electron/packs.ts'
import { good } from '../support/desk.ts'

export const seedsDir = resolve(import.meta.dirname, '../../seeds')
export const shelf = openShelf(seedsDir)

/** A filing as a ledger would hold it once accepted, its computed items recomputed. */
function heldOf(n: number, object: { readonly survey_year: number; readonly today: string }): HeldSubmission {
  const { loaded, filing } = good(readObject(shelf, object))
  const index = lookup(loaded.pack)
  const auditor = createAuditor({ pack: loaded.pack, data: filing.data, prior: null, today: object.today, explanations: [] })
  const cells = (texts: Readonly<Record<string, string | null>>): HeldCells => new Map(Object.entries(texts).flatMap(([key, text]): (readonly [string, Held])[] => {
    const entry = index.item(key)
    if (!entry || text === null || text === '') return []
    const held = entry.numeric ? parseAmount(text, entry.decimals) : text
    return held === null ? [] : [[key, held]]
  }))
  const items = cells({ ...filing.data.values, ...auditor.computed() })
  const tables = new Map(Object.entries(filing.data.tables).map(([key, rows]) => [key, rows.map((row) => cells(row.cells))] as const))
  return { id: n, unitId: `${String(items.get('uscc'))}-${String(items.get('unit_seq'))}`, year: object.survey_year, submitNo: 1, state: 'accepted', items, tables }
}

/** The 26 units of Shapingba, 2023, all accepted. */
export function shapingba(): HeldLedger {
  const set = good(readSampleSet(seedsDir, 'shapingba-2023'))
  return { submissions: set.units.map((unit, i) => heldOf(i + 1, unit.filings[0] as { survey_year: number; today: string })), reporting: [] }
}

/** Everything that one edition of one year is made of. */
export interface Edition { readonly loaded: LoadedPack; readonly held: HeldLedger; readonly region: string; readonly public: boolean; readonly switches?: Readonly<Record<string, string>>; readonly inputs?: Readonly<Record<string, string>> }

interface Work { readonly frame: Frame; readonly programs: ReadonlyMap<string, TableProgram>; /** Every table in every stand of its switches. */ readonly all: readonly TableProgram[]; readonly figures: ReadonlyMap<string, AggregateFigure>; readonly hidden: ReadonlySet<string> }

/** All aggregates of all tables of an edition, by the slow twin. */
export function workOf(e: Edition): Work {
  const { pack } = e.loaded
  const places = [...new Set(e.held.submissions.map((s) => String(s.items.get('biz_region'))))].sort()
  const frame: Frame = { pack, year: pack.year, region: e.region, regionName: '沙坪坝区', places, switches: e.switches ?? {} }
  const programs = new Map(pack.tables.map((spec) => [spec.id, programFor(spec, frame)] as const))
  const all = pack.tables.flatMap((spec) => switchStands(spec).map((switches) => programFor(spec, { ...frame, switches })))
  const aggregates = new Map([...programs.values(), ...all].flatMap((p) => p.aggregates).map((a) => [a.key, a] as const))
  const figures = sumAll([...aggregates.values()], { index: lookup(pack), ledger: e.held, scope: { year: pack.year, region: e.region, basis: 'accepted', level: 'all' } })
  return { frame, programs, all, figures, hidden: e.public ? hiddenAggregates(all, figures) : new Set() }
}

/** A table laid out. */
export function tableOf(spec: TableSpec, e: Edition, work = workOf(e)): TableResult {
  const program = work.programs.get(spec.id)
  if (!program) throw new Error(spec.id)
  const figures: Figures = {
    aggregate: (of) => work.figures.get(of.key)?.value ?? null,
    input: (of) => { const text = e.inputs?.[`${of.kind} ${of.key} ${of.year}`]; return text === undefined ? null : ratio(Number(text.replace('.', '')), text.split('.')[1]?.length ?? 0) },
  }
  const cells = new Set([...program.cells].filter(([, c]) => c.formula && readsHidden(c.formula, program, work.hidden)).map(([name]) => name))
  const hidden: Computed['hidden'] = e.public ? { cells, formula: (f: Formula) => readsHidden(f, program, work.hidden) } : nothingHidden
  const caption = { unit: spec.unit, scope: spec.scope, cutoff: '2024-03-29 18:00', received: 26, due: 26, accepted: 26, basis: 'accepted' as const, region: e.region, year: work.frame.year, adjustments: 0 }
  return layOutTable({ program, frame: work.frame, values: computeCells(program, figures), figures, adjusted: null, caption, edition: e.public ? 'public' : 'internal', hidden })
}

/** A table as lines for a golden file. */
export function tableText(table: TableResult): string {
  const rows = table.rows.map((r) => `${'　'.repeat(r.indent)}${r.labels.join(' / ')}\t${r.cells.map((c) => c.text + (c.warned ? ' ⚠' : '')).join('\t')}`)
  return [`# ${table.id} ${table.title}`, ...table.head.map((line) => line.map((h) => h.text).join('\t')), ...rows, ...table.notes.map((n) => `注 ${n}`), ...table.warnings.map((w) => `警 ${w.text}`)].join('\n') + '\n'
}
