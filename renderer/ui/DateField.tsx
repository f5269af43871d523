import { useEffect, useRef } from 'react'
import { isDate, tidyDate } from '../grid/dates.ts'

interface Props { readonly value: string; readonly label: string; readonly id?: string; readonly invalid?: boolean; readonly commit: (day: string) => void }

/** A date typed as text; 20270308 becomes 2027-03-08 when the field is left. */
export const DateField = ({ value, label, id, invalid = false, commit }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value
  }, [value])
  const leave = (): void => {
    const day = tidyDate(input.current?.value ?? '')
    if (input.current) input.current.value = day
    if (day !== value) commit(day)
  }
  return (
    <input
      ref={input} id={id} className="field" aria-label={label} aria-invalid={invalid} defaultValue={value} maxLength={20} placeholder="2027-03-08" data-bad={!isDate(value)}
      onBlur={leave} onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && leave()}
    />
  )
}
