import { z } from 'zod'
import type { FilingData, Prior, Row } from '../filing/filing.ts'
import { lookup, type PackIndex } from '../pack/lookup.ts'
import type { LoadedPack } from '../pack/schema.ts'
import { xmlSafe } from './canonical.ts'
import { canonicalValue } from './canonicalValue.ts'
import type { PlanInput } from './input.ts'
import { refOf, type Proof, type SheetPlan } from './sheet.ts'

/** A planned value: reference, value as a canonical string, and, of a filing's cell, its item and row id. */
export type PlannedCell = readonly [ref: string, value: string, item?: string | null, row?: number]

const isPlanned = (cell: unknown): boolean => Array.isArray(cell) && cell.length >= 2 && cell.length <= 4
  && typeof cell[0] === 'string' && typeof cell[1] === 'string'
  && (cell[2] === undefined || cell[2] === null || typeof cell[2] === 'string') && (cell[3] === undefined || Number.isSafeInteger(cell[3]))
/** One check for the whole list: it is the longest of the payload. */
const plannedCells = z.custom<PlannedCell[]>((cells) => Array.isArray(cells) && cells.every(isPlanned))
const proofCell = z.tuple([z.string(), z.enum(['receipt', 'digest', 'signer'])])
const isKey = /^[a-z][a-z0-9_]*$/
const key = z.string().regex(isKey)
const isMap = (map: unknown, value: (text: unknown) => boolean): boolean =>
  typeof map === 'object' && map !== null && !Array.isArray(map) && Object.entries(map).every(([name, text]) => isKey.test(name) && value(text))
