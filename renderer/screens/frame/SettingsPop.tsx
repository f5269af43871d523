import { Popover, Select } from 'antd'
import { takeRole, useIsOffice } from '../office/role.ts'
import type { PolicyField } from '../../../core/policy/schema.ts'
import { useApp, useSettings } from '../../store/app.ts'
import { useNav } from '../../store/nav.ts'
import { usePolicy } from '../../store/policy.ts'
import { Governed } from './Governed.tsx'
import type { Settings } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'

const zooms = [80, 90, 100, 110, 125, 150, 175, 200]

interface LineProps<V extends string> { readonly field?: PolicyField; readonly label: string; readonly value: V; readonly words: Readonly<Record<V, string>>; readonly set: (value: V) => void }
const Line = <V extends string>({ field, label, value, words, set }: LineProps<V>) => {
  const governing = usePolicy().from
  const fixed = field !== undefined && governing[field] !== undefined
  return (
    <div className="settings-line">
      <span>{label}{field && <> <Governed field={field} /></>}</span>
      <span className="seg" role="group" aria-label={label}>
        {(Object.keys(words) as V[]).map((key) => (
          <button key={key} type="button" aria-pressed={key === value} disabled={fixed} onClick={() => set(key)}>{words[key]}</button>
        ))}
      </span>
    </div>
  )
}

const Panel = () => {
  const settings = useSettings()
  const office = useIsOffice()
  const set = (patch: Partial<Settings>) => void useApp.getState().change(patch)
  return (
    <section className="settings" aria-label={t.status.settings}>
      <Line field="theme" label={t.status.theme} value={settings.theme} words={t.status.themeWords} set={(theme) => set({ theme })} />
      <Line label={t.status.density} value={settings.density} words={t.status.densityWords} set={(density) => set({ density })} />
      <Line label={t.status.letters} value={settings.letters} words={t.status.lettersWords} set={(letters) => set({ letters })} />
      {!office && <Line field="enter" label={t.status.enter} value={settings.enter} words={t.status.enterWords} set={(enter) => set({ enter })} />}
      <div className="settings-line">
        <span>{t.status.zoom}</span>
        <Select size="small" aria-label={t.status.zoom} value={settings.zoom} style={{ width: 96 }} options={zooms.map((value) => ({ value, label: `${value}%` }))} onChange={(zoom) => set({ zoom })} />
      </div>
      <Line field="language" label={t.help.language} value={settings.language} words={{ zh: '中文', en: 'English' }} set={(language) => set({ language })} />
      <Line field="role" label={t.office.role} value={settings.role} words={t.office.roles} set={(role) => void takeRole(role)} />
      <label className="settings-line">
        <span>{t.status.name}</span>
        <input className="field" style={{ width: 160, height: 28 }} maxLength={30} defaultValue={settings.userName} onBlur={(event) => event.target.value !== settings.userName && set({ userName: event.target.value })} />
      </label>
      <div className="settings-line"><button type="button" className="link" onClick={() => useNav.getState().go('about')} data-link="about">{t.about.open}</button></div>
    </section>
  )
}

/** Enter direction, row height and zoom in the status bar; a press opens all display settings. */
export const SettingsPop = ({ zoom }: { zoom: number }) => {
  const { enter, density } = useSettings()
  const office = useIsOffice()
  return (
    <Popover trigger="click" placement="topRight" content={<Panel />}>
      <button type="button" className="status-button" title={t.status.settings} data-settings>
        {!office && <><span>{t.status.enter} {t.status.enterWords[enter]}</span><span>{t.status.density} {t.status.densityWords[density]}</span></>}
        <span>{zoom}%</span>
        <Icon name="up" size={12} />
      </button>
    </Popover>
  )
}
