import { useState } from 'react'
import type { AppState } from '../../../core/contract.ts'
import { shortTime } from '../../grid/dates.ts'
import { useApp } from '../../store/app.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Notices } from '../safety/Notices.tsx'
import { AddUnit } from './AddUnit.tsx'
import { FirstStart } from './FirstStart.tsx'
import { newestPack } from './newestPack.ts'
import { QuietLinks } from './QuietLinks.tsx'
import { NextPanel } from './NextPanel.tsx'
import { SafetyLinks } from './SafetyLinks.tsx'
import { UnitPanel } from './UnitPanel.tsx'

const Foot = ({ state, add }: { state: AppState; add: () => void }) => (
  <div className="home-foot">
    {state.which === 'own' && <button type="button" className="link" onClick={add}><Icon name="plus" />{t.home.moreUnit}</button>}
    {state.which === 'own' && <QuietLinks />}
    <span className="grow" />
    {state.backup && <Mark name="done"><span className="home-backup">{t.home.backup(shortTime(state.backup, new Date(), t.today))}</span></Mark>}
    {state.which === 'own' && <SafetyLinks />}
  </div>
)

const Trouble = () => {
  const problem = useApp((s) => s.problem)
  return problem && <p className="panel home-trouble" role="alert"><Mark name="stop">{say(problem)}</Mark></p>
}

/** 首页: where things stand, and the one next step. */
export const HomeScreen = () => {
  const state = useApp((s) => s.state)
  const [adding, setAdding] = useState(false)
  if (!state) return null
  const pack = newestPack(state.packs)
  const dialog = pack && <AddUnit open={adding} pack={pack} packs={state.packs} close={() => setAdding(false)} />
  if (state.units.length === 0) return <>{pack && <FirstStart pack={pack} add={() => setAdding(true)} />}{dialog}</>
  return (
    <main className="home" data-region="form">
      <Trouble />
      <Notices />
      <NextPanel units={state.units} />
      {state.units.map((unit, at) => <UnitPanel key={unit.unit} unit={unit} packs={state.packs} heads={at === 0} />)}
      <Foot state={state} add={() => setAdding(true)} />
      {dialog}
    </main>
  )
}
