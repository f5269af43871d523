import type { Verification } from '../../../core/contract.ts'
import { dialog } from '../../api.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ChangedCells } from './ChangedCells.tsx'
import { kindOf, VerdictMark } from './VerdictMark.tsx'
import { fileName } from './verifying.ts'

/** annual-2026@1.0 → 2026-1.0, as the status bar says it. */
const packWords = (pack: string): string => pack.replace(/^[a-z]+-(\d{4})@/, '$1-')

const trustTodo: Partial<Record<Verification['trust'], string>> = t.verify.trustTodo

const Signer = ({ one }: { one: Verification }) => (
  <section className="verify-part">
    <h3>{t.verify.key}</h3>
    <p className="seal-hex" data-signer={one.signer ?? ''}>{(one.signer?.match(/.{1,4}/g) ?? []).join(' ')}</p>
    <p data-trust={one.trust}>{one.trust === 'changed' ? <Mark name="stop"><b>{t.verify.trust.changed}</b></Mark> : one.trust === 'known' ? <Mark name="done">{t.verify.trust.known}</Mark> : t.verify.trust[one.trust]}</p>
    {trustTodo[one.trust] && <p className="verify-quiet">{trustTodo[one.trust]}</p>}
  </section>
)

/** The chosen file: verdict, what it means, what to do, both values of every changed cell, who signed. */
export const VerdictDetail = ({ one }: { one: Verification }) => {
  const kind = kindOf(one)
  return (
    <section className="panel verify-detail" aria-label={t.verify.detail} data-region="panel" tabIndex={0}>
      <header className="verify-detail-head">
        <h2><VerdictMark verification={one} /></h2>
        <p className="verify-name">{fileName(one.file)}</p>
        {one.unit && <p className="verify-quiet">{one.unit}　{one.submitNo ? t.verify.submit(one.submitNo) : ''}{one.pack ? `　${t.verify.pack} ${packWords(one.pack)}` : ''}</p>}
      </header>
      <section className="verify-part">
        <h3>{t.verify.why}</h3>
        <p data-problem={one.problem ?? undefined}>{one.problem ?? t.verify.lines[kind]}</p>
        {one.problem && <p className="verify-quiet">{t.verify.lines[kind]}</p>}
      </section>
      {one.changed.length > 0 && <ChangedCells changed={one.changed} pack={one.pack} />}
      <section className="verify-part"><h3>{t.verify.todo}</h3><p>{t.verify.todos[kind]}</p></section>
      {one.signer && <Signer one={one} />}
      <div className="verify-part"><button type="button" className="btn small-btn" onClick={() => void dialog('shell.show', { path: one.file })}><Icon name="folder" size={14} />{t.verify.showFile}</button></div>
    </section>
  )
}
