import { Dropdown, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { BulletinBlock } from '../../../core/contract/regulator/watch.ts'
import { useSettings } from '../../store/app.ts'
import { useLedger, useLedgerKey } from '../../store/ledger.ts'
import { say, t } from '../../text/texts.ts'
import { ChartView } from '../../ui/ChartView.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { FirstLedger } from '../office/FirstLedger.tsx'
import { useBulletin } from './bulletin.ts'

const Table = ({ block }: { block: BulletinBlock }) => {
  const [head = [], ...rows] = block.rows
  return (
    <>
      <p className="bulletin-caption">{block.text}</p>
      <table className="bulletin-table" aria-label={block.text}>
        <thead><tr>{head.map((cell, at) => <th key={at} scope="col">{cell}</th>)}</tr></thead>
        <tbody>{rows.map((row, at) => <tr key={at}>{row.map((cell, column) => (column === 0 ? <th key={column} scope="row">{cell}</th> : <td key={column}>{cell}</td>))}</tr>)}</tbody>
      </table>
    </>
  )
}

const Words = ({ block, at }: { block: BulletinBlock; at: number }) => {
  const typed = useBulletin((s) => s.typed[block.id])
  const text = typed ?? block.text
  return (
    <>
      <textarea rows={Math.max(1, Math.ceil(text.length / 42))} value={text} aria-label={t.bulletin.edit(at + 1)} onChange={(event) => useBulletin.getState().type(block.id, event.target.value)} data-words={block.id} />
      {text !== block.generated && <span className="bulletin-edited"><span className="c-accent">{t.bulletin.edited}</span><button type="button" className="link" onClick={() => useBulletin.getState().type(block.id, block.generated)} aria-label={`${t.bulletin.restore} ${at + 1}`}><Icon name="undo" size={14} /></button></span>}
    </>
  )
}

const Block = ({ block, at }: { block: BulletinBlock; at: number }) => (
  <div className={`bulletin-block bulletin-${block.kind}`} data-block={block.id}>
    {block.kind === 'table' ? <Table block={block} /> : block.kind === 'chart' ? block.chart && <ChartView chart={block.chart} title={block.text} /> : <Words block={block} at={at} />}
  </div>
)

const Anew = () => {
  const [asking, ask] = useState(false)
  const run = (): void => { ask(false); void useBulletin.getState().load(true) }
  return (
    <>
      <button type="button" className="btn" onClick={() => ask(true)}>{t.bulletin.anew}</button>
      <Modal open={asking} centered width={420} title={t.bulletin.anew} okText={t.bulletin.anewDo} cancelText={t.cancel} onOk={run} onCancel={() => ask(false)}>{t.bulletin.anewAsk}</Modal>
    </>
  )
}

const Head = () => {
  const { bulletin, typed, said, busy } = useBulletin()
  const { exportFolder } = useSettings()
  const changed = Object.keys(typed).length > 0
  const items = [{ key: 'docx,pdf', label: t.bulletin.both }, { key: 'docx', label: t.bulletin.formats.docx }, { key: 'pdf', label: t.bulletin.formats.pdf }]
  return (
    <header className="monitor-head">
      <h1>{t.bulletin.title}</h1>
      {bulletin && <span className="grey-2">{t.bulletin.lead(bulletin.year)}</span>}
      <span className="grow" />
      {said && <span role="status" className="tables-said" data-said>{said}</span>}
      {bulletin && (
        <>
          <Anew />
          <button type="button" className="btn" disabled={!changed} onClick={() => void useBulletin.getState().save()} data-save>{t.bulletin.save}</button>
          <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void useBulletin.getState().write(key.split(',') as ('docx' | 'pdf')[], exportFolder) }}>
            <button type="button" className="btn solid" disabled={busy} data-write><Icon name="file" />{t.bulletin.write}<Icon name="down" size={12} /></button>
          </Dropdown>
        </>
      )}
    </header>
  )
}

/** 通报: generated from the tables, edited by a person, written as Word and PDF. */
export const BulletinScreen = () => {
  const key = useLedgerKey()
  const ledger = useLedger((s) => s.state)
  const { bulletin, problem } = useBulletin()
  useEffect(() => { if (key !== '') void useBulletin.getState().load() }, [key])
  if (!ledger) return <FirstLedger />
  return (
    <main className="bulletin" data-screen="bulletin">
      <Head />
      {problem && <p role="alert"><Mark name="stop">{say(problem)}</Mark></p>}
      {bulletin?.stale && <p role="status"><Mark name="verify">{t.bulletin.stale}</Mark></p>}
      {bulletin ? <div className="bulletin-page" data-region="form"><article className="bulletin-paper">{bulletin.blocks.map((block, at) => <Block key={block.id} block={block} at={at} />)}</article></div> : !problem && <section className="panel tables-waiting" aria-busy="true">{t.bulletin.making}</section>}
    </main>
  )
}
