import { useEffect, useState } from 'react'
import type { FilingView, SealCheck } from '../../../core/contract.ts'
import type { Problem } from '../../../core/problem.ts'
import { call } from '../../api.ts'

/** The engine's checklist and when it was made. */
export interface Checked { readonly check: SealCheck; readonly at: Date }

/** The checklist of a filing, asked again after every change of it. */
export const useSealCheck = (view: FilingView): { readonly checked: Checked | null; readonly problem: Problem | null } => {
  const [checked, setChecked] = useState<Checked | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let live = true
    void call('seal.check', { filing: view.filing }).then((answer) => {
      if (!live) return
      if (answer.ok) setChecked({ check: answer.value, at: new Date() })
      setProblem(answer.ok ? null : answer.problem)
    })
    return () => {
      live = false
    }
  }, [view])
  return { checked, problem }
}
