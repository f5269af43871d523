import type { Settings } from '../../../core/contract.ts'
import type { Action, CellMode, Press } from '../../grid/keys.ts'

/** A key press and what it must mean in a cell; tests ask renderer/grid/keys.ts. */
export interface KeyProof { readonly key: string; readonly with?: readonly ('ctrl' | 'shift' | 'alt')[]; readonly mode?: Partial<CellMode>; readonly does: Action['do'] }
type Role = Settings['role']
interface Line { readonly id: string; readonly role?: Role; readonly keys: readonly string[]; readonly proof?: readonly KeyProof[] }

const rows = { rows: true }

/** Every key of the application, part by part; what each does is said in renderer/text/helpKeys.ts. */
export const keySheet = {
  cell: [
    { id: 'arrows', keys: ['↑', '↓', '←', '→'], proof: [{ key: 'ArrowUp', does: 'move' }, { key: 'ArrowRight', does: 'move' }] },
    { id: 'tab', keys: ['Tab', 'Shift Tab'], proof: [{ key: 'Tab', does: 'move' }, { key: 'Tab', with: ['shift'], does: 'move' }] },
    { id: 'enter', keys: ['Enter', 'Shift Enter'], proof: [{ key: 'Enter', does: 'move' }, { key: 'Enter', with: ['shift'], does: 'move' }] },
    { id: 'edit', keys: ['F2'], proof: [{ key: 'F2', does: 'edit' }] },
    { id: 'escape', keys: ['Esc'], proof: [{ key: 'Escape', does: 'cancel' }] },
    { id: 'clear', keys: ['Del'], proof: [{ key: 'Delete', does: 'clear' }] },
    { id: 'edge', keys: ['Ctrl ↑ ↓ ← →'], proof: [{ key: 'ArrowDown', with: ['ctrl'], does: 'edge' }] },
    { id: 'rowEnds', keys: ['Home', 'End'], proof: [{ key: 'Home', does: 'move' }, { key: 'End', does: 'move' }] },
    { id: 'ends', keys: ['Ctrl Home', 'Ctrl End'], proof: [{ key: 'Home', with: ['ctrl'], does: 'move' }, { key: 'End', with: ['ctrl'], does: 'move' }] },
    { id: 'page', keys: ['PgUp', 'PgDn'], proof: [{ key: 'PageUp', does: 'move' }, { key: 'PageDown', does: 'move' }] },
    { id: 'list', keys: ['Alt ↓'], proof: [{ key: 'ArrowDown', with: ['alt'], does: 'list' }] },
    { id: 'explain', keys: ['F1'] },
  ],
  range: [
    { id: 'extend', keys: ['Shift ↑ ↓ ← →'], proof: [{ key: 'ArrowDown', with: ['shift'], does: 'extend' }] },
    { id: 'extendFar', keys: ['Ctrl Shift ↑ ↓ ← →'], proof: [{ key: 'ArrowDown', with: ['ctrl', 'shift'], does: 'extend' }] },
    { id: 'all', keys: ['Ctrl A'], proof: [{ key: 'a', with: ['ctrl'], does: 'all' }] },
    { id: 'copy', keys: ['Ctrl C', 'Ctrl X'] },
    { id: 'paste', keys: ['Ctrl V'] },
    { id: 'pasteYuan', keys: ['Ctrl Shift V'] },
    { id: 'undo', keys: ['Ctrl Z'], proof: [{ key: 'z', with: ['ctrl'], does: 'undo' }] },
    { id: 'redo', keys: ['Ctrl Y', 'Ctrl Shift Z'], proof: [{ key: 'y', with: ['ctrl'], does: 'redo' }, { key: 'Z', with: ['ctrl', 'shift'], does: 'redo' }] },
  ],
  table: [
    { id: 'rowInsert', keys: ['Ctrl +'], proof: [{ key: '+', with: ['ctrl'], mode: rows, does: 'row-insert' }] },
    { id: 'rowDelete', keys: ['Ctrl −'], proof: [{ key: '-', with: ['ctrl'], mode: rows, does: 'row-delete' }] },
    { id: 'rowCopy', keys: ['Ctrl D'], proof: [{ key: 'd', with: ['ctrl'], mode: rows, does: 'row-copy' }] },
    { id: 'rowMove', keys: ['Alt Shift ↑', 'Alt Shift ↓'], proof: [{ key: 'ArrowUp', with: ['alt', 'shift'], mode: rows, does: 'row-up' }, { key: 'ArrowDown', with: ['alt', 'shift'], mode: rows, does: 'row-down' }] },
  ],
  review: [
    { id: 'unit', keys: ['Alt ←', 'Alt →'] },
    { id: 'difference', keys: ['F8', 'Shift F8'] },
    { id: 'line', keys: ['↑', '↓'] },
    { id: 'query', keys: ['Q'] },
    { id: 'decide', keys: ['Ctrl Enter'] },
  ],
  sheet: [
    { id: 'figures', keys: ['↑', '↓', '←', '→'] },
    { id: 'figureEnds', keys: ['Home', 'End'] },
    { id: 'lineage', keys: ['Enter'] },
  ],
  lists: [
    { id: 'rows', keys: ['↑', '↓', 'Home', 'End', 'PgUp', 'PgDn'] },
    { id: 'openRow', keys: ['Enter'] },
  ],
  everywhere: [
    { id: 'find', role: 'agency', keys: ['Ctrl K', 'Ctrl F'] },
    { id: 'findUnit', role: 'regulator', keys: ['Ctrl K', 'Ctrl F'] },
    { id: 'problem', role: 'agency', keys: ['F8', 'Shift F8'] },
    { id: 'region', keys: ['F6', 'Shift F6'] },
    { id: 'form', role: 'agency', keys: ['Ctrl 1', '…', 'Ctrl 9'] },
    { id: 'print', role: 'agency', keys: ['Ctrl P'] },
    { id: 'solid', keys: ['Ctrl Enter'] },
    { id: 'choose', keys: ['↑', '↓', 'Enter'] },
    { id: 'zoom', keys: ['wheel'] },
    { id: 'help', keys: ['Shift F1', 'F1'] },
  ],
} as const satisfies Readonly<Record<string, readonly Line[]>>

/** The parts of the sheet. */
export type KeyPart = keyof typeof keySheet
/** Every line of the sheet. */
export type KeyId = (typeof keySheet)[KeyPart][number]['id']

const office: readonly KeyPart[] = ['review', 'sheet', 'lists']
/** The parts and lines a role has. */
export const keysFor = (role: Role): readonly { readonly part: KeyPart; readonly lines: readonly (Line & { readonly id: KeyId })[] }[] =>
  (Object.keys(keySheet) as KeyPart[]).filter((part) => part === 'everywhere' || office.includes(part) === (role === 'regulator'))
    .map((part) => ({ part, lines: (keySheet[part] as readonly (Line & { readonly id: KeyId })[]).filter((line) => !line.role || line.role === role) }))

/** A proof as the grid's own press and mode. */
export const pressOf = (proof: KeyProof): { readonly press: Press; readonly mode: CellMode } => {
  const held = proof.with ?? []
  return {
    press: { key: proof.key, ctrl: held.includes('ctrl'), shift: held.includes('shift'), alt: held.includes('alt'), composing: false },
    mode: { editing: false, changed: false, enter: 'down', rows: false, ...proof.mode },
  }
}

/** All lines with their proofs. */
export const keyLines: readonly Line[] = Object.values(keySheet).flat()
