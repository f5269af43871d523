import { useEffect, useState } from 'react'
import type { Answer } from '../../../core/contract.ts'
import { call } from '../../api.ts'
import { useLedgerKey } from '../../store/ledger.ts'
import { say, t } from '../../text/texts.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { riskClasses } from '../office/unitNames.ts'
import { useCtrlEnter } from '../seal/useCtrlEnter.ts'
import { newSeed, useSampling } from './sampling.ts'

type Look = Answer<'register.look'>
const strata = ['none', 'region', 'risk', 'group'] as const

const Weights = ({ classes }: { classes: readonly string[] }) => {
  const weights = useSampling((s) => s.settings.weights) ?? {}
  const { set } = useSampling.getState()
  return (
    <fieldset className="sample-weights">
      <legend>{t.sampling.weights}</legend>
      <div className="sample-classes">{classes.map((name) => <label key={name}><span>{name}</span><input className="field" type="number" min={0} max={1000} value={weights[name] ?? 1} onChange={(event) => set({ weights: { ...weights, [name]: Math.max(0, Math.min(1000, Math.round(Number(event.target.value)) || 0)) } })} data-weight={name} /></label>)}</div>
      <p className="grey small">{t.sampling.weightsHint} {t.sampling.noRisk}</p>
    </fieldset>
  )
}

const Choice = ({ id, label, value, options, all, change }: { id: string; label: string; value: string; options: readonly (readonly [string, string])[]; all: string; change: (value: string) => void }) => (
  <div className="office-field"><label htmlFor={id}>{label}</label><select id={id} className="field" value={value} onChange={(event) => change(event.target.value)}><option value="">{all}</option>{options.map(([key, words]) => <option key={key} value={key}>{words}</option>)}</select></div>
)

/** How many, by which strata and weights, with which seed. */
export const DrawSettings = () => {
  const { settings, busy, problem, set, draw } = useSampling()
  const ledger = useLedgerKey()
  const [sides, setSides] = useState<Pick<Look, 'regions' | 'groups'>>({ regions: [], groups: [] })
  const [classes, setClasses] = useState<readonly string[]>([])
  useEffect(() => {
    let live = true
    void call('register.look', { search: '', region: '', group: '', state: 'all', offset: 0, limit: 1 }).then((answer) => { if (live && answer.ok) setSides(answer.value) })
    void riskClasses(ledger).then((found) => { if (live) setClasses(found) })
    return () => {
      live = false
    }
  }, [ledger])
  const ready = settings.count > 0 && settings.seed.trim() !== '' && !busy
  useCtrlEnter(ready ? () => void draw() : null)
  return (
    <section className="panel safety-list" aria-label={t.sampling.settings} data-region="form">
      <form className="safety-scroll office-form" onSubmit={(event) => { event.preventDefault(); if (ready) void draw() }}>
        <div className="office-field"><label htmlFor="sample-count">{t.sampling.count}</label><input id="sample-count" className="field" type="number" min={1} max={100000} value={settings.count} onChange={(event) => set({ count: Math.max(0, Math.round(Number(event.target.value)) || 0) })} data-sample-count /></div>
        <div className="office-field"><span id="sample-strata" className="grey-2">{t.sampling.strata}</span><span className="seg" role="group" aria-labelledby="sample-strata">{strata.map((one) => <button key={one} type="button" aria-pressed={settings.strata === one} onClick={() => set({ strata: one })} data-strata={one}>{t.sampling.stratas[one]}</button>)}</span></div>
        <Choice id="sample-region" label={t.sampling.region} value={settings.region ?? ''} all={t.register.allRegions} options={sides.regions.map((one) => [one.code, one.name || one.code] as const)} change={(region) => set({ region })} />
        {sides.groups.length > 0 && <Choice id="sample-group" label={t.sampling.group} value={settings.group ?? ''} all={t.register.allGroups} options={sides.groups.map((one) => [one, one] as const)} change={(group) => set({ group })} />}
        {classes.length > 0 && <Weights classes={classes} />}
        <div className="office-field"><label htmlFor="sample-seed">{t.sampling.seed}</label><span className="sample-seed"><input id="sample-seed" className="field" value={settings.seed} maxLength={64} autoComplete="off" spellCheck={false} aria-describedby="sample-seed-hint" onChange={(event) => set({ seed: event.target.value })} data-sample-seed /><button type="button" className="btn small-btn" onClick={() => set({ seed: newSeed() })}>{t.sampling.newSeed}</button></span></div>
        <p className="grey small" id="sample-seed-hint">{t.sampling.seedHint}</p>
        <div className="office-field"><label htmlFor="sample-reason">{t.sampling.reason}</label><input id="sample-reason" className="field" value={settings.reason} maxLength={500} onChange={(event) => set({ reason: event.target.value })} /></div>
        {problem && <p role="alert" data-problem={problem.code}><Mark name="stop">{say(problem)}</Mark></p>}
        <button type="submit" className="btn solid sample-go" disabled={!ready} data-sample-draw>{ready || busy ? t.sampling.draw(settings.count) : t.sampling.lack}<Kbd>Ctrl Enter</Kbd></button>
      </form>
    </section>
  )
}
