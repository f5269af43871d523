import { useMemo, useState } from 'react'
import type { Item, Pack } from '../../core/pack/schema.ts'
import { matchOptions } from './match.ts'
import type { Match, Option } from './match.ts'
import { optionsOf } from './show.ts'
import { useInitials } from './useInitials.ts'

/** The list under a code cell: what it offers and which line is chosen. */
export interface Picker {
  readonly options: readonly Option[]
  readonly open: boolean
  readonly query: string
  readonly matches: readonly Match[]
  readonly active: number
  readonly show: (query: string, code?: string) => void
  readonly move: (by: 1 | -1) => void
  readonly hide: () => void
  readonly activate: (at: number) => void
}

/** The state of a code cell's list; a cell without codes has an empty, closed one. */
export const usePicker = (pack: Pack, item: Item): Picker => {
  const options = optionsOf(pack, item)
  const [state, setState] = useState<{ open: boolean; query: string; active: number }>({ open: false, query: '', active: 0 })
  const initials = useInitials(state.open)
  const matches = useMemo(() => (state.open ? matchOptions(options, state.query, initials) : []), [options, state, initials])
  const last = matches.length - 1
  return {
    options, matches, open: state.open, query: state.query, active: Math.min(state.active, Math.max(last, 0)),
    show: (query, code) => options.length > 0 && setState({ open: true, query, active: Math.max(0, options.findIndex((o) => o.code === code)) }),
    move: (by) => setState((s) => ({ ...s, active: Math.max(0, Math.min(last, s.active + by)) })),
    hide: () => setState((s) => (s.open ? { ...s, open: false } : s)),
    activate: (active) => setState((s) => ({ ...s, active })),
  }
}
