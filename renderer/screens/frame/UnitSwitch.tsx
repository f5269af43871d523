import { Dropdown } from 'antd'
import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'

/** Opens a filing and its form in the entry screen, the caret still nowhere. */
export const openFiling = async (filing: number): Promise<boolean> => {
  const same = useFiling.getState().view?.filing === filing
  const ok = await useFiling.getState().open(filing)
  if (ok && !same) {
    useFocus.getState().clear()
    const first = useFiling.getState().view?.forms.find((form) => form.applies)
    useNav.getState().setForm(first?.form ?? '')
  }
  return ok
}

/** Which unit and year is open; a menu of the others. */
export const UnitSwitch = () => {
  const units = useApp((s) => s.state?.units ?? [])
  const view = useFiling((s) => s.view)
  if (!view) return null
  const year = view.pack.year
  const items = units.map((unit) => ({
    key: `u${unit.unit}`,
    type: 'group' as const,
    label: unit.name,
    children: unit.filings.map((f) => ({ key: String(f.filing), label: `${t.bar.year(f.year)}　${t.state[f.state]}` })),
  }))
  return (
    <Dropdown menu={{ items, selectedKeys: [String(view.filing)], onClick: ({ key }) => void openFiling(Number(key)) }} trigger={['click']}>
      <button type="button" className="unit-switch" title={view.data.values['org_name'] || view.unit.name} aria-label={`${t.bar.unitAndYear}：${view.unit.name} ${t.bar.year(year)}`}>
        <span className="unit-name">{view.data.values['org_name'] || view.unit.name}</span>
        <span className="unit-year">{t.bar.year(year)}</span>
        <Icon name="down" />
      </button>
    </Dropdown>
  )
}
