import { useEffect } from 'react'
import { useFiling } from '../../store/filing.ts'
import { useFocus } from '../../store/focus.ts'
import { useNav } from '../../store/nav.ts'
import { wantBlank } from '../entry/showForm.ts'

const lost = (): boolean => document.activeElement === null || document.activeElement === document.body

const firstOf = (selectors: readonly string[]): HTMLElement | undefined =>
  selectors.map((each) => document.querySelector<HTMLElement>(each)).find((found) => found !== null) ?? undefined

const bring = (): void => {
  if (!lost() || document.querySelector('.ant-modal-wrap:not([style*="none"])')) return
  const { screen, form, part, find } = useNav.getState()
  if (find || useFocus.getState().wanted) return
  const single = screen === 'entry' && part === null && useFiling.getState().view?.pack.forms.some((f) => f.no === form)
  if (single) wantBlank(form)
  else firstOf(['main [data-cell]', 'main [data-add-row]', 'main .btn.solid:not(:disabled)', 'main input:not(:disabled)', 'main button:not(:disabled)'])?.focus()
}

/** When the screen or form under the caret goes away, the caret comes to what replaces it: the first blank cell, or the next step. */
export const useKeptFocus = (): void => {
  useEffect(() => {
    let waits: readonly number[] = []
    const stop = useNav.subscribe((now, before) => {
      if (now.screen === before.screen && now.form === before.form && now.part === before.part) return
      waits.forEach((wait) => clearTimeout(wait))
      waits = [60, 300, 600].map((ms) => window.setTimeout(bring, ms))
    })
    return () => {
      stop()
      waits.forEach((wait) => clearTimeout(wait))
    }
  }, [])
}
