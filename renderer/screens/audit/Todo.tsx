import type { Finding } from '../../../core/audit/finding.ts'
import type { CellRef } from '../../../core/filing/filing.ts'
import type { Pack } from '../../../core/pack/schema.ts'
import { catalogOf, codeOf } from '../../store/catalog.ts'
import { t } from '../../text/texts.ts'
import { jumpTo } from '../entry/jump.ts'

const known = new WeakMap<Pack, ReadonlyMap<string, string>>()

/** Items by the code that people call them by. */
const byCode = (pack: Pack): ReadonlyMap<string, string> => {
  const made = known.get(pack) ?? new Map([...catalogOf(pack).places.keys()].map((key) => [codeOf(pack, key), key]))
  known.set(pack, made)
  return made
}

const cellOf = (finding: Finding, pack: Pack, code: string): CellRef | null => {
  const item = byCode(pack).get(code)
  if (!item) return null
  return finding.cells.find((cell) => cell.item === item) ?? { form: catalogOf(pack).places.get(item)?.form.no ?? '', item, row: null }
}

const Go = ({ cell, words }: { cell: CellRef; words: string }) => <button type="button" className="link under in-text" onClick={() => jumpTo(cell)}>{words}</button>

/** What to do: every code in the sentence leads to its cell; a sentence without one ends with the way to the first cell. */
export const Todo = ({ finding, pack }: { finding: Finding; pack: Pack }) => {
  const parts = finding.todo.split(/(\d{3}(?:-\w+)?\.\w+(?:-\d+)?)/).map((words, at) => ({ words, cell: at % 2 === 1 ? cellOf(finding, pack, words) : null }))
  const [first] = finding.cells
  return (
    <>
      {parts.map(({ words, cell }, at) => (cell ? <Go key={at} cell={cell} words={words} /> : words))}
      {first && !parts.some(({ cell }) => cell) && <> <Go cell={first} words={t.audit.goCell} /></>}
    </>
  )
}
