import { useEffect } from 'react'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Mark } from '../../ui/Mark.tsx'
import { LostList } from './LostList.tsx'
import { Proposals } from './Proposals.tsx'
import { changing, parts, usePriors } from './priors.ts'
import type { PriorPart } from './priors.ts'
import { Sources } from './Sources.tsx'
import { TypedSheet } from './TypedSheet.tsx'

const p = t.prior
const bodies: Readonly<Record<PriorPart, () => React.ReactNode>> = { proposals: () => <Proposals />, typed: () => <TypedSheet />, lost: () => <LostList /> }

const Said = () => {
  const problem = usePriors((s) => s.problem)
  const done = usePriors((s) => s.done)
  const doubtful = usePriors((s) => s.doubtful)
  return (
    <div className="safety-said" aria-live="polite" data-said={problem ? 'problem' : done !== null ? 'done' : ''}>
      {problem && <Mark name="stop"><span>{say(problem)}{doubtful && <> <button type="button" className="link under" onClick={() => void usePriors.getState().read(doubtful)}>{p.meantIt}</button></>}</span></Mark>}
      {!problem && done !== null && <Mark name="done">{p.took(done)}</Mark>}
    </div>
  )
}

const Parts = () => {
  const part = usePriors((s) => s.part)
  const counts = { proposals: changing(usePriors((s) => s.proposals)).length, typed: 0, lost: usePriors((s) => s.look?.lost.length ?? 0) }
  return (
    <div className="seg" role="group" aria-label={p.parts}>
      {parts.map((one) => <button key={one} type="button" aria-pressed={one === part} onClick={() => usePriors.getState().show(one)} data-prior-part={one}>{p.part[one]}{counts[one] > 0 && ` ${counts[one]}`}</button>)}
    </div>
  )
}

/** 带入上年: the source of last year's figures, what of them to take over, the typed sheet, what could not be carried. */
export const PriorScreen = () => {
  const view = useFiling((s) => s.view)
  const part = usePriors((s) => s.part)
  const filing = view?.filing
  useEffect(() => {
    usePriors.setState({ part: 'proposals', look: null, proposals: null, problem: null, done: null, verification: null, doubtful: null })
    void usePriors.getState().load()
  }, [filing])
  // Undo goes over the typed sheet too: what is listed of the sources follows.
  const prior = view?.prior
  useEffect(() => {
    if (usePriors.getState().look !== null && !usePriors.getState().busy) void usePriors.getState().load()
  }, [prior])
  if (!view) return null
  return (
    <main className="safety">
      <header className="safety-head"><h1>{p.title}</h1><span className="safety-sub">{p.sub(view.unit.name, view.pack.year)}</span><span className="grow" /><Said /></header>
      <div className="prior-body">
        <Sources />
        <section className="panel safety-list" aria-label={p.part[part]} data-region="form">
          <div className="safety-bar"><Parts /><span className="grow" /><button type="button" className="link" onClick={() => useNav.getState().go('import')}>{p.goImport}</button><button type="button" className="link" onClick={() => useNav.getState().go('entry')}>{p.goEntry}</button></div>
          {bodies[part]()}
        </section>
      </div>
    </main>
  )
}
