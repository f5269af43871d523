import { Dropdown, Select } from 'antd'
import { useState } from 'react'
import type { TableScope } from '../../../core/contract/regulator/tables.ts'
import { call, dialog } from '../../api.ts'
import { useSettings } from '../../store/app.ts'
import { useLedger } from '../../store/ledger.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { useTables, useYears } from './tables.ts'

interface Choice<K extends string | number> { readonly key: K; readonly words: string }

/** A few choices side by side. */
export const Seg = <K extends string | number>({ label, choices, chosen, choose }: { label: string; choices: readonly Choice<K>[]; chosen: K; choose: (key: K) => void }) => (
  <div className="seg" role="group" aria-label={label}>{choices.map(({ key, words }) => <button key={key} type="button" aria-pressed={key === chosen} onClick={() => choose(key)} data-choice={String(key)}>{words}</button>)}</div>
)

const Switches = () => {
  const { list, table, scope } = useTables()
  const switches = list.find((one) => one.id === table)?.switches ?? []
  const set = (key: string, option: string): void => useTables.getState().rescope({ switches: { ...scope.switches, [key]: option } })
  return switches.map((one) => one.options.length <= 2
    ? <Seg key={one.key} label={one.label} choices={one.options.map(({ key, label }) => ({ key, words: label }))} chosen={scope.switches[one.key] ?? one.default} choose={(option) => set(one.key, option)} />
    : <Select key={one.key} size="middle" aria-label={one.label} value={scope.switches[one.key] ?? one.default} popupMatchSelectWidth={false} onChange={(option) => set(one.key, option)} options={one.options.map(({ key, label }) => ({ value: key, label }))} />)
}

const formats = ['xlsx', 'csv', 'data'] as const

const exportTo = async (format: (typeof formats)[number], all: boolean, start: string): Promise<string | null> => {
  const [folder] = await dialog('dialog.folder', { title: t.tables.folder, start: start || null })
  if (!folder) return null
  const { list, table, scope } = useTables.getState()
  const answer = await call('tables.export', { tables: all ? list.map((one) => one.id) : [table], scope: { ...scope, switches: all ? {} : scope.switches }, format, folder })
  if (!answer.ok) useLedger.getState().say(null, answer.problem)
  return answer.ok ? t.tables.exported(answer.value.files.length, folder) : null
}

const Export = () => {
  const { exportFolder } = useSettings()
  const [state, say] = useState<string | null>(null)
  const run = async (key: string): Promise<void> => {
    const [format, all] = key.split('.') as [(typeof formats)[number], string]
    say(t.tables.exporting)
    say(await exportTo(format, all === 'all', exportFolder))
  }
  const items = [...formats.map((one) => ({ key: `${one}.one`, label: `${t.tables.export} ${t.tables.formats[one]}` })), { type: 'divider' as const }, ...formats.map((one) => ({ key: `${one}.all`, label: `${t.tables.exportAll} ${t.tables.formats[one]}` }))]
  return (
    <>
      {state && <span role="status" className="tables-said" data-exported>{state}</span>}
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void run(key) }}>
        <button type="button" className="btn" data-export><Icon name="table" />{t.tables.export}<Icon name="down" size={12} /></button>
      </Dropdown>
    </>
  )
}

const Where = ({ scope }: { scope: TableScope }) => {
  const years = useYears()
  const ledgerYear = useLedger((s) => s.state?.year ?? 0)
  const { rescope } = useTables.getState()
  return (
    <>
      {years.length > 1 && <Seg label={t.tables.years} choices={years.map((year) => ({ key: year, words: t.tables.year(year) }))} chosen={scope.year ?? ledgerYear} choose={(year) => rescope({ year })} />}
      <Select aria-label={t.tables.basis} value={scope.basis} popupMatchSelectWidth={false} onChange={(basis) => rescope({ basis })} options={(['accepted', 'received'] as const).map((key) => ({ value: key, label: t.tables.bases[key] }))} />
      <Select aria-label={t.tables.level} value={scope.level} popupMatchSelectWidth={false} onChange={(level) => rescope({ level })} options={(['all', '1', '2', '3'] as const).map((key) => ({ value: key, label: t.tables.levels[key] }))} />
    </>
  )
}

/** Edition, year, basis, the table's own choices; inputs and export at the right. */
export const Tools = () => {
  const scope = useTables((s) => s.scope)
  const view = useTables((s) => s.view)
  const charts = useTables((s) => (s.result?.charts.length ?? 0) > 0)
  const { rescope, show, openInputs } = useTables.getState()
  return (
    <div className="tables-tools" role="toolbar" aria-label={t.tables.switches}>
      <Seg label={t.tables.edition} choices={(['internal', 'public'] as const).map((key) => ({ key, words: t.tables.editions[key] }))} chosen={scope.edition} choose={(edition) => rescope({ edition })} />
      <Where scope={scope} />
      <Switches />
      {charts && <Seg label={t.tables.charts} choices={[{ key: 'table', words: t.tables.tableView }, { key: 'charts', words: t.tables.charts }]} chosen={view} choose={show} />}
      <span className="tables-right">
        <button type="button" className="btn" onClick={() => void openInputs()} data-inputs>{t.tables.inputs}</button>
        <Export />
      </span>
    </div>
  )
}
