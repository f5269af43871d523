import { useEffect, useState } from 'react'
import type { Answer } from '../../../core/contract.ts'
import type { IntakeFile } from '../../../core/contract/regulator/intake.ts'
import { call } from '../../api.ts'
import { useLedgerKey } from '../../store/ledger.ts'
import { say, t } from '../../text/texts.ts'
import { LongList } from '../../ui/list/LongList.tsx'
import { usePaged } from '../../ui/list/usePaged.ts'
import { Mark } from '../../ui/Mark.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { usePage } from '../../store/page.ts'
import { openSubmission } from '../office/jumps.ts'
import { looks } from '../verify/VerdictMark.tsx'
import { useIntaking } from './intaking.ts'

type Totals = Answer<'intake.files'>['counts']
const lists = ['all', 'todo', 'again'] as const

const verdictWords = (file: IntakeFile): string => (file.verdict === 'altered' ? t.verdict.altered(file.changed) : t.verdict[file.verdict])
const tone = (file: IntakeFile): string => {
  if (file.state === 'duplicate' || file.state === 'superseded' || file.state === 'other_region' || file.state === 'not_in_register') return 'c-verify'
  if (file.state === 'conflict' || file.trust === 'changed') return 'c-stop'
  return file.verdict === 'altered' || file.verdict === 'unsealed' ? 'c-accent' : ''
}
const None = () => <span className="grey">{t.intake.none}</span>

const cellsOf = (file: IntakeFile) => [
  file.name ? <span key="u" className="name" title={file.name}>{file.name}</span> : <None key="u" />,
  <span key="f" className="grey-2 two" title={file.path}>{file.file}</span>,
  file.submitNo ?? <None key="n" />,
  <Mark key="v" name={looks[file.verdict].icon} className={looks[file.verdict].tone}>{verdictWords(file)}</Mark>,
  file.errors === null ? <None key="e" /> : file.errors > 0 ? <b key="e" className="c-stop">{file.errors}</b> : <span key="e" className="grey">0</span>,
  file.warnings === null ? <None key="w" /> : file.warnings,
  <span key="d" className={`${tone(file)} two`} title={file.did}>{file.did}</span>,
]
const columns = () => [
  { key: 'unit', words: t.intake.head.unit }, { key: 'file', words: t.intake.head.file }, { key: 'no', words: t.intake.head.no, num: true }, { key: 'verdict', words: t.intake.head.verdict },
  { key: 'errors', words: t.intake.head.errors, num: true }, { key: 'warnings', words: t.intake.head.warnings, num: true }, { key: 'did', words: t.intake.head.did },
]
const templates = { narrow: 'minmax(150px, 1fr) minmax(140px, 1fr) 48px 144px 58px 58px minmax(140px, 1fr)', normal: 'minmax(180px, 1.05fr) minmax(170px, 1fr) 48px 152px 60px 60px minmax(170px, 1.1fr)', wide: 'minmax(240px, 1.2fr) minmax(220px, 1fr) 56px 180px 72px 72px minmax(240px, 1.2fr)' }

const Bar = ({ totals }: { totals: Totals }) => {
  const filter = useIntaking((s) => s.filter)
  const { narrow } = useIntaking.getState()
  return (
    <div className="office-filters">
      <span className="seg" role="group" aria-label={t.intake.lists_}>{lists.map((list) => <button key={list} type="button" aria-pressed={filter.list === list} onClick={() => narrow({ list })} data-list={list} data-n={totals[list]}>{t.intake.lists[list](totals[list])}</button>)}</span>
      <SearchField label={t.intake.search} value={filter.search} change={(search) => narrow({ search })} />
      <span className="grow" />
      <button type="button" className="link office-every" aria-pressed={filter.every} onClick={() => narrow({ every: !filter.every })} data-every={filter.every}>{filter.every ? t.intake.onlyThis : t.intake.every}</button>
      <span className="safety-sub">{t.intake.recomputed}</span>
    </div>
  )
}

/** A row for every file of the batch, or of all batches. */
export const FileList = ({ batch }: { batch: number }) => {
  const { filter, turn, chosen } = useIntaking()
  const size = usePage((s) => s.size)
  const ledger = useLedgerKey()
  const [totals, setTotals] = useState<Totals>({ all: 0, todo: 0, again: 0 })
  const list = usePaged<IntakeFile>(`${ledger} ${batch} ${JSON.stringify(filter)}`, async (offset, limit) => {
    const answer = await call('intake.files', { batch: filter.every ? null : batch, verdict: filter.verdict, list: filter.list, state: null, search: filter.search, offset, limit })
    if (!answer.ok) return answer
    setTotals(answer.value.counts)
    return { ok: true, value: { rows: answer.value.files, total: answer.value.total } }
  })
  const { again } = list
  useEffect(() => again(), [turn, again])
  const at = chosen === null ? -1 : list.find((file) => file.id === chosen)
  const narrowed = filter.verdict !== null || filter.list !== 'all' || filter.search !== ''
  return (
    <section className="panel safety-list" aria-label={t.intake.list} data-region="form">
      <Bar totals={totals} />
      {list.problem && <p role="alert" className="safety-hint" data-problem={list.problem.code}><Mark name="stop">{say(list.problem)}</Mark></p>}
      {list.asked && list.total === 0 && narrowed && <p className="safety-hint">{t.intake.nobody} <button type="button" className="link" onClick={() => useIntaking.getState().narrow({ verdict: null, list: 'all', search: '' })}>{t.intake.showAll}</button></p>}
      {list.total > 0 && <LongList label={t.intake.list} list={list} columns={columns()} template={templates[size]} cells={cellsOf} marks={(file) => ({ 'data-file': file.file, 'data-kind': file.verdict, 'data-state': file.state })} at={at} choose={(file) => void useIntaking.getState().choose(file.id)} open={(file) => { if (file.submission !== null) openSubmission(file.submission) }} />}
    </section>
  )
}
