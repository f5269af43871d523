import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Finding } from '../../../core/audit/finding.ts'
import type { Pack } from '../../../core/pack/schema.ts'
import { findingKey, kindOf } from '../../grid/marks.ts'
import { codeOf } from '../../store/catalog.ts'
import { useNav } from '../../store/nav.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import type { Bundle } from './order.ts'

const Line = ({ finding, chosen, pack }: { finding: Finding; chosen: boolean; pack: Pack }) => {
  const kind = kindOf(finding)
  return (
    <li>
      <button type="button" className={`audit-line k-${kind}`} aria-current={chosen ? 'true' : undefined} tabIndex={chosen ? 0 : -1} data-finding={finding.rule} onClick={() => useNav.getState().openFinding(findingKey(finding))}>
        <Mark name={kind} />
        <span className="audit-code">{codeOf(pack, finding.cells[0]?.item ?? '') || finding.rule}</span>
        <span className="audit-title">{finding.title}</span>
        <span className="audit-fact">{finding.fact}</span>
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
    document.querySelector<HTMLElement>('.audit-detail textarea, .audit-detail .btn')?.focus()
  }
}

/** The findings, one line each, under foldable headings; arrows choose, Enter goes to the explanation. */
export const FindingList = ({ bundles, chosen, pack }: { bundles: readonly Bundle[]; chosen: Finding; pack: Pack }) => {
  const [folded, setFolded] = useState<readonly string[]>([])
  const box = useRef<HTMLDivElement>(null)
  const flat = bundles.filter((b) => !folded.includes(b.key)).flatMap((b) => b.findings)
  const key = findingKey(chosen)
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
          {!folded.includes(bundle.key) && <ul>{bundle.findings.map((finding) => <Line key={findingKey(finding)} finding={finding} chosen={findingKey(finding) === key} pack={pack} />)}</ul>}
        </section>
      ))}
    </div>
  )
}
