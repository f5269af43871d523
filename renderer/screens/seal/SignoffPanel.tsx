import type { FilingView } from '../../../core/contract.ts'
import { useSettings } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { lackSentence } from './blockers.ts'
import type { Blockers } from './blockers.ts'
import { FolderChoice } from './FolderChoice.tsx'
import { useSealing } from './sealing.ts'
import { SignoffField } from './SignoffField.tsx'
import { useCtrlEnter } from './useCtrlEnter.ts'
import { WorkBar } from './WorkBar.tsx'

const leaveField = (): void => {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
}

interface Props { readonly view: FilingView; readonly blockers: Blockers | null; readonly fileName: string | null }

/** Sign-off, folder, file names, what is missing, and the one button. */
export const SignoffPanel = ({ view, blockers, fileName }: Props) => {
  const { exportFolder } = useSettings()
  const busy = useSealing((s) => s.busy)
  const problem = useSealing((s) => s.problem)
  const pending = useFiling((s) => Object.keys(s.pending).length)
  const lack = blockers ? lackSentence(blockers) : t.seal.checking
  const seal = (): void => {
    leaveField()
    void useSealing.getState().run(view.filing, exportFolder)
  }
  const off = lack !== null || busy !== null
  useCtrlEnter(off ? leaveField : seal)
  return (
    <section className="panel seal-side" aria-labelledby="seal-sign" data-region="panel" data-pending={pending}>
      <h2 id="seal-sign">{t.seal.sign}</h2>
      <p className="seal-sub">{t.seal.signSub}</p>
      <div className="seal-fields">
        {view.pack.signoff.map((item) => <SignoffField key={item.key} view={view} item={item} />)}
        <FolderChoice fileName={fileName} />
      </div>
      <div role="status" aria-live="polite" className="seal-lack" id="seal-lack">
        {problem ? <Mark name="stop">{t.seal.notSealed}{say(problem)}</Mark> : lack && blockers ? <Mark name="stop">{lack}</Mark> : null}
      </div>
      <WorkBar />
      <button type="button" className={`btn large ${off ? '' : 'solid'}`} disabled={off} aria-describedby="seal-lack" data-seal-go onClick={seal}>
        <Icon name="lock" />{t.seal.run}<Kbd>Ctrl Enter</Kbd>
      </button>
    </section>
  )
}
