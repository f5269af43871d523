import type { ReactNode } from 'react'
import type { FilingView, SealResult } from '../../../core/contract.ts'
import { problem } from '../../../core/problem.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { goPrint } from '../print/printing.ts'
import { LockRow } from './LockRow.tsx'
import { useSealing } from './sealing.ts'

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

const FileRow = ({ kind, name, sub, children }: { kind: string; name: string | null; sub: string; children?: ReactNode }) => (
  <li className="seal-file">
    <span className="seal-kind" aria-hidden="true">{kind}</span>
    <div className="grow">
      {name && <p className="seal-file-name">{name}</p>}
      <p className="seal-line-sub">{sub}</p>
    </div>
    {children}
  </li>
)

interface Props { readonly view: FilingView; readonly result: SealResult | null; readonly again: () => void }

/** The two files that were written, or the way to have them once more. */
export const SealedFiles = ({ view, result, again }: Props) => {
  const busy = useSealing((s) => s.busy !== null)
  const printButton = <button type="button" className="btn small-btn" onClick={() => void goPrint({ what: 'set' })} data-go-print><Icon name="print" size={14} />{t.print.stamp}</button>
  if (!result) return <ul className="seal-files" aria-label={t.seal.files}><FileRow kind="XLSX" name={t.seal.exportLine} sub={t.seal.gone}>{printButton}</FileRow><LockRow view={view} /></ul>
  const exportButton = (words: string) => <button type="button" className="btn small-btn" disabled={busy} onClick={again} data-export>{words}</button>
  return (
    <ul className="seal-files" aria-label={t.seal.files}>
      <FileRow kind="XLSX" name={nameOf(result.xlsx)} sub={t.seal.xlsxSub}>
        {result.pdf && exportButton(t.seal.exportHere)}
        <button type="button" className="btn small-btn" disabled={busy} onClick={() => void useSealing.getState().reread(view.filing)}>{t.seal.verify}</button>
      </FileRow>
      {result.pdf
        ? <FileRow kind="PDF" name={nameOf(result.pdf)} sub={t.seal.pdfSub}>{printButton}</FileRow>
        : <FileRow kind="PDF" name={null} sub={say(problem('pdf-failed'))}>{exportButton(t.seal.exportAgain)}</FileRow>}
      <LockRow view={view} />
    </ul>
  )
}
