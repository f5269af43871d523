import type { IntakeProgress } from '../../../core/contract/regulator/intake.ts'
import { dialog } from '../../api.ts'
import { useSettings } from '../../store/app.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { fileName } from '../verify/verifying.ts'
import { isBusy, useIntaking } from './intaking.ts'

const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds))
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (n: number): string => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

const title = ({ state, done, total }: IntakeProgress): string => {
  if (state === 'listing') return t.intake.listing
  if (state === 'running') return t.intake.running(Math.min(done + 1, total), total)
  if (state === 'done') return t.intake.done(total)
  return state === 'paused' ? t.intake.paused(done, total) : t.intake.stopped(done, total)
}

const Acts = ({ progress }: { progress: IntakeProgress }) => {
  const { control, writeResult } = useIntaking.getState()
  const { exportFolder } = useSettings()
  const write = async (): Promise<void> => {
    const [folder] = await dialog('dialog.folder', { title: t.intake.resultTitle, start: exportFolder || null })
    if (folder) await writeResult(folder)
  }
  if (progress.state === 'done') return <button type="button" className="btn" onClick={() => void write()} data-intake-result><Icon name="table" />{t.intake.result}</button>
  if (isBusy(progress)) return <><button type="button" className="btn" onClick={() => void control('pause')} data-intake-pause><Icon name="pause" />{t.intake.pause}</button><button type="button" className="btn" onClick={() => void control('stop')} data-intake-stop>{t.intake.stop}</button></>
  return <><button type="button" className="btn" onClick={() => void control('go')} data-intake-go><Icon name="next" />{t.intake.go}</button>{progress.state === 'paused' ? <button type="button" className="btn" onClick={() => void control('stop')}>{t.intake.stop}</button> : <button type="button" className="btn" onClick={() => void write()} data-intake-result>{t.intake.result}</button>}</>
}

/** How far the batch is, how fast, how long still; pause, stop and go on. */
export const ProgressPanel = ({ progress }: { progress: IntakeProgress }) => {
  const words = title(progress)
  return (
    <section className="panel intake-progress" aria-label={t.intake.bar} data-intake={progress.state} data-intake-done={progress.done} data-intake-total={progress.total}>
      <div className="grow">
        <div className="intake-line">
          <p className="grow cut" role="status"><b>{words}</b>{progress.now !== '' && isBusy(progress) && <span className="intake-now">{fileName(progress.now)}</span>}</p>
          <span className="intake-times"><span>{t.intake.elapsed(clock(progress.elapsed))}</span>{progress.left !== null && isBusy(progress) && <span>{t.intake.left(clock(progress.left))}</span>}{progress.speed > 0 && isBusy(progress) && <span>{t.intake.speed(progress.speed.toFixed(1))}</span>}</span>
        </div>
        <progress className="verify-bar intake-bar" aria-label={words} max={Math.max(1, progress.total)} value={progress.state === 'listing' ? 0 : progress.done} />
        {progress.problem !== undefined && <p className="verify-quiet" role="alert" data-intake-problem>{progress.problem}</p>}
      </div>
      <div className="intake-acts"><div><Acts progress={progress} /></div><p className="verify-quiet">{progress.state === 'done' ? t.intake.recomputed : t.intake.stopNote}</p></div>
    </section>
  )
}
