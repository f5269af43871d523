import { useEffect } from 'react'
import type { FilingView } from '../../../core/contract.ts'
import { useSettings } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { say } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { blockersOf, checksLeft, lackSentence } from './blockers.ts'
import { Checklist } from './Checklist.tsx'
import { SealedView } from './SealedView.tsx'
import { SealHead } from './SealHead.tsx'
import { useSealing } from './sealing.ts'
import { SignoffPanel } from './SignoffPanel.tsx'
import { useSealCheck } from './useSealCheck.ts'

const BeforeSealing = ({ view }: { view: FilingView }) => {
  const { checked, problem } = useSealCheck(view)
  const { exportFolder } = useSettings()
  const sealing = useSealing((s) => s.busy === 'seal')
  const blockers = checked ? blockersOf(view, checked.check, exportFolder) : null
  const step = !blockers || checksLeft(blockers) > 0 ? 1 : sealing || lackSentence(blockers) === null ? 3 : 2
  return (
    <main className="seal">
      <SealHead year={view.pack.year} submitNo={checked?.check.submitNo ?? view.submitNo + 1} step={step} />
      {problem && <p role="alert" className="seal-alert"><Mark name="stop">{say(problem)}</Mark></p>}
      <div className="seal-body">
        <Checklist view={view} checked={checked} blockers={blockers} />
        <SignoffPanel view={view} blockers={blockers} fileName={checked?.check.fileName ?? null} />
      </div>
    </main>
  )
}

/** 封存导出: checklist and sign-off before, the proof after. */
export const SealScreen = () => {
  const view = useFiling((s) => s.view)
  useEffect(() => useSealing.getState().clearProblem, [])
  if (!view) return null
  const open = view.state === 'draft' || view.state === 'reopened'
  return open ? <BeforeSealing key={view.filing} view={view} /> : <SealedView key={view.filing} view={view} />
}
