import { Popover } from 'antd'
import { useState } from 'react'
import { isDate } from '../../grid/dates.ts'
import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { t } from '../../text/texts.ts'
import { DateField } from '../../ui/DateField.tsx'

/** 业务日期 of the open unit; settable when its pack is a sample. */
export const BusinessDate = () => {
  const view = useFiling((s) => s.view)
  const state = useApp((s) => s.state)
  const [open, setOpen] = useState(false)
  const unit = state?.units.find((u) => u.unit === view?.unit.unit) ?? state?.units[0]
  const pack = state?.packs.find((p) => p.id === unit?.filings[0]?.pack)
  if (!unit || !pack?.sample) return null
  const change = async (day: string): Promise<void> => {
    if (!isDate(day)) return
    setOpen(false)
    await useApp.getState().setToday(unit.unit, day)
    if (view) await useFiling.getState().open(view.filing)
  }
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} title={t.status.today} content={<DateField value={unit.today} label={t.status.today} commit={(day) => void change(day)} />}>
      <button type="button" className="status-button">{t.status.today} {unit.today}</button>
    </Popover>
  )
}
