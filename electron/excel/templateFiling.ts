import { z } from 'zod'
import type { Explanation, FilingData, Row } from '../../core/filing/filing.ts'
import { problem } from '../../core/problem.ts'
import { no, ok, type Result } from '../../core/result.ts'
import type { FoundCell } from '../../core/submission/verdict.ts'
import { openBook, type Cells, type Contents } from './book.ts'
import { markedContent } from './sealedContent.ts'

const mapSchema = z.strictObject({
  format: z.literal('jianbao-template'), format_version: z.literal(1),
  pack: z.strictObject({ id: z.string(), version: z.string(), digest: z.string() }), survey_year: z.int(),
  tables: z.record(z.string(), z.array(z.string())), coded: z.array(z.string()),
  sheets: z.array(z.strictObject({ name: z.string(), form: z.string().nullable(), inputs: z.array(z.tuple([z.string(), z.string(), z.int().nullable()])) })),
})
type TemplateMap = z.infer<typeof mapSchema>

/** A filled-in template: typed texts as in any filing, and the explanations of its sheet 说明 (D18). `row` is the row's key as written. */
export interface TemplateFiling {
  readonly pack: TemplateMap['pack']
  readonly year: number
  readonly data: FilingData
  readonly explanations: readonly (Omit<Explanation, 'row' | 'item'> & { readonly row: string | null })[]
}

/** Reads a blank template that somebody filled in, in whatever program. */
export function readTemplate(bytes: Uint8Array): Result<TemplateFiling> {
  const book = openBook(bytes)
  return book.ok ? templateIn(book.value.contents, book.value.cells) : book
}

/** The same of a workbook that is open already. */
export function templateIn(contents: Contents, cells: Cells): Result<TemplateFiling> {
  const marked = markedContent(contents, cells)
  if (!marked.ok) return marked
  const map = marked.value?.template ? firstMap(marked.value.copies) : null
  return map ? ok(collect(map, cells)) : no(problem('payload-missing'))
}

function firstMap(copies: readonly string[]): TemplateMap | null {
  for (const copy of copies) {
    try {
      return mapSchema.parse(JSON.parse(copy))
    } catch { continue }
  }
  return null
}

function collect(map: TemplateMap, cells: Cells): TemplateFiling {
  const values: Record<string, string> = {}
  const rows = new Map<string, Map<number, Record<string, string>>>()
  const coded = new Set(map.coded)
  for (const sheet of map.sheets) {
    const found = cells.get(sheet.name) ?? new Map<string, FoundCell>()
    for (const [ref, item, place] of sheet.inputs) {
      const text = typed(found.get(ref)?.text ?? '', coded.has(item))
      if (text === '') continue
      if (place === null) values[item] = text
      else put(rows, { table: tableOf(map, item), place, item, text })
    }
  }
  const table = (key: string): readonly [number, Record<string, string>][] => [...(rows.get(key) ?? new Map<number, Record<string, string>>())].sort(([a], [b]) => a - b)
  const tables = Object.fromEntries(Object.keys(map.tables).map((key): [string, Row[]] => [key, table(key).map(([, found], i) => ({ id: i + 1, cells: found }))]))
  const explanations = table('').map(([, found]) => ({ rule: found['rule'] ?? '', row: found['row'] ?? null, text: found['text'] ?? '' })).filter((line) => line.rule !== '')
  return { pack: map.pack, year: map.survey_year, data: { values, tables }, explanations }
}

/** `1 是` is the code 1; anything else stays as typed. */
function typed(text: string, coded: boolean): string {
  const cut = text.trim().indexOf(' ')
  return coded && cut > 0 ? text.trim().slice(0, cut) : text.trim()
}

/** The table of a column; '' for the sheet of explanations. */
const tableOf = (map: TemplateMap, item: string): string => Object.entries(map.tables).find(([, columns]) => columns.includes(item))?.[0] ?? ''

function put(rows: Map<string, Map<number, Record<string, string>>>, at: { readonly table: string; readonly place: number; readonly item: string; readonly text: string }): void {
  const list = rows.get(at.table) ?? new Map<number, Record<string, string>>()
  const row = list.get(at.place) ?? {}
  row[at.item] = at.text
  list.set(at.place, row)
  rows.set(at.table, list)
}
