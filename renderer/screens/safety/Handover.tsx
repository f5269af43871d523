import { useState } from 'react'
import type { Answer } from '../../../core/contract.ts'
import { call, dialog } from '../../api.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { fileName } from '../verify/verifying.ts'
import { CompareView } from './CompareView.tsx'
import { useSafety } from './safety.ts'

const h = t.safety.handover

const Passphrase = ({ id, label, hint, value, change }: { id: string; label: string; hint: string; value: string; change: (text: string) => void }) => (
  <div className="safety-field">
    <label htmlFor={id}>{label}</label>
    <input id={id} className="field" type="password" autoComplete="off" maxLength={200} value={value} aria-describedby={`${id}-hint`} onChange={(event) => change(event.target.value)} />
    <p id={`${id}-hint`} className="safety-extra">{hint}</p>
  </div>
)

const Out = () => {
  const [passphrase, setPassphrase] = useState('')
  const [path, setPath] = useState<string | null>(null)
  const busy = useSafety((s) => s.busy)
  const [whole, setWhole] = useState(false)
  const short = passphrase !== '' && [...passphrase].length < 8
  const run = async (): Promise<void> => {
    const [to] = await dialog('dialog.save', { title: h.outTitle, name: whole && passphrase !== '' ? `${h.outName}.age` : h.outName })
    if (!to) return
    const made = await useSafety.getState().run(() => call('workfile.export', { path: to, passphrase }), ({ keys }) => h.outDone(keys, passphrase !== ''))
    if (made) setPath(made.path)
  }
  return (
    <section className="panel safety-card" aria-labelledby="handover-out">
      <h2 id="handover-out">{h.out}</h2>
      <p>{h.outLine}</p>
      <Passphrase id="handover-keys" label={h.keys} hint={short ? h.keysShort : h.keysHint} value={passphrase} change={setPassphrase} />
      <label className="safety-extra"><input type="checkbox" checked={whole && passphrase !== ''} disabled={passphrase === ''} onChange={(event) => setWhole(event.target.checked)} data-workfile-lock /> {t.carried.wholeLock}</label>
      <div className="safety-acts">
        <button type="button" className="btn" disabled={short || busy} onClick={() => void run()} data-workfile-export><Icon name="next" />{h.outDo}</button>
        {path && <button type="button" className="link" onClick={() => void dialog('shell.show', { path })}><Icon name="folder" />{h.showFile}</button>}
      </div>
    </section>
  )
}

type Preview = Answer<'workfile.preview'>
interface Chosen { readonly path: string; readonly passphrase: string; readonly preview: Preview }

const Preview = ({ chosen, forget }: { chosen: Chosen; forget: () => void }) => {
  const [passphrase, setPassphrase] = useState(chosen.passphrase)
  const busy = useSafety((s) => s.busy)
  const run = async (): Promise<void> => {
    if (await useSafety.getState().replace(() => call('workfile.import', { path: chosen.path, passphrase }), h.inDone)) forget()
  }
  return (
    <>
      <CompareView comparison={chosen.preview} title={t.safety.compare.fileTitle(fileName(chosen.path))} same={t.safety.compare.sameFile} then={t.safety.compare.cellHead.taken} />
      <footer className="safety-confirm stacked">
        {chosen.preview.keys > 0 ? <Passphrase id="handover-pass" label={h.inPass} hint={h.inKeys(chosen.preview.keys)} value={passphrase} change={setPassphrase} /> : <p className="safety-extra">{h.inKeys(0)}</p>}
        <p>{t.safety.confirm.import}</p>
        <div className="safety-acts">
          <button type="button" className="btn" onClick={forget}>{h.cancel}</button>
          <button type="button" className="btn solid" disabled={busy} onClick={() => void run()} data-workfile-import>{h.inDo}</button>
        </div>
      </footer>
    </>
  )
}

/** 整体交接: the whole work file out, or another one in with a preview. */
export const Handover = () => {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const busy = useSafety((s) => s.busy)
  const [locked, setLocked] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const look = async (path: string): Promise<void> => {
    const preview = await useSafety.getState().run(() => call('workfile.preview', { path, passphrase }), () => null)
    setChosen(preview && { path, passphrase, preview })
  }
  const pick = async (): Promise<void> => {
    const [path] = await dialog('dialog.open', { title: h.inTitle, kinds: 'any', many: false })
    if (!path) return
    if (path.toLowerCase().endsWith('.age')) setLocked(path)
    else await look(path)
  }
  if (chosen) return <section className="panel safety-detail" aria-label={h.in} data-region="form"><Preview chosen={chosen} forget={() => setChosen(null)} /></section>
  return (
    <div className="safety-cards" data-region="form">
      <Out />
      <section className="panel safety-card" aria-labelledby="handover-in">
        <h2 id="handover-in">{h.in}</h2>
        <p>{h.inLine}</p>
        <div className="safety-acts"><button type="button" className="btn" disabled={busy} onClick={() => void pick()} data-workfile-pick><Icon name="folder" />{h.inPick}</button></div>
        {locked !== null && (
          <>
            <Passphrase id="handover-locked" label={h.inPass} hint={t.carried.wholeHint(fileName(locked))} value={passphrase} change={setPassphrase} />
            <div className="safety-acts"><button type="button" className="btn" disabled={busy || passphrase === ''} onClick={() => void look(locked)} data-workfile-unlock>{t.carried.wholeOpen}</button></div>
          </>
        )}
      </section>
    </div>
  )
}