const values = z.custom<Record<string, string>>((map) => isMap(map, (text) => typeof text === 'string'))
const computed = z.custom<Record<string, string | null>>((map) => isMap(map, (text) => text === null || typeof text === 'string'))
const rows = z.array(z.strictObject({ id: z.int(), cells: values }))
const hex = (length: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
const finding = z.strictObject({
  rule: z.string(), severity: z.enum(['error', 'warning']), row: z.int().nullable(), rowKey: z.string().nullable(), item: key.nullable(),
  message: z.string(), detail: z.string(), explanation: z.string().nullable(),
})

/** The planned cells of a workbook's sheets, as its content carries them. */
export const plannedSheets = z.array(z.strictObject({ name: z.string(), form: z.string().nullable(), cells: plannedCells, proofs: z.array(proofCell) }))
export type PlannedSheet = z.infer<typeof plannedSheets>[number]

/** The canonical payload of a submission, see docs/submission-format.md. */
export const payloadSchema = z.strictObject({
  format: z.literal('jianbao-submission'),
  format_version: z.literal(1),
  submission_id: z.string(),
  unit_id: z.string(),
  org_name: z.string(),
  survey_year: z.int(),
  submit_no: z.int().positive(),
  pack: z.strictObject({ id: z.string(), version: z.string(), digest: z.string() }),
  app_version: z.string(),
  today: z.iso.date(),
  sealed_at: z.string(),
  reason: z.string().nullable(),
  signer: z.strictObject({ algorithm: z.literal('Ed25519'), public_key: hex(64) }),
  values,
  signoff: values,
  computed,
  tables: z.record(key, z.strictObject({ row_key: key, columns: z.array(key), rows })),
  explanations: z.array(z.strictObject({ rule: z.string(), row: z.int().nullable(), item: key.nullable(), text: z.string() })),
  findings: z.array(finding),
  forms: z.array(z.strictObject({ form: z.string(), applies: z.boolean(), filled: z.int(), required: z.int(), rows: z.int() })),
  prior: z.strictObject({ origin: z.string().regex(/^(own|typed|none|workbook:.+)$/), year: z.int(), values, tables: z.record(key, rows) }).nullable(),
  /** Notes on cells that go with the submission; left out when there are none. */
  notes: z.array(z.strictObject({ item: key, row: z.int().nullable(), text: z.string() })).optional(),
  /** Queries of return slips that this submission answers, each with the cell it was put on. */
  answers: z.array(z.strictObject({ query: z.string(), item: key, row: z.int().nullable(), text: z.string() })),
  sheets: plannedSheets,
})
export type Payload = z.infer<typeof payloadSchema>

/** The payload of a filing and the sheets planned for it. */
export function payloadOf(input: PlanInput, sheets: readonly SheetPlan[]): Payload {
  const { pack, digest } = input.pack
  const index = lookup(pack)
  const { meta, prior } = input
  const signs = new Set(pack.signoff.map((item) => item.key))
  const all = cleanValues(index, input.data.values)
  const pick = (signed: boolean): Record<string, string> => Object.fromEntries(Object.entries(all).filter(([name]) => signs.has(name) === signed))
  return {
    format: 'jianbao-submission', format_version: 1,
    submission_id: `${meta.unitId}/${pack.year}/${meta.submitNo}`,
    unit_id: meta.unitId, org_name: xmlSafe(meta.orgName), survey_year: pack.year, submit_no: meta.submitNo,
    pack: { id: pack.id, version: pack.version, digest },
    app_version: meta.appVersion, today: meta.today, sealed_at: meta.sealedAt, reason: meta.reason === null ? null : xmlSafe(meta.reason),
    signer: { algorithm: 'Ed25519', public_key: meta.publicKey },
    values: pick(false), signoff: pick(true), computed: { ...input.computed },
    tables: Object.fromEntries(Object.entries(input.data.tables).map(([name, list]) => [name, tableOf(index, name, list)])),
    explanations: input.explanations.map(({ rule, row, item, text }) => ({ rule, row, item, text: xmlSafe(text) })),
    findings: input.findings.map((f) => ({ rule: f.rule, severity: f.severity, row: f.row, rowKey: f.rowKey && xmlSafe(f.rowKey), item: f.item, message: xmlSafe(f.message), detail: xmlSafe(f.detail), explanation: f.explanation && xmlSafe(f.explanation) })),
    forms: input.forms.map(({ form, applies, filled, required, rows: count }) => ({ form, applies, filled, required, rows: count })),
    prior: prior && priorOf(index, prior),
    ...(input.notes && input.notes.length > 0 ? { notes: input.notes.map(({ item, row, text }) => ({ item, row, text: xmlSafe(text) })) } : {}),
    answers: (input.answers ?? []).map(({ query, item, row, text }) => ({ query, item, row, text: xmlSafe(text) })),
    sheets: sheets.map(plannedSheet),
  }
}

function tableOf(index: PackIndex, name: string, list: readonly Row[]): Payload['tables'][string] {
  const table = index.table(name)?.table
  return { row_key: table?.rowKey ?? '', columns: table?.columns.map((column) => column.key) ?? [], rows: cleanRows(index, list) }
}

function priorOf(index: PackIndex, prior: Prior): NonNullable<Payload['prior']> {
  const tables = Object.fromEntries(Object.entries(prior.data.tables).map(([name, list]) => [name, cleanRows(index, list)]))
  return { origin: prior.origin, year: prior.year, values: cleanValues(index, prior.data.values), tables }
}

/** What a content keeps of a planned sheet: every cell with text or an item, and the proofs. */
export function plannedSheet(sheet: SheetPlan): PlannedSheet {
  const cells: PlannedCell[] = []
  const proofs: [string, Proof][] = []
  for (const cell of sheet.cells) {
    if (cell.proof) proofs.push([refOf(cell.r, cell.c), cell.proof])
    // A filing's blank cell is planned too, so that a value put there is named with its item.
    else if (cell.row !== null && cell.item !== null) cells.push([refOf(cell.r, cell.c), cell.text, cell.item, cell.row])
    else if (cell.item !== null) cells.push([refOf(cell.r, cell.c), cell.text, cell.item])
    else if (cell.text !== '') cells.push([refOf(cell.r, cell.c), cell.text])
  }
  return { name: sheet.name, form: sheet.form, cells, proofs }
}

/** Values without blanks; amounts as canonical decimals where they can be read, else as typed. */
function cleanValues(index: PackIndex, cells: Readonly<Record<string, string>>): Record<string, string> {
  const clean: Record<string, string> = {}
  for (const [name, typed] of Object.entries(cells)) {
    const text = xmlSafe(typed).trim()
    if (text !== '') clean[name] = canonicalValue(index, name, text)
  }
  return clean
}

const cleanRows = (index: PackIndex, list: readonly Row[]): { id: number; cells: Record<string, string> }[] =>
  list.map(({ id, cells }) => ({ id, cells: cleanValues(index, cells) }))

/** The filing inside a payload, sign-off among the values. */
export function filingOf(payload: Payload): FilingData {
  return { values: { ...payload.values, ...payload.signoff }, tables: Object.fromEntries(Object.entries(payload.tables).map(([name, table]) => [name, table.rows])) }
}

/** What a sealed filing was planned from, to export it again: the payload holds all of it. */
export function inputOf(payload: Payload, pack: LoadedPack): PlanInput {
  const { prior } = payload
  return {
    pack, data: filingOf(payload), computed: payload.computed, findings: payload.findings, explanations: payload.explanations, forms: payload.forms,
    ...(payload.notes ? { notes: payload.notes } : {}), ...(payload.answers.length > 0 ? { answers: payload.answers } : {}),
    prior: prior && { origin: prior.origin as Prior['origin'], year: prior.year, data: { values: prior.values, tables: prior.tables } },
    meta: {
      unitId: payload.unit_id, orgName: payload.org_name, submitNo: payload.submit_no, today: payload.today, sealedAt: payload.sealed_at,
      appVersion: payload.app_version, reason: payload.reason, publicKey: payload.signer.public_key,
    },
  }
}

/** What the unit's key signs: these characters as UTF-8. */
export const signedMessage = (digestHex: string): string => `jianbao-submission-1:${digestHex}`
