import { QRCode } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FilingView, SealResult } from '../../../core/contract.ts'
import { qrText } from '../../../core/submission/receipt.ts'
import { clockTime } from '../../grid/dates.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { VerdictMark } from '../verify/VerdictMark.tsx'
import { copyText } from './copyText.ts'
import { useSealing } from './sealing.ts'

const Code = ({ receipt }: { receipt: string }) => {
  const [copied, setCopied] = useState(false)
  return (
    <>
      <p className="seal-code-label">{t.seal.receipt}</p>
      <p className="seal-code">
        <strong data-receipt={receipt}>{receipt}</strong>
        <button type="button" className="btn small-btn" onClick={() => setCopied(copyText(receipt))}><Icon name={copied ? 'tick' : 'copy'} size={14} />{copied ? t.seal.copied : t.seal.copy}</button>
        <span className="sr" role="status">{copied ? t.seal.copied : ''}</span>
      </p>
      <p className="seal-code-sub">{t.seal.receiptSub}</p>
    </>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => <><dt>{name}</dt><dd>{children}</dd></>

const groups = (hex: string): string => (hex.match(/.{1,4}/g) ?? []).join(' ')

const Digest = ({ digest }: { digest: string }) => {
  const [whole, setWhole] = useState(false)
  return (
    <>
      <span className="seal-hex" data-digest={digest}>{groups(whole ? digest : digest.slice(0, 32))}{whole ? '' : ' …'}</span>
      <button type="button" className="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>{whole ? t.seal.less : t.seal.all}</button>
    </>
  )
}

const localTime = (iso: string): string => {
  const at = new Date(iso)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${clockTime(iso)}`
}

/** The same code as on the printed pages, always dark on light so that a telephone can read it. */
const Qr = ({ view, result }: { view: FilingView; result: SealResult }) => (
  <div className="seal-qr" aria-hidden="true">
    <QRCode type="svg" size={116} bordered={false} errorLevel="M" color="#17202B" bgColor="#FFFFFF" value={qrText({ unitId: view.unit.unitId, year: view.pack.year, submitNo: result.submitNo, digest: result.digest })} />
  </div>
)

interface Props { readonly view: FilingView; readonly result: SealResult | null; readonly receipt: string; readonly sealedAt: string | null }

/** The receipt code and what proves the file: verdict of the re-read workbook, digest, time, findings, key. */
export const Proof = ({ view, result, receipt, sealedAt }: Props) => {
  const rereadAt = useSealing((s) => s.rereadAt[view.filing])
  const soft = view.findings.filter(({ severity }) => severity === 'warning').length
  return (
    <>
      <h2 id="seal-done" className="seal-done"><Icon name="ribbon" size={22} />{result ? t.seal.done : t.seal.doneBefore}</h2>
      {result && <><Qr view={view} result={result} /><span className="sr">{t.seal.qr}</span></>}
      <p className="seal-who"><span>{view.data.values['org_name'] || view.unit.name}</span><span>{view.unit.unitId}</span>{view.pack.sample && <span className="chip">{t.sample}</span>}</p>
      <Code receipt={receipt} />
      <dl className="seal-facts">
        <Fact name={t.seal.verdict}>
          {result ? <><VerdictMark verification={result.verification} /><span className="grey-2">{rereadAt ? t.seal.verified(clockTime(rereadAt.toISOString())) : result.verification.verdict === 'sealed' ? t.verdict.sealedLine : (result.verification.problem ?? '')}</span></> : <span className="grey-2">{t.seal.notReread}</span>}
        </Fact>
        {result && <Fact name={t.seal.digest}><Digest digest={result.digest} /></Fact>}
        {sealedAt && <Fact name={t.seal.sealedAt}>{localTime(sealedAt)}</Fact>}
        <Fact name={t.seal.findings}>{t.seal.findingsLine(soft)}</Fact>
        {result && <Fact name={t.seal.signer}><span className="seal-hex" data-signer={result.signer}>{groups(result.signer)}</span></Fact>}
      </dl>
    </>
  )
}
