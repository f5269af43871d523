import type { KeyboardEvent } from 'react'
import { t } from '../../text/texts.ts'
import { useTables } from './tables.ts'

const step = (event: KeyboardEvent<HTMLElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')]
  all[all.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus()
}

/** T01 … T20 with their variants. */
export const TableList = () => {
  const list = useTables((s) => s.list)
  const table = useTables((s) => s.table)
  return (
    <nav className="tables-list" aria-label={t.tables.list} data-region="tree" onKeyDown={step}>
      {list.map(({ id, short }) => (
        <button key={id} type="button" className="tables-name" aria-current={id === table || undefined} tabIndex={id === table ? 0 : -1} onClick={() => useTables.getState().choose(id)} data-table={id}>
          <span className="tables-id">{id.replace(':', ' ').replace(/ .*/, '')}</span>
          <span>{short}</span>
        </button>
      ))}
    </nav>
  )
}
