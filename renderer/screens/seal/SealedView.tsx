import type { FilingView } from '../../../core/contract.ts'
import { useApp, useSettings } from '../../store/app.ts'
import { say } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { chooseFolder } from './FolderChoice.tsx'
import { NextSteps } from './NextSteps.tsx'
import { Proof } from './Proof.tsx'
import { ReopenLine } from './ReopenLine.tsx'
import { SealedFiles } from './SealedFiles.tsx'
import { SealHead } from './SealHead.tsx'
import { useSealing } from './sealing.ts'
import { WorkBar } from './WorkBar.tsx'

/** After sealing: receipt code, verdict, files, what to do next; with less of it when the seal is of an earlier day. */
export const SealedView = ({ view }: { view: FilingView }) => {
  const result = useSealing((s) => s.results[view.filing])
  const problem = useSealing((s) => s.problem)
  const { exportFolder } = useSettings()
  const summary = useApp((s) => s.state?.units.flatMap((unit) => unit.filings).find((f) => f.filing === view.filing))
  const fresh = result?.submitNo === view.submitNo ? result : null
  const again = async (): Promise<void> => {
    const folder = await chooseFolder(exportFolder)
    if (folder) await useSealing.getState().exportAgain(view.filing, view.submitNo, folder)
  }
  return (
    <main className="seal">
      <SealHead year={view.pack.year} submitNo={view.submitNo} step={4} />
      <div className="seal-body">
        <section className="panel seal-main" data-region="form" tabIndex={0} aria-labelledby="seal-done">
          <Proof view={view} result={fresh} receipt={fresh?.receipt ?? summary?.receipt ?? ''} sealedAt={summary?.sealedAt ?? null} />
          <SealedFiles view={view} result={fresh} again={() => void again()} />
          {problem && <p role="alert" className="seal-alert"><Mark name="stop">{say(problem)}</Mark></p>}
          <WorkBar />
          <span className="grow" />
          <ReopenLine view={view} />
        </section>
        <NextSteps view={view} result={fresh} again={() => void again()} />
      </div>
    </main>
  )
}
