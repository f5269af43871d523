import { useState } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, dialog } from '../../api.ts'
import { useSettings } from '../../store/app.ts'
import { usePolicy } from '../../store/policy.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'

/** 另存加密件: a copy only the regulator of the task file can open; nothing where neither a task nor a policy says for whom. */
export const LockRow = ({ view }: { view: FilingView }) => {
  const start = useSettings().exportFolder
  const [said, setSaid] = useState<{ readonly path: string } | { readonly problem: Problem } | null>(null)
  const { task } = view.letters
  const fixed = usePolicy().policy.recipient !== undefined
  if ((!task && !fixed) || view.submitNo === 0) return null
  const save = async (): Promise<void> => {
    const [folder] = await dialog('dialog.folder', { title: t.carried.lock, start: start === '' ? null : start })
    if (folder === undefined) return
    const answer = await call('seal.lock', { filing: view.filing, submitNo: view.submitNo, folder })
    setSaid(answer.ok ? { path: answer.value.path } : { problem: answer.problem })
  }
  return (
    <li className="seal-file">
      <span className="seal-kind" aria-hidden="true">AGE</span>
      <div className="grow">
        <p className="seal-line-sub">{task && !fixed ? t.carried.lockSub(task.regulator) : t.carried.lockFixed}</p>
        <p className="seal-line-sub" role="status">{said && ('path' in said ? <Mark name="done">{t.carried.locked(said.path)}</Mark> : <Mark name="stop">{say(said.problem)}</Mark>)}</p>
      </div>
      <button type="button" className="btn small-btn" onClick={() => void save()} data-lock><Icon name="lock" size={14} />{t.carried.lock}</button>
    </li>
  )
}
