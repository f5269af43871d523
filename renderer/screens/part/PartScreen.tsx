import { useEffect } from 'react'
import { dialog } from '../../api.ts'
import { useFiling } from '../../store/filing.ts'
import { useNav } from '../../store/nav.ts'
import { isReadOnly } from '../../store/readOnly.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { GiveCard } from './GiveCard.tsx'
import { beginParts, lookAtReturned, openPart, useParts } from './parting.ts'
import { PartList } from './PartList.tsx'
import { Returned } from './Returned.tsx'

const p = t.part

const Said = () => {
  const { problem, done, written } = useParts()
  return (
    <div className="safety-said" aria-live="polite" data-said={problem ? 'problem' : done !== null ? 'done' : ''}>
      {problem && <Mark name="stop"><span>{say(problem)}</span></Mark>}
      {!problem && done !== null && <Mark name="done"><span>{done}{written && <> <button type="button" className="link under" onClick={() => void dialog('shell.show', { path: written })}>{p.show}</button></>}</span></Mark>}
    </div>
  )
}

const OpenCard = ({ solid }: { solid: boolean }) => {
  const busy = useParts((s) => s.busy)
  return (
    <section className="part-card" aria-labelledby="part-open">
      <h2 id="part-open">{p.open}</h2>
      <p className="safety-extra">{p.openLine}</p>
      <div className="part-acts"><button type="button" className={solid ? 'btn solid' : 'btn'} disabled={busy} onClick={() => void openPart()} data-part-open><Icon name="file" />{p.openDo}</button></div>
    </section>
  )
}

/** 分工: forms for others to fill go out, those from others come in, and what comes back is merged. */
export const PartScreen = () => {
  const view = useFiling((s) => s.view)
  const returned = useParts((s) => s.returned)
  const busy = useParts((s) => s.busy)
  const forOthers = useParts((s) => s.parts.some((part) => part.side === 'in'))
  const readOnly = view !== null && isReadOnly(view.state)
  useEffect(() => {
    void beginParts()
  }, [view?.filing])
  return (
    <main className="safety">
      <header className="safety-head"><h1>{p.title}</h1><span className="safety-sub">{view ? p.sub(view.unit.name, view.pack.year) : p.subNone}</span><span className="grow" /><Said /></header>
      <div className="prior-body">
        <div className="panel part-side" tabIndex={0} role="region" aria-label={p.title}>
          <PartList />
          {view && !readOnly && <GiveCard view={view} solid={!returned && !forOthers} />}
          <OpenCard solid={(!view || readOnly) && !forOthers} />
        </div>
        <section className="panel safety-list" aria-label={p.see} data-region="form">
          {view && returned ? <Returned view={view} preview={returned.preview} /> : (
            <div className="part-empty">
              <p>{readOnly ? p.readOnly : view ? p.seeLine : p.openLine}</p>
              {view && !readOnly && <button type="button" className="btn" disabled={busy} onClick={() => void lookAtReturned()} data-part-look>{p.seeDo}</button>}
              {view && <button type="button" className="link" onClick={() => useNav.getState().go('entry')}>{p.goFill}</button>}
            </div>
          )}
        </section>
      </div>
    </main>
  )
}
