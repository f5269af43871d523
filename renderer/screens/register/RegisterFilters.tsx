import { useEffect, useState } from 'react'
import type { Answer } from '../../../core/contract.ts'
import { t } from '../../text/texts.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { useRegistering } from './registering.ts'
import type { RegisterState } from './registering.ts'

type Look = Answer<'register.look'>
const states: readonly RegisterState[] = ['all', 'missing', 'received', 'returned', 'accepted', 'inactive']

/** Search, region, group and state. */
export const RegisterFilters = ({ regions, groups, total }: { regions: Look['regions']; groups: Look['groups']; total: number }) => {
  const filter = useRegistering((s) => s.filter)
  const { narrow } = useRegistering.getState()
  const [known, setKnown] = useState<Look['regions']>([])
  useEffect(() => {
    if (filter.region === '' && regions.length > 0) setKnown(regions)
  }, [regions, filter.region])
  return (
    <div className="office-filters" role="group" aria-label={t.register.filters}>
      <SearchField label={t.register.search} value={filter.search} change={(search) => narrow({ search })} />
      <span className="seg" role="group" aria-label={t.register.state}>{states.map((state) => <button key={state} type="button" aria-pressed={filter.state === state} onClick={() => narrow({ state })} data-filter={state}>{t.register.states[state]}</button>)}</span>
      <select className="field" aria-label={t.register.region} value={filter.region} onChange={(event) => narrow({ region: event.target.value })}>
        <option value="">{t.register.allRegions}</option>
        {known.map((one) => <option key={one.code} value={one.code}>{one.name || one.code}</option>)}
      </select>
      {groups.length > 0 && (
        <select className="field" aria-label={t.register.group} value={filter.group} onChange={(event) => narrow({ group: event.target.value })}>
          <option value="">{t.register.allGroups}</option>
          {groups.map((one) => <option key={one} value={one}>{one}</option>)}
        </select>
      )}
      <span className="grow" />
      <span className="safety-sub" role="status" data-found={total}>{t.register.found(total)}</span>
    </div>
  )
}
