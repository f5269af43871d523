import { plainName } from '../import/likeness.ts'
import { lookup, type Entry } from '../pack/lookup.ts'
import { entriesFrom, isEmptyRow, isHeadWord, isTotal, outside, passed, type Layout, type Placed } from './layout.ts'
import type { Matrix } from './matrix.ts'
import type { PasteInput } from './plan.ts'
import { isNothing, narrowed, readAmount } from './read.ts'

/** Lays a copy over the items of a form: by the codes or names that stand beside the figures, else one below the other from the start. */
export function layForm(input: PasteInput, start: Entry): Layout {
  const order = entriesFrom(lookup(input.pack), input, start)
  const labels = labelColumn(input.matrix, order)
  if (labels) return byLabel(input, order, labels)
  const width = input.matrix[0]?.length ?? 0
  const column = Math.max(0, input.options?.columns?.findIndex(key => key !== null) ?? 0)
  const cells: Placed[] = []
  let next = order.indexOf(start)
  input.matrix.forEach((texts, r) => {
    const text = texts[column] ?? ''
    const entry = order[next] ?? null
    const heading = r === 0 && entry !== null && entry.numeric && isHeadWord(text) && input.matrix.length > 1
    texts.forEach((other, c) => cells.push(c !== column ? outside(r, c, other) : heading ? passed(r, c, 'heading') : entry === null ? outside(r, c, text) : to(r, c, entry)))
    if (!heading) next++
  })
  return { table: null, columns: Array.from({ length: width }, () => null), headings: null, match: 'position', added: 0, cells }
}

const to = (r: number, c: number, entry: Entry): Placed => ({ r, c, entry, row: null, added: null, skip: null, refused: false })

interface Labels { readonly at: number; readonly entries: readonly (Entry | null)[] }

/** The column whose texts are the codes or names of items in most rows; names win over codes. */
function labelColumn(matrix: Matrix, order: readonly Entry[]): Labels | null {
  const width = matrix[0]?.length ?? 0
  if (width < 2) return null
  for (const find of [byName(order), byNo(order)]) {
    for (let at = 0; at < width; at++) {
      const texts = matrix.map(row => row[at] ?? '')
      const entries = texts.map(find)
      const said = texts.filter((text, r) => text.trim() !== '' && !isTotal(matrix[r] ?? []) && (r > 0 || entries[r] !== null)).length
      if (entries.filter(e => e !== null).length * 2 > said && new Set(entries.filter(e => e !== null)).size > 1) return { at, entries }
    }
  }
  return null
}

const byName = (order: readonly Entry[]) => {
  const names = order.map(e => [e, plainName(e.item.name), e.item.name.replace(/\s/g, '')] as const)
  return (text: string): Entry | null => {
    const wanted = plainName(text)
    if (wanted.length < 2) return null
    const same = names.filter(([, name]) => name === wanted)
    return (same.length > 1 ? same.find(([, , full]) => full === text.replace(/\s/g, '')) : same[0])?.[0] ?? null
  }
}
const byNo = (order: readonly Entry[]) => {
  const numbers = new Map(order.flatMap(e => [[e.item.no, e], [`${e.formNo}.${e.item.no}`, e]] as const))
  return (text: string): Entry | null => numbers.get(narrowed(text)) ?? null
}

function byLabel(input: PasteInput, order: readonly Entry[], labels: Labels): Layout {
  const { matrix, options } = input
  const chosen = options?.columns?.findIndex(key => key !== null) ?? -1
  const values = chosen >= 0 ? chosen : valueColumn(matrix, order, labels)
  const cells = matrix.flatMap((texts, r) => {
    const entry = labels.entries[r] ?? null
    const skip = isTotal(texts) && entry === null ? 'total' as const : isEmptyRow(texts) ? 'empty-row' as const : r < 2 && isHeadWord(texts[values] ?? '') ? 'heading' as const : 'no-item' as const
    return texts.map((_, c) => (c === labels.at ? passed(r, c, 'label') : c !== values ? passed(r, c, 'column-off') : entry === null ? passed(r, c, skip) : to(r, c, entry)))
  })
  return { table: null, columns: (matrix[0] ?? []).map(() => null), headings: null, match: 'label', added: 0, cells }
}

/** The first column beside the labels that holds what the items take in most rows, and not their codes. */
function valueColumn(matrix: Matrix, order: readonly Entry[], labels: Labels): number {
  const no = byNo(order)
  const named = labels.entries.flatMap((entry, r) => (entry ? [{ entry, r }] : []))
  const fits = (c: number): boolean => {
    const own = named.filter(({ entry }) => entry.numeric || entry.codes)
    const texts = own.map(({ entry, r }) => ({ entry, text: narrowed(matrix[r]?.[c] ?? '') })).filter(({ text }) => !isNothing(text))
    const good = texts.filter(({ entry, text }) => (entry.numeric ? readAmount(text, { decimals: entry.decimals, unit: entry.item.unit, yuan: false }).kind === 'value' : entry.codes?.has(text)))
    const codes = texts.filter(({ entry, text }) => no(text) === entry)
    return texts.length > 0 && good.length * 2 > texts.length && codes.length * 2 <= texts.length
  }
  const others = (matrix[0] ?? []).map((_, c) => c).filter(c => c !== labels.at)
  return others.find(fits) ?? others.find(c => c > labels.at) ?? others[0] ?? 0
}
