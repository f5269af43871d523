import { Modal, Select } from 'antd'
import { useState } from 'react'
import type { PackSummary } from '../../../core/contract.ts'
import { gb32100Ok } from '../../../core/identity/uscc.ts'
import type { Problem } from '../../../core/problem.ts'
import { useApp } from '../../store/app.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { openLetterFile } from '../letter/opening.ts'
import { takeStep } from './NextPanel.tsx'

interface Draft { readonly name: string; readonly uscc: string; readonly unitSeq: string; readonly pack: string }

const Line = ({ label, id, value, hint, max, change, focus = false }: { label: string; id: string; value: string; hint: string; max: number; change: (text: string) => void; focus?: boolean }) => (
  <div className="dialog-line">
    <label htmlFor={id}>{label}</label>
    <div className="grow">
      <input id={id} className="field" value={value} maxLength={max} autoComplete="off" spellCheck={false} onChange={(event) => change(event.target.value)} autoFocus={focus} aria-describedby={`${id}-hint`} />
      <p className="grey small" id={`${id}-hint`}>{hint}</p>
    </div>
  </div>
)

const missing = (draft: Draft): string[] => [...(draft.name.trim() ? [] : [t.home.unitName]), ...(draft.uscc.trim() ? [] : [t.home.uscc])]

/** How the code is written, or, in the same grey, that it does not look right: it can be set up all the same and corrected later. */
const usccHint = (typed: string): string => {
  const code = typed.trim().toUpperCase()
  if (code.length < 18) return t.home.usccHint
  return gb32100Ok(code) === true ? t.home.usccHint : t.home.usccOdd
}

/** The dialog that sets up a reporting unit; everything in it can be corrected later in form 101. */
export const AddUnit = ({ open, pack, packs, close }: { open: boolean; pack: PackSummary; packs: readonly PackSummary[]; close: () => void }) => {
  const [draft, setDraft] = useState<Draft>({ name: '', uscc: '', unitSeq: '00', pack: pack.id })
  const [problem, setProblem] = useState<Problem | null>(null)
  const set = (patch: Partial<Draft>) => setDraft((old) => ({ ...old, ...patch }))
  const lack = missing(draft)
  const run = async (): Promise<void> => {
    if (lack.length > 0) return
    const answer = await useApp.getState().addUnit({ ...draft, name: draft.name.trim(), uscc: draft.uscc.trim().toUpperCase(), unitSeq: draft.unitSeq.trim() || '00' })
    if (!answer.ok) return setProblem(answer.problem)
    await useApp.getState().load()
    close()
    await takeStep(answer.value.filing, { screen: 'entry', form: null })
  }
  return (
    <Modal title={t.home.addTitle} open={open} onCancel={close} onOk={() => void run()} okText={t.home.addUnit} cancelText={t.cancel} okButtonProps={{ disabled: lack.length > 0 }} destroyOnHidden width={520}>
      <p className="dialog-other"><span className="grey">{t.letter.haveTask}</span><button type="button" className="link" data-link="task" onClick={() => { close(); void openLetterFile(t.letter.openTask) }}>{t.letter.openTask}</button></p>
      <form className="dialog" onSubmit={(event) => { event.preventDefault(); void run() }}>
        <Line label={t.home.unitName} id="unit-name" value={draft.name} max={100} hint="" change={(name) => set({ name })} focus />
        <Line label={t.home.uscc} id="unit-uscc" value={draft.uscc} max={18} hint={usccHint(draft.uscc)} change={(uscc) => set({ uscc })} />
        <Line label={t.home.unitSeq} id="unit-seq" value={draft.unitSeq} max={2} hint={t.home.unitSeqHint} change={(unitSeq) => set({ unitSeq })} />
        <div className="dialog-line">
          <label htmlFor="unit-pack">{t.home.pack}</label>
          <Select id="unit-pack" className="grow" value={draft.pack} options={packs.map((p) => ({ value: p.id, label: p.title }))} onChange={(value) => set({ pack: value })} />
        </div>
        {problem ? <Mark name="stop">{say(problem)}</Mark> : lack.length > 0 && <p className="grey">{t.home.missing(lack.join('、'))}</p>}
        <button type="submit" className="sr" tabIndex={-1}>{t.home.addUnit}</button>
      </form>
    </Modal>
  )
}
