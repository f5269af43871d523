import { useEffect, useState } from 'react'
import type { CellRef } from '../../../core/filing/filing.ts'
import type { FilingView, HistoryEntry } from '../../../core/contract.ts'
import type { Item } from '../../../core/pack/schema.ts'
import { call } from '../../api.ts'
import { shortTime } from '../../grid/dates.ts'
import { shownText } from '../../grid/show.ts'
import { t } from '../../text/texts.ts'
import { Section } from './Section.tsx'

const SHOWN = 3

const useHistory = (filing: number, cell: CellRef, savedAt: string | null): readonly HistoryEntry[] => {
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([])
  useEffect(() => {
    const here = { on: true }
    void call('filing.history', { filing, item: cell.item, row: cell.row, limit: 100 }).then((answer) => {
      if (here.on) setEntries(answer.ok ? answer.value : [])
    })
    return () => { here.on = false }
  }, [filing, cell.item, cell.row, savedAt])
  return entries
}

/** Who changed the cell, when, from what to what. */
export const History = ({ view, cell, item }: { view: FilingView; cell: CellRef; item: Item }) => {
  const entries = useHistory(view.filing, cell, view.savedAt)
  const [all, setAll] = useState(false)
  if (item.required === 'computed') return null
  const word = (text: string): string => (text === '' ? t.panel.empty : shownText(view.pack, item, text))
  const more = entries.length > SHOWN && !all && <button type="button" className="link" onClick={() => setAll(true)}>{t.panel.allHistory(entries.length)}</button>
  return (
    <Section id="panel-history" icon="history" title={t.panel.history} aside={more}>
      {entries.length === 0 && <p className="panel-note">{t.panel.noHistory}</p>}
      <ul className="history">
        {entries.slice(0, all ? undefined : SHOWN).map((entry, at) => (
          <li key={at} className="history-line">
            <span className="history-at">{shortTime(entry.at, new Date(), t.today)}</span>
            <span className="history-who">{entry.userName || entry.osUser}</span>
            <span className="grow">{word(entry.old)} → <b>{word(entry.now)}</b>{entry.reason && <span className="panel-note">{entry.reason}</span>}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
