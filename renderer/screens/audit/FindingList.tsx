import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Finding } from '../../../core/audit/finding.ts'
import type { FilingView } from '../../../core/contract.ts'
import { findingKey, kindOf } from '../../grid/marks.ts'
import { codeOf } from '../../store/catalog.ts'
import { useNav } from '../../store/nav.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { lineWords } from './lineWords.ts'
import type { Bundle } from './order.ts'

interface LineProps { readonly finding: Finding; readonly chosen: boolean; readonly view: FilingView }

const Line = ({ finding, chosen, view }: LineProps) => {
  const kind = kindOf(finding)
  const { title, fact, row } = lineWords(view, finding)
  return (
    <li>
      <button type="button" className={`audit-line k-${kind}`} aria-current={chosen ? 'true' : undefined} tabIndex={chosen ? 0 : -1} data-finding={finding.rule} onClick={() => useNav.getState().openFinding(findingKey(finding))}>
        <Mark name={kind} />
        <span className="audit-code">{codeOf(view.pack, finding.cells[0]?.item ?? '') || finding.rule}</span>
        <span className="audit-title">{title}</span>
        <span className="audit-fact">{fact}{row && <span className="audit-row">{row}</span>}</span>
      </button>
    </li>
  )
}

const onKeys = (flat: readonly Finding[], chosen: Finding) => (event: KeyboardEvent): void => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by !== undefined) {
    event.preventDefault()
    const next = flat[flat.indexOf(chosen) + by]
    if (next) useNav.getState().openFinding(findingKey(next))
  }
  if (event.key === 'Enter') {
    event.preventDefault()
    const within = document.querySelector('.audit-detail')
    within?.querySelector<HTMLElement>('textarea, .detail-foot .btn')?.focus()
  }
}

/** The findings, one line each, under foldable headings; arrows choose, Enter goes to the explanation. */
export const FindingList = ({ bundles, chosen, view }: { bundles: readonly Bundle[]; chosen: Finding; view: FilingView }) => {
  const [folded, setFolded] = useState<readonly string[]>([])
  const box = useRef<HTMLDivElement>(null)
  const flat = bundles.filter((b) => !folded.includes(b.key)).flatMap((b) => b.findings)
  const key = findingKey(chosen)
  useEffect(() => box.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const line = box.current?.querySelector<HTMLElement>('[aria-current]')
    line?.scrollIntoView({ block: 'nearest' })
    if (box.current?.contains(document.activeElement)) line?.focus()
  }, [key])
  return (
    <div className="audit-list panel" ref={box} onKeyDown={onKeys(flat, chosen)}>
      {bundles.map((bundle) => (
        <section key={bundle.key} aria-label={bundle.title}>
          <button type="button" className={`audit-bundle b-${bundle.icon}`} aria-expanded={!folded.includes(bundle.key)} onClick={() => setFolded((old) => (old.includes(bundle.key) ? old.filter((k) => k !== bundle.key) : [...old, bundle.key]))}>
            <Mark name={bundle.icon}><b>{bundle.title}</b></Mark>
            <span className="grow">{bundle.sub}</span>
            <Icon name={folded.includes(bundle.key) ? 'right' : 'down'} />
          </button>
          {!folded.includes(bundle.key) && <ul>{bundle.findings.map((finding) => <Line key={findingKey(finding)} finding={finding} chosen={findingKey(finding) === key} view={view} />)}</ul>}
        </section>
      ))}
    </div>
  )
}
