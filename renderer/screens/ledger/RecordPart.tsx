import { useState } from 'react'
import type { RecordLine } from '../../../core/contract/regulator/ledger.ts'
import { call } from '../../api.ts'
import { clockTime, shortTime } from '../../grid/dates.ts'
import { useLedgerKey } from '../../store/ledger.ts'
import { say, t } from '../../text/texts.ts'
import { LongList } from '../../ui/list/LongList.tsx'
import { usePaged } from '../../ui/list/usePaged.ts'
import { Mark } from '../../ui/Mark.tsx'

const template = '132px 110px minmax(180px, 1fr) minmax(200px, 1.2fr) minmax(160px, 1fr)'
const cellsOf = (line: RecordLine) => [
  `${shortTime(line.at, new Date(), t.today).replace(/ .*/, '')} ${clockTime(line.at)}`, line.by,
  line.name ?? line.unit ?? <span key="n" className="grey">{t.office.none}</span>, <span key="w" className="cut" title={line.what}>{line.what}</span>, <span key="r" className="cut grey-2" title={line.reason}>{line.reason}</span>,
]

/** Everything that was decided, newest first; it is only added to. */
export const RecordPart = () => {
  const ledger = useLedgerKey()
  const [chosen, setChosen] = useState<RecordLine | null>(null)
  const list = usePaged<RecordLine>(ledger, async (offset, limit) => {
    const answer = await call('ledger.record', { offset, limit })
    return answer.ok ? { ok: true, value: { rows: answer.value.lines, total: answer.value.total } } : answer
  })
  const r = t.office.ledger.record
  const columns = [{ key: 'at', words: r.at }, { key: 'by', words: r.by }, { key: 'unit', words: r.unit }, { key: 'what', words: r.what }, { key: 'reason', words: r.reason }]
  return (
    <section className="panel safety-list" aria-label={t.office.ledger.section.record} data-region="form">
      <div className="safety-bar"><p className="grow">{r.lead}</p><b data-record-total={list.total}>{r.total(list.total)}</b></div>
      {list.problem && <p role="alert" className="safety-hint"><Mark name="stop">{say(list.problem)}</Mark></p>}
      {list.asked && list.total === 0 && !list.problem && <p className="safety-hint">{r.empty}</p>}
      {list.total > 0 && <LongList label={t.office.ledger.section.record} list={list} columns={columns} template={template} cells={cellsOf} marks={(line) => ({ 'data-record': line.kind })} at={chosen ? list.find((line) => line === chosen) : -1} choose={setChosen} />}
    </section>
  )
}
