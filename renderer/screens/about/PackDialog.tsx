import { Modal } from 'antd'
import type { PackDraft, PackLook, PackTaken } from '../../../core/contract/packs.ts'
import { packDifferenceWords } from '../../../core/text/packDifference.ts'
import { language, say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { takePack, usePackTaking } from './packTaking.ts'

const DraftLine = ({ draft }: { draft: PackDraft }) => (
  <li>
    {t.carried.draft(draft.name, draft.moved, draft.lost.length)}
    {draft.lost.length > 0 && <ul className="about-list">{draft.lost.map((one) => <li key={`${one.item}/${one.text}`} className="grey">{t.carried.lost(one.name, one.text, one.why)}</li>)}</ul>}
  </li>
)

const Differences = ({ look }: { look: PackLook }) => {
  if (look.installed === null || look.again) return null
  if (look.differing === 0) return <p>{t.carried.noChanges}</p>
  return (
    <>
      <p><b>{t.carried.changes(look.differing)}</b>　{look.differing > look.differences.length && t.carried.shown(look.differences.length)}</p>
      <div className="pack-changes" tabIndex={0} role="group" aria-label={t.carried.changes(look.differing)}>
        <ul className="about-list">{look.differences.map((one) => <li key={`${one.part}/${one.key}`} data-difference={one.key}>{packDifferenceWords(language, one)}</li>)}</ul>
      </div>
    </>
  )
}

const Look = ({ look, busy, close }: { look: PackLook; busy: boolean; close: () => void }) => {
  const { pack, issuer, refused, again, drafts } = look
  const key = refused?.code === 'pack-file-key'
  const may = !again && (refused === null || key)
  return (
    <Modal
      open centered width={640} title={pack.title} okText={key ? t.carried.compared : t.carried.install} cancelText={may ? t.cancel : t.carried.close} confirmLoading={busy}
      okButtonProps={{ 'data-pack-take': '', style: may ? {} : { display: 'none' } }} onOk={() => void takePack(look, key)} onCancel={close}
    >
      <div data-pack-look={`${pack.id}@${pack.version}`} className="letter-said">
        <dl className="office-facts about-facts">
          <div><dt>{t.carried.heads.version}</dt><dd>{t.carried.year(pack.year)}　{t.carried.version(pack.version, look.installed?.version ?? null)}</dd></div>
          <div><dt>{t.carried.heads.issuer}</dt><dd>{t.carried.issuer(issuer.name, issuer.signer)}</dd></div>
          <div><dt>{t.carried.heads.trust}</dt><dd><Mark name={issuer.trust === 'known' ? 'done' : 'verify'}>{t.carried.trust[issuer.trust]}</Mark></dd></div>
        </dl>
        {again && <p><Mark name="info">{t.carried.again}</Mark></p>}
        {refused && <p role="alert" data-pack-refused={refused.code}><Mark name={key ? 'verify' : 'stop'}>{say(refused)}</Mark></p>}
        <Differences look={look} />
        {drafts.length > 0 && <><p>{t.carried.drafts(drafts.length)}</p><ul className="about-list">{drafts.map((draft) => <DraftLine key={draft.filing} draft={draft} />)}</ul></>}
        {look.sealed > 0 && <p>{t.carried.sealed(look.sealed)}</p>}
        {look.waiting > 0 && <p>{t.carried.waiting(look.waiting)}</p>}
      </div>
    </Modal>
  )
}

const Taken = ({ taken, close }: { taken: PackTaken; close: () => void }) => (
  <Modal open centered width={480} title={t.carried.done} okText={t.carried.close} okButtonProps={{ 'data-pack-close': '' }} cancelButtonProps={{ style: { display: 'none' } }} onOk={close} onCancel={close}>
    <div className="letter-said" data-pack-taken={taken.version}>
      <p>{t.carried.taken(taken.version)}</p>
      {taken.list !== null && <p>{t.carried.list(taken.list)}</p>}
      {taken.woken > 0 && <p>{t.carried.woken(taken.woken)}</p>}
    </div>
  </Modal>
)

/** What a pack file is and would do; then what installing it did, or why it was not done. */
export const PackDialog = () => {
  const { busy, look, taken, problem, close } = usePackTaking()
  if (taken) return <Taken taken={taken} close={close} />
  if (look) return <Look look={look} busy={busy} close={close} />
  if (!problem) return null
  return (
    <Modal open centered width={480} title={t.carried.notTaken} okText={t.carried.close} cancelButtonProps={{ style: { display: 'none' } }} onOk={close} onCancel={close}>
      <p role="alert" data-pack-problem={problem.code}><Mark name="stop">{say(problem)}</Mark></p>
    </Modal>
  )
}
