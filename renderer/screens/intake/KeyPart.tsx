import { useState } from 'react'
import type { IntakeDetail } from '../../../core/contract/regulator/intake.ts'
import { call } from '../../api.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { AskReason } from '../office/AskReason.tsx'
import { dayOf } from '../office/today.ts'
import { useIntaking } from './intaking.ts'

const grouped = (signer: string): string => (signer.match(/.{1,4}/g) ?? []).join(' ')

/** Who signed: the fingerprint, since when it is known, and confirming one that is new or changed. */
export const KeyPart = ({ file, signer }: { file: IntakeDetail; signer: string }) => {
  const [asking, setAsking] = useState(false)
  const { unit } = file
  const words = t.verify.trust[file.trust]
  return (
    <section className="verify-part">
      <h3>{t.intake.key}</h3>
      <p className="seal-hex" data-signer={signer}>{grouped(signer)}</p>
      <p data-trust={file.trust}>{file.trust === 'changed' ? <Mark name="stop"><b>{words}</b></Mark> : file.trust === 'known' ? <Mark name="done">{words}</Mark> : words}</p>
      {(file.knownSince || file.confirmedBy) && <p className="verify-quiet office-spaced">{file.knownSince && <span>{t.intake.since(dayOf(file.knownSince))}</span>}{file.confirmedBy && <span>{t.intake.confirmed(file.confirmedBy)}</span>}</p>}
      {unit && !file.confirmedBy && (file.trust === 'changed' || file.trust === 'first-seen') && <div className="office-acts"><button type="button" className="btn small-btn" onClick={() => setAsking(true)} data-confirm-key>{t.intake.confirm}</button></div>}
      {asking && unit && (
        <AskReason title={t.intake.confirmTitle} ok={t.intake.confirm} close={() => setAsking(false)} run={(reason) => useIntaking.getState().act(() => call('intake.confirmKey', { unit, signer, reason }), () => t.intake.confirmed(file.name ?? unit))}>
          <p>{t.intake.confirmLine(file.name ?? unit, grouped(signer))}</p>
        </AskReason>
      )}
    </section>
  )
}
