import { useEffect } from 'react'
import { useApp } from '../../store/app.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import type { IconName } from '../../ui/icons/paths.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Backups } from './Backups.tsx'
import { Bin } from './Bin.tsx'
import { Handover } from './Handover.tsx'
import { History } from './History.tsx'
import { Notices } from './Notices.tsx'
import { sections, useSafety } from './safety.ts'
import type { Section } from './safety.ts'

const icons: Readonly<Record<Section, IconName>> = { backups: 'history', bin: 'trash', handover: 'swap', history: 'table' }
const bodies: Readonly<Record<Section, () => React.ReactNode>> = { backups: () => <Backups />, bin: () => <Bin />, handover: () => <Handover />, history: () => <History /> }

const Parts = () => {
  const section = useSafety((s) => s.section)
  const bin = useSafety((s) => s.bin?.length ?? 0)
  return (
    <nav className="safety-parts" aria-label={t.safety.sections} data-region="tree">
      {sections.map((one) => (
        <button key={one} type="button" className="safety-part" aria-current={one === section ? 'true' : undefined} onClick={() => useSafety.getState().show(one)} data-section={one}>
          <Icon name={icons[one]} /><span className="grow">{t.safety.section[one]}</span>{one === 'bin' && bin > 0 && <span className="grey">{bin}</span>}
        </button>
      ))}
    </nav>
  )
}

/** What was just done, or why not; its place is kept free above the content. */
const Said = () => {
  const problem = useSafety((s) => s.problem)
  const done = useSafety((s) => s.done)
  const busy = useSafety((s) => s.busy)
  return (
    <div className="safety-said" aria-live="polite" data-said={problem ? 'problem' : done ? 'done' : ''}>
      {problem && <Mark name="stop">{say(problem)}</Mark>}
      {!problem && done && <Mark name="done">{done}</Mark>}
      {!problem && !done && busy && <span className="grey">{t.safety.working}</span>}
    </div>
  )
}

/** 数据安全: backups, recycle bin, handing over, the record of changes. */
export const SafetyScreen = () => {
  const section = useSafety((s) => s.section)
  const samples = useApp((s) => s.state?.which === 'samples')
  useEffect(() => {
    useSafety.getState().say(null)
    void useSafety.getState().load()
  }, [samples])
  return (
    <main className="safety">
      <header className="safety-head"><h1>{t.safety.title}</h1><span className="safety-sub">{t.safety.sub}</span><span className="grow" /><Said /></header>
      <Notices all />
      <div className="safety-body">
        <Parts />
        {samples && section !== 'history' ? <section className="panel safety-empty"><p>{t.safety.samples}</p></section> : bodies[section]()}
      </div>
    </main>
  )
}
