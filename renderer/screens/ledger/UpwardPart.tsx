import { useState } from 'react'
import type { LedgerState } from '../../../core/contract/regulator/ledger.ts'
import type { UpwardLook } from '../../../core/contract/regulator/watch.ts'
import { call, dialog } from '../../api.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { grouped } from '../tables/figures.ts'

const day = (): string => new Date().toLocaleDateString('sv-SE').replaceAll('-', '')

const send = async (state: LedgerState): Promise<void> => {
  const [path] = await dialog('dialog.save', { title: t.upward.sendTitle, name: t.upward.fileName(state.regionName.split(' ').at(-1) ?? '', state.year, day()), kinds: 'upward' })
  if (path) await useLedger.getState().run(() => call('upward.pack', { path }), () => t.upward.sent(path))
}

const Totals = ({ look }: { look: UpwardLook }) => (
  <table className="verify-cells" aria-label={t.upward.totals}>
    <thead><tr><th scope="col">{t.upward.name}</th><th scope="col" className="num">{t.upward.claimed}</th><th scope="col" className="num">{t.upward.computed}</th><th /></tr></thead>
    <tbody>{look.totals.map((one) => <tr key={one.name}><th scope="row">{one.name}</th><td className="num">{grouped(one.claimed)}</td><td className="num">{grouped(one.computed)}</td><td>{one.agrees ? <Mark name="done">{t.upward.agrees}</Mark> : <Mark name="stop">{t.upward.differs}</Mark>}</td></tr>)}</tbody>
  </table>
)

const Look = ({ look, close }: { look: UpwardLook; close: () => void }) => {
  const coming = look.fresh + look.newer
  const take = async (): Promise<void> => {
    const taken = await useLedger.getState().run(() => call('upward.take', { path: look.path, digest: look.digest, reason: '' }), () => t.upward.taken)
    if (!taken) return
    close()
    void useLedger.getState().load()
  }
  return (
    <section className="upward-look" data-upward={look.digest}>
      <dl className="upward-facts">
        <dt>{t.upward.from}</dt><dd><b>{look.bureau || t.office.none}</b>　{look.regionName}　{t.bar.year(look.year)}</dd>
        <dt>{t.upward.key}</dt><dd><span className="seal-hex">{look.signer.match(/.{1,4}/g)?.join(' ')}</span>　{look.trust === 'changed' ? <Mark name="stop">{t.upward.trust[look.trust]}</Mark> : t.upward.trust[look.trust]}</dd>
      </dl>
      <p>{t.upward.counts(look.submissions, look.fresh, look.newer)}；{t.upward.held(look.same, look.older, look.conflicts)}</p>
      <p>{t.upward.register(look.register, look.registerNew, look.registerDiffers)}；{t.upward.adjustments(look.adjustments)}</p>
      {look.problem && <p><Mark name="verify">{look.problem}</Mark></p>}
      <Totals look={look} />
      <p className="input-buttons"><button type="button" className="btn solid" onClick={() => void take()} disabled={coming + look.registerNew + look.conflicts === 0} data-take>{t.upward.doTake(coming)}</button><button type="button" className="btn" onClick={close}>{t.upward.close}</button></p>
    </section>
  )
}

/** 上报: one signed file to the level above, and files from below, looked at before they are taken in. */
export const UpwardPart = ({ state }: { state: LedgerState }) => {
  const [look, setLook] = useState<UpwardLook | null>(null)
  const busy = useLedger((s) => s.busy)
  const open = async (): Promise<void> => {
    const [path] = await dialog('dialog.open', { title: t.upward.takeTitle, kinds: 'upward', many: false })
    if (path) setLook(await useLedger.getState().run(() => call('upward.look', { path })))
  }
  return (
    <section className="panel safety-panel upward" aria-label={t.upward.part} data-region="form">
      <p className="grey-2">{t.upward.lead}</p>
      <p className="input-buttons">
        <button type="button" className="btn" disabled={busy || state.counts.accepted === 0} onClick={() => void send(state)} data-send><Icon name="up" />{t.upward.send}</button>
        <button type="button" className="btn" disabled={busy} onClick={() => void open()} data-open-upward><Icon name="folder" />{t.upward.take}</button>
      </p>
      {look && <Look look={look} close={() => setLook(null)} />}
    </section>
  )
}
