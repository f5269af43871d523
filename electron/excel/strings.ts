import type { LoadedPack } from '../../core/pack/schema.ts'
import { planTemplate } from '../../core/submission/plan.ts'
import { escapeText } from './xml.ts'
import { packed, type Part } from './zip.ts'

/** The texts of a pack's forms that every workbook of it shares, with their numbers, and their part. */
export interface Shared { readonly numbers: ReadonlyMap<string, number>; readonly part: Part }

const made = new WeakMap<LoadedPack, Shared>()

/** Shared strings of a pack: the same for every filing, whatever forms it has; without a pack there are none. */
export function sharedStrings(pack: LoadedPack | null): Shared {
  if (pack === null) return (none ??= sharedOf(new Map()))
  const known = made.get(pack)
  if (known) return known
  const numbers = new Map<string, number>()
  for (const sheet of planTemplate(pack)) {
    for (const cell of sheet.cells) if (!cell.vary && !cell.numeric && cell.text !== '' && !numbers.has(cell.text)) numbers.set(cell.text, numbers.size)
  }
  const shared = sharedOf(numbers)
  made.set(pack, shared)
  return shared
}

let none: Shared | null = null

function sharedOf(numbers: ReadonlyMap<string, number>): Shared {
  const items = [...numbers.keys()].map((text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`)
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${items.length}">${items.join('')}</sst>`
  return { numbers, part: packed('xl/sharedStrings.xml', Buffer.from(xml)) }
}
