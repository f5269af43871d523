import { Modal } from 'antd'
import { useState } from 'react'
import type { LetterOpened } from '../../../core/contract/letters.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { openFiling } from '../frame/UnitSwitch.tsx'
import { ReopenDialog } from '../seal/ReopenLine.tsx'
import { jumpToQuery } from './jumpToQuery.ts'
import { openLetter, useOpening } from './opening.ts'

/** What opening did, in sentences. */
const sentences = (opened: LetterOpened): readonly string[] => {
  const { kind, name, year, submitNo, queries, replies, state, again, made } = opened
  if (again) return [t.letter.again]
  if (kind === 'task') return [t.letter.taskSays(name, year), made ? t.letter.taskMade[made] : t.letter.taskThere]
  if (kind === 'acceptance') return [t.letter.acceptSays(name, year, submitNo ?? 0), ...(state === 'accepted' ? [] : [t.letter.acceptStays])]
  return [t.letter.returnSays(name, year, submitNo ?? 0), t.letter.returnQueries(queries), ...(replies > 0 ? [t.letter.replies(replies)] : []), ...(state === 'reopened' ? [t.letter.returnStays] : [])]
}

const goWord = ({ kind, state }: LetterOpened): string => (kind === 'return' ? (state === 'returned' ? t.letter.reopenDo : t.letter.goAnswer) : kind === 'task' ? t.letter.goFill : t.letter.goSee)

const Opened = ({ opened, close }: { opened: LetterOpened; close: () => void }) => {
  const [asking, setAsking] = useState(false)
  const view = useFiling((s) => s.view)
  const go = async (): Promise<void> => {
    if (!(await openFiling(opened.filing))) return close()
    if (opened.kind === 'return' && opened.state === 'returned') return setAsking(true)
    close()
    useNav.getState().go(opened.kind === 'acceptance' ? 'seal' : 'entry')
    if (opened.kind === 'return') jumpToQuery()
  }
  if (asking && view) return <ReopenDialog view={view} close={close} />
  return (
    <Modal open centered width={480} title={t.letter.opened[opened.kind]} okText={goWord(opened)} cancelText={t.letter.later} okButtonProps={{ 'data-letter-go': '' }} onOk={() => void go()} onCancel={close}>
      <div data-letter={opened.kind} className="letter-said">
        {sentences(opened).map((line) => <p key={line}>{line}</p>)}
        <p className="grey small">{t.letter.from(opened.regulator, opened.signer)}</p>
        <p className="grey small">{t.letter.trust[opened.trust]}</p>
      </div>
    </Modal>
  )
}

/** What came of opening a letter: what it did, or why it was not opened. */
export const LetterDialog = () => {
  const { opened, problem, path, close } = useOpening()
  if (opened) return <Opened opened={opened} close={close} />
  if (!problem) return null
  const key = problem.code === 'letter-key' && path !== null
  return (
    <Modal
      open centered width={480} title={t.letter.notOpened} okText={key ? t.letter.compared : t.letter.understood} cancelText={t.cancel}
      okButtonProps={{ 'data-letter-ok': '' }} cancelButtonProps={{ style: key ? {} : { display: 'none' } }} onOk={() => (key ? void openLetter(path, true) : close())} onCancel={close}
    >
      <p data-letter-problem={problem.code} role="alert"><Mark name={key ? 'verify' : 'info'}>{say(problem)}</Mark></p>
    </Modal>
  )
}
