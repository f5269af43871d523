import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { About } from '../../../core/contract/about.ts'
import { installWords } from '../../../core/text/install.ts'
import { useIsOffice } from '../office/role.ts'
import { useInstall } from '../../store/install.ts'
import { useNav } from '../../store/nav.ts'
import { call, dialog } from '../../api.ts'
import { language, say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import type { IconName } from '../../ui/icons/paths.ts'
import { Mark } from '../../ui/Mark.tsx'
import { aboutText, factsOf } from './aboutText.ts'
import { PacksPart, UpdatePart } from './CarriedPart.tsx'
import { Licences } from './Licences.tsx'
import { PolicyPart } from './PolicyPart.tsx'

const Part = ({ title, children }: { title: string; children: ReactNode }) => <section className="panel about-part" aria-label={title}><h2>{title}</h2>{children}</section>

const icons: Readonly<Partial<Record<About['check']['state'], IconName>>> = { sound: 'done', unsigned: 'verify', differs: 'stop', forged: 'stop', unlisted: 'stop' }

const CheckPart = ({ check }: { check: About['check'] }) => {
  const words = installWords[language]
  const icon = icons[check.state]
  const busy = check.state === 'running' || check.state === 'waiting'
  const files = 'files' in check && check.files > 0 ? t.about.files(check.files) : ''
  return (
    <Part title={t.about.check}>
      <p data-check={check.state} aria-live="polite">{icon ? <Mark name={icon}>{words.state[check.state]}{files}</Mark> : words.state[check.state]}</p>
      {'differing' in check && check.differing.length > 0 && <ul className="about-list">{check.differing.slice(0, 50).map((one) => <li key={one.path}>{words.what[one.what]}　<code>{one.path}</code></li>)}</ul>}
      <button type="button" className="btn" disabled={busy} onClick={() => void useInstall.getState().again()} data-check-again>{t.about.again}</button>
    </Part>
  )
}

const Support = () => {
  const [said, setSaid] = useState<ReactNode>(null)
  const write = async (): Promise<void> => {
    const [path] = await dialog('dialog.save', { title: t.about.diagnostics, name: t.about.diagnosticsName })
    if (!path) return
    const answer = await call('about.diagnostics', { path })
    setSaid(answer.ok ? <Mark name="done">{t.about.written(answer.value.path)}</Mark> : <Mark name="stop">{say(answer.problem)}</Mark>)
  }
  return (
    <Part title={t.about.support}>
      <p className="grey">{t.about.diagnosticsLine}</p>
      <button type="button" className="btn" onClick={() => void write()} data-diagnostics>{t.about.diagnostics}</button>
      <p role="status">{said}</p>
    </Part>
  )
}

const Facts = ({ about }: { about: About }) => {
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(aboutText(about))
    setCopied(true)
  }
  return (
    <Part title={t.about.program}>
      <dl className="office-facts about-facts">{factsOf(about).map(([name, words]) => <div key={name}><dt>{name}</dt><dd>{words}</dd></div>)}</dl>
      <div className="ledger-acts about-acts"><button type="button" className="btn" onClick={() => void copy()} data-copy-about><Icon name="copy" />{t.about.copy}</button><span role="status">{copied && <Mark name="done">{t.about.copied}</Mark>}</span><Licences /></div>
    </Part>
  )
}

/** 关于: what runs here, by whose signature, under which policy. */
export const AboutScreen = () => {
  const { about, problem } = useInstall()
  const office = useIsOffice()
  useEffect(() => void useInstall.getState().load(), [])
  return (
    <main className="safety about">
      <header className="safety-head"><h1>{t.about.title}</h1><span className="grow" /><button type="button" className="link" onClick={() => useNav.getState().go(office ? 'office' : 'home')} data-link="home">{t.about.back}</button></header>
      <div className="about-body" data-region="form">
        {!about && (problem ? <p role="alert"><Mark name="stop">{say(problem)}</Mark></p> : <p aria-busy="true">{t.loading}</p>)}
        {about && <div className="about-columns"><div><Facts about={about} /><CheckPart check={about.check} /></div><div><PacksPart /><UpdatePart /><PolicyPart /><Support /></div></div>}
      </div>
    </main>
  )
}
