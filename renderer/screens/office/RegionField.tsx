import { Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { call } from '../../api.ts'
import { matchOptions } from '../../grid/match.ts'
import type { Option } from '../../grid/match.ts'
import { useInitials } from '../../grid/useInitials.ts'
import { useApp } from '../../store/app.ts'
import { t } from '../../text/texts.ts'
import { newestPack } from '../home/newestPack.ts'

/** 500106 → 500106, 500100 → 5001, 500000 → 50: the leading digits that say how wide a region is. */
export const leading = (code: string): string => code.replace(/(00){1,2}$/, '')

/** The regions of the newest pack, those in force. */
const useRegions = (): readonly Option[] => {
  const packs = useApp((s) => s.state?.packs)
  const [regions, setRegions] = useState<readonly Option[]>([])
  useEffect(() => {
    let live = true
    const pack = packs && newestPack(packs)
    if (pack) void call('pack.open', { pack: pack.id }).then((answer) => { if (live && answer.ok) setRegions(answer.value.regions.filter(([, , state]) => state === 'now').map(([code, name]) => ({ code, name }))) })
    return () => {
      live = false
    }
  }, [packs])
  return regions
}

/** A region by code, name or pinyin initials; blank where `blank` says what that means. `value` is a whole code of six digits. */
export const RegionField = ({ id, value, blank, change }: { id: string; value: string; blank: string; change: (code: string, name: string) => void }) => {
  const regions = useRegions()
  const initials = useInitials(true)
  const [typed, setTyped] = useState('')
  const options = useMemo(() => {
    const found = matchOptions(regions, typed, initials, 60).map(({ option }) => ({ value: option.code, label: `${option.code}　${option.name}` }))
    const chosen = regions.find(({ code }) => code === value)
    const here = chosen && !found.some((one) => one.value === value) ? [{ value, label: `${value}　${chosen.name}` }] : []
    return [...(typed === '' ? [{ value: '', label: blank }] : []), ...here, ...found]
  }, [regions, typed, initials, value, blank])
  return (
    <Select
      id={id} className="grow" value={value} options={options} aria-label={t.office.make.region} data-region-field=""
      showSearch={{ filterOption: false, onSearch: setTyped }} onChange={(code: string) => { setTyped(''); change(code, regions.find((one) => one.code === code)?.name ?? '') }}
    />
  )
}
