import type { Verification } from '../contract.ts'
import type { Payload, PlannedCell } from './payload.ts'
import { printedDigest, receiptCode } from './receipt.ts'
import type { Proof } from './sheet.ts'

/** A cell as read: its text, or the decimal text of its number; `formula` when one stands there. */
export interface FoundCell { readonly text: string; readonly numeric: boolean; readonly formula: boolean }
/** The cells of a sheet by reference. */
export type FoundSheet = ReadonlyMap<string, FoundCell>
export type ChangedCell = Verification['changed'][number]

/** What a content plans; `tables` name the rows of changed cells. */
type Planned = Pick<Payload, 'sheets' | 'tables'>

/** Every planned cell that differs, and every value or formula that was added on our sheets (D3). */
export function changedCells(payload: Planned, digestHex: string, read: { readonly signer: string; readonly sheets: ReadonlyMap<string, FoundSheet> }): readonly ChangedCell[] {
  const proofs: Readonly<Record<Proof, string>> = { receipt: receiptCode(digestHex), digest: printedDigest(digestHex), signer: read.signer }
  const changed: ChangedCell[] = []
  for (const sheet of payload.sheets) {
    const found = read.sheets.get(sheet.name) ?? new Map<string, FoundCell>()
    const seen = compare(payload, sheet, { found, changed, proofs })
    if (seen < filled(found)) changed.push(...added(sheet, found))
  }
  return changed
}

interface Against { readonly found: FoundSheet; readonly changed: ChangedCell[]; readonly proofs: Readonly<Record<Proof, string>> }

/** Compares the planned cells; gives how many of them the sheet has a value or formula in. */
function compare(payload: Planned, sheet: Payload['sheets'][number], { found, changed, proofs }: Against): number {
  let seen = 0
  const check = (planned: PlannedCell): void => {
    const cell = found.get(planned[0])
    if (cell && (cell.text !== '' || cell.formula)) seen++
    if (cell?.formula || !same(planned[1], cell)) changed.push(change(payload, sheet.name, { planned, cell }))
  }
  for (const planned of sheet.cells) check(planned)
  for (const [ref, proof] of sheet.proofs) check([ref, proofs[proof]])
  return seen
}

function filled(found: FoundSheet): number {
  let count = 0
  for (const cell of found.values()) if (cell.text !== '' || cell.formula) count++
  return count
}

/** Values and formulas where nothing was planned. */
function added(sheet: Payload['sheets'][number], found: FoundSheet): ChangedCell[] {
  const planned = new Set([...sheet.cells.map(([ref]) => ref), ...sheet.proofs.map(([ref]) => ref)])
  return [...found].filter(([ref, cell]) => !planned.has(ref) && (cell.text !== '' || cell.formula))
    .map(([ref, cell]) => ({ sheet: sheet.name, cell: ref, item: null, row: null, sealed: null, found: cell.text === '' ? null : cell.text }))
}

function same(sealed: string, cell: FoundCell | undefined): boolean {
  if (!cell) return sealed === ''
  return cell.text === sealed || (cell.numeric && !/^-?0\d/.test(sealed) && plain(cell.text) === plain(sealed))
}

/** A decimal without needless zeros, so that 12.50 and 12.5 are one number; anything else as it is. */
function plain(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return short.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-0$/, '0')
}

function change(payload: Planned, sheet: string, { planned, cell }: { readonly planned: PlannedCell; readonly cell: FoundCell | undefined }): ChangedCell {
  const [ref, sealed, item, row] = planned
  return {
    sheet, cell: ref, item: item ?? null, row: row === undefined ? null : rowName(payload, item ?? null, row),
    sealed: sealed === '' ? null : sealed, found: !cell || cell.text === '' ? null : cell.numeric ? likeSealed(cell.text, sealed) : cell.text,
  }
}

/** A found number with as many decimals as the sealed one. */
function likeSealed(text: string, sealed: string): string {
  const decimals = /^-?\d+\.(\d+)$/.exec(sealed)?.[1]?.length ?? 0
  const part = /^-?\d+(?:\.(\d+))?$/.exec(text)
  if (!part || (part[1]?.length ?? 0) >= decimals) return text
  return `${text}${part[1] === undefined ? '.' : ''}${'0'.repeat(decimals - (part[1]?.length ?? 0))}`
}

/** The row's key as sealed, or its number when the key is blank. */
function rowName(payload: Planned, item: string | null, id: number): string {
  const table = Object.values(payload.tables).find((candidate) => item !== null && candidate.columns.includes(item))
  return table?.rows.find((row) => row.id === id)?.cells[table.row_key] ?? String(id)
}
