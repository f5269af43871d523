import type { IntakeDetail } from '../../../core/contract/regulator/intake.ts'
import { clockTime } from '../../grid/dates.ts'
import { t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { ChangedCells } from '../verify/ChangedCells.tsx'
import { looks } from '../verify/VerdictMark.tsx'
import { FileActs } from './FileActs.tsx'
import { KeyPart } from './KeyPart.tsx'

const FINDINGS = 20

const Head = ({ file }: { file: IntakeDetail }) => (
  <header className="verify-detail-head">
    <h2 data-verdict={file.verdict}><Mark name={looks[file.verdict].icon} className={looks[file.verdict].tone}><b>{file.verdict === 'altered' ? t.verdict.altered(file.changed) : t.verdict[file.verdict]}</b></Mark></h2>
    <p className="verify-name">{file.file}</p>
    <p className="verify-quiet office-spaced"><span>{t.safety.size(file.size)}</span><span>{clockTime(file.at)}</span><span data-file-state={file.state}>{t.intake.states[file.state]}</span></p>
    {file.name && <p className="office-spaced"><span>{file.name}</span>{file.submitNo !== null && <span className="grey-2">{t.intake.submit(file.submitNo)}</span>}</p>}
    {file.unit && <p className="verify-quiet office-spaced"><span>{file.unit}</span>{file.receipt && <span>{t.intake.receipt(file.receipt)}</span>}</p>}
  </header>
)

const Findings = ({ file }: { file: IntakeDetail }) => {
  const errors = file.findings.filter((one) => one.severity === 'error').length
  if (file.findings.length === 0) return null
  return (
    <section className="verify-part">
      <h3>{t.intake.findings(errors, file.findings.length - errors)}</h3>
      <ul className="intake-findings">{file.findings.slice(0, FINDINGS).map((one, at) => <li key={at}><Mark name={one.severity === 'error' ? 'stop' : one.explained ? 'explained' : 'verify'} /><span>{one.detail} <span className="grey small">{one.rule}{one.severity === 'warning' && `　${one.explained ? t.intake.explained : t.intake.unexplained}`}</span></span></li>)}</ul>
      {file.findings.length > FINDINGS && <p className="verify-quiet">{t.intake.moreFindings(file.findings.length - FINDINGS)}</p>}
    </section>
  )
}

const Mismatches = ({ file }: { file: IntakeDetail }) => file.mismatches.length > 0 && (
  <section className="verify-part" data-mismatches={file.mismatches.length}>
    <h3>{t.intake.mismatches(file.mismatches.length)}</h3>
    <ul className="intake-findings">{file.mismatches.slice(0, FINDINGS).map((one, at) => <li key={at}><span className="grey-2">{t.intake.mismatchKinds[one.kind]}</span><span>{one.what}　{t.intake.mismatch(one.claimed, one.found)}</span></li>)}</ul>
  </section>
)

/** The chosen file: why, what to do, every changed cell, who signed, and what a person may do with it. */
export const FileDetail = ({ file }: { file: IntakeDetail }) => (
  <>
    <Head file={file} />
    <section className="verify-part"><h3>{t.intake.why}</h3><p data-why>{file.why || t.verify.lines[file.verdict]}</p></section>
    <section className="verify-part"><h3>{t.intake.todo}</h3><p data-todo>{file.todo || t.verify.todos[file.verdict]}</p><FileActs file={file} /></section>
    {file.changes.length > 0 && <ChangedCells changed={file.changes} pack={file.pack} />}
    <Mismatches file={file} />
    <Findings file={file} />
    {file.signer && <KeyPart file={file} signer={file.signer} />}
  </>
)
