import { useEffect, useState } from 'react'
import type { UpdateLook, UpdateState } from '../../../core/contract/updates.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, dialog } from '../../api.ts'
import { useApp } from '../../store/app.ts'
import { say, t } from '../../text/texts.ts'
import { Governed } from '../frame/Governed.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { choosePack, usePackTaking } from './packTaking.ts'

/** The packs that are here, and the way to take in another from a file. */
export const PacksPart = () => {
  const packs = useApp((s) => s.state?.packs ?? [])
  const busy = usePackTaking((s) => s.busy)
  return (
    <section className="panel about-part" aria-label={t.carried.packs}>
      <h2>{t.carried.packs} {(['packs', 'packKeys', 'unsignedPacks'] as const).map((field) => <Governed key={field} field={field} />)}</h2>
      <ul className="about-list">{packs.map((pack) => <li key={pack.id}>{t.carried.installed(pack.title, pack.version)}</li>)}</ul>
      <p className="grey">{t.carried.lead}</p>
      <button type="button" className="btn" disabled={busy} onClick={() => void choosePack()} data-pack-choose>{t.carried.choose}</button>
    </section>
  )
}

interface Seen { readonly look: UpdateLook | null; readonly problem: Problem | null; readonly said: string | null; readonly busy: boolean }
const unseen: Seen = { look: null, problem: null, said: null, busy: false }

/** 从文件夹更新: looked at first, then copied, proved and installed. */
export const UpdatePart = () => {
  const [state, setState] = useState<UpdateState | null>(null)
  const [seen, setSeen] = useState<Seen>(unseen)
  useEffect(() => void call('update.state', {}).then((answer) => answer.ok && setState(answer.value)), [])
  const choose = async (): Promise<void> => {
    const [folder] = state?.folder ? [state.folder] : await dialog('dialog.folder', { title: t.carried.updateTitle, start: null })
    if (folder === undefined) return
    const answer = await call('update.look', { folder })
    setSeen(answer.ok ? { ...unseen, look: answer.value } : { ...unseen, problem: answer.problem })
  }
  const take = async (look: UpdateLook): Promise<void> => {
    setSeen({ ...unseen, look, busy: true })
    const answer = await call('update.take', { folder: look.folder, digest: look.digest })
    setSeen(answer.ok ? { ...unseen, said: answer.value.manual ? t.carried.manual(answer.value.path) : t.carried.started(answer.value.path) } : { ...unseen, problem: answer.problem })
  }
  const off = state === null || state.updates !== 'folder'
  return (
    <section className="panel about-part" aria-label={t.carried.update} data-update={state?.updates ?? ''}>
      <h2>{t.carried.update} <Governed field="updates" /></h2>
      <p className="grey">{state?.updates === 'off' ? t.carried.updateOff : state?.updates === 'no-keys' ? t.carried.updateNoKeys : t.carried.updateLead}</p>
      {state?.folder && <p data-update-folder={state.folder}>{state.folder} <Governed field="updateFolder" /></p>}
      <div role="status">
        {seen.problem && <p data-update-problem={seen.problem.code}><Mark name="stop">{say(seen.problem)}</Mark></p>}
        {seen.look && <p data-update-found={seen.look.version}><Mark name="done">{t.carried.found(seen.look.version, seen.look.here)}</Mark>　<span className="grey">{seen.look.name}，{t.carried.size((seen.look.size / 1e6).toFixed(1), seen.look.expires)}</span></p>}
        {seen.look && seen.look.notes !== '' && <p>{seen.look.notes}</p>}
        {seen.busy && <p>{t.carried.updating}</p>}
        {seen.said !== null && <p><Mark name="done">{seen.said}</Mark></p>}
      </div>
      {seen.look
        ? <button type="button" className="btn solid" disabled={seen.busy} onClick={() => seen.look && void take(seen.look)} data-update-take>{t.carried.updateDo}</button>
        : <button type="button" className="btn" disabled={off} onClick={() => void choose()} data-update-choose>{t.carried.updateChoose}</button>}
    </section>
  )
}
