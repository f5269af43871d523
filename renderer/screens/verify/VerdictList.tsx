import type { KeyboardEvent } from 'react'
import type { Verification } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { kindOf, VerdictMark } from './VerdictMark.tsx'
import { fileName, useVerifying } from './verifying.ts'

const isWorrying = (one: Verification): boolean => one.trust === 'changed'

const Row = ({ one, on, first }: { one: Verification; on: boolean; first: boolean }) => (
  <tr aria-selected={on} tabIndex={on || first ? 0 : -1} onClick={() => useVerifying.getState().choose(one.file)} onFocus={() => useVerifying.getState().choose(one.file)} data-file={fileName(one.file)} data-kind={kindOf(one)}>
    <td>{fileName(one.file)}</td>
    <td className={one.unit ? '' : 'grey'}>{one.unit ?? t.verify.none}</td>
    <td className={`num ${one.submitNo ? '' : 'grey'}`}>{one.submitNo ?? t.verify.none}</td>
    <td className="verify-verdict"><VerdictMark verification={one} strong={false} /></td>
    <td className={isWorrying(one) ? 'c-stop' : 'grey-2'}>{one.signer ? t.verify.trust[one.trust] : t.verify.none}</td>
  </tr>
)

const step = (event: KeyboardEvent<HTMLTableElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody tr')]
  const at = rows.findIndex((row) => row.getAttribute('aria-selected') === 'true')
  rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus()
}

/** A row for every file; arrows go from one to the next. */
export const VerdictList = ({ results, chosen }: { results: readonly Verification[]; chosen: string | null }) => (
  <div className="verify-scroll">
    <table className="verify-table" role="grid" aria-label={t.verify.list} aria-multiselectable={false} onKeyDown={step}>
      <colgroup><col /><col className="verify-col-unit" /><col className="verify-col-no" /><col className="verify-col-verdict" /><col className="verify-col-signer" /></colgroup>
      <thead><tr><th scope="col">{t.verify.head.file}</th><th scope="col">{t.verify.head.unit}</th><th scope="col" className="num">{t.verify.head.submitNo}</th><th scope="col" className="verify-verdict">{t.verify.head.verdict}</th><th scope="col">{t.verify.head.signer}</th></tr></thead>
      <tbody>{results.map((one, at) => <Row key={one.file} one={one} on={one.file === chosen} first={at === 0 && !results.some(({ file }) => file === chosen)} />)}</tbody>
    </table>
    {results.length === 0 && <p className="verify-nobody">{t.verify.nobody} <button type="button" className="link" onClick={() => useVerifying.getState().show(null)}>{t.verify.showAll}</button></p>}
  </div>
)
