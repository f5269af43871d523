import { Modal, Select } from 'antd'
import { useState } from 'react'
import { call, dialog } from '../../api.ts'
import { useApp } from '../../store/app.ts'
import { useLedger } from '../../store/ledger.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { usePolicy } from '../../store/policy.ts'
import { Governed } from '../frame/Governed.tsx'
import { newestPack } from '../home/newestPack.ts'
import { keepAfter } from './KeepPassword.tsx'
import { isWhole, noServer, placeOf } from './place.ts'
import type { Place, Server } from './place.ts'
import { leading, RegionField } from './RegionField.tsx'
import { ServerFields } from './ServerFields.tsx'

interface Draft { readonly kind: 'file' | 'server'; readonly path: string; readonly server: Server; readonly region: string; readonly regionName: string; readonly bureau: string; readonly pack: string }

const placeIn = (draft: Draft): Place | null => {
  if (draft.kind === 'file') return draft.path === '' ? null : { path: draft.path }
  return isWhole(draft.server) ? placeOf(draft.server) : null
}

const lacks = (draft: Draft): string[] => [...(placeIn(draft) ? [] : [draft.kind === 'file' ? t.office.make.file : t.office.make.host]), ...(draft.bureau.trim() ? [] : [t.office.make.bureau])]

const FileLine = ({ draft, set }: { draft: Draft; set: (patch: Partial<Draft>) => void }) => {
  const year = useApp((s) => newestPack(s.state?.packs ?? [])?.year ?? new Date().getFullYear())
  const choose = async (): Promise<void> => {
    const [path] = await dialog('dialog.save', { title: t.office.make.saveTitle, name: t.office.make.fileName(draft.regionName.split(' ').at(-1) ?? '', year), kinds: 'ledger' })
    if (path) set({ path: /\.ledger$/i.test(path) ? path : `${path}.ledger` })
  }
  return (
    <div className="dialog-line">
      <span className="dialog-word">{t.office.make.file}</span>
      <span className="grow office-path" data-ledger-path={draft.path}>{draft.path || <span className="grey">{t.office.make.noFile}</span>}</span>
      <button type="button" className="btn" onClick={() => void choose()} data-ledger-choose><Icon name="folder" />{t.office.make.choose}</button>
    </div>
  )
}

/** The dialog that makes a ledger: where, whose, for which year. */
export const MakeLedger = ({ close }: { close: () => void }) => {
  const packs = useApp((s) => s.state?.packs ?? [])
  const { region = '' } = usePolicy().policy
  const [draft, setDraft] = useState<Draft>({ kind: 'file', path: '', server: noServer, region, regionName: '', bureau: '', pack: newestPack(packs)?.id ?? '' })
  const { problem, busy } = useLedger()
  const set = (patch: Partial<Draft>): void => setDraft((old) => ({ ...old, ...patch }))
  const lack = lacks(draft)
  const make = async (): Promise<void> => {
    const place = placeIn(draft)
    if (!place || lack.length > 0) return
    if (!(await useLedger.getState().act(() => call('ledger.create', { place, region: leading(draft.region), bureau: draft.bureau.trim(), pack: draft.pack })))) return
    if (draft.kind === 'server') await keepAfter(draft.server)
    close()
    useNav.getState().go('office')
  }
  return (
    <Modal title={t.office.make.title} open centered onCancel={close} onOk={() => void make()} okText={t.office.make.do} cancelText={t.cancel} okButtonProps={{ disabled: lack.length > 0 || busy, 'data-ledger-make': '' }} width={560}>
      <form className="dialog" onSubmit={(event) => { event.preventDefault(); void make() }}>
        <div className="dialog-line">
          <label htmlFor="ledger-region">{t.office.make.region}</label>
          <div className="grow office-stack"><RegionField id="ledger-region" value={draft.region} blank={t.office.make.nation} change={(region, regionName) => set({ region, regionName })} /><p className="grey small">{t.office.make.regionHint}</p><Governed field="region" /></div>
        </div>
        <div className="dialog-line">
          <label htmlFor="ledger-bureau">{t.office.make.bureau}</label>
          <div className="grow"><input id="ledger-bureau" className="field" value={draft.bureau} maxLength={60} autoComplete="off" aria-describedby="ledger-bureau-hint" onChange={(event) => set({ bureau: event.target.value })} /><p className="grey small" id="ledger-bureau-hint">{t.office.make.bureauHint}</p></div>
        </div>
        <div className="dialog-line">
          <label htmlFor="ledger-pack">{t.office.make.pack}</label>
          <Select id="ledger-pack" className="grow" value={draft.pack} options={packs.map((one) => ({ value: one.id, label: one.title }))} onChange={(pack) => set({ pack })} />
        </div>
        <div className="dialog-line">
          <span className="dialog-word" id="ledger-kind">{t.office.make.kind}</span>
          <span className="seg" role="group" aria-labelledby="ledger-kind">{(['file', 'server'] as const).map((kind) => <button key={kind} type="button" aria-pressed={draft.kind === kind} onClick={() => set({ kind })}>{t.office.make.kinds[kind]}</button>)}</span>
        </div>
        {draft.kind === 'file' ? <FileLine draft={draft} set={set} /> : <ServerFields server={draft.server} change={(server) => set({ server })} />}
        {problem ? <p role="alert"><Mark name="stop">{say(problem)}</Mark></p> : lack.length > 0 && <p className="grey">{t.office.make.lack(lack.join('、'))}</p>}
        <button type="submit" className="sr" tabIndex={-1}>{t.office.make.do}</button>
      </form>
    </Modal>
  )
}
