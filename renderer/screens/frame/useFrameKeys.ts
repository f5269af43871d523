import { useEffect } from 'react'
import { nextFinding } from '../audit/nextFinding.ts'
import { nextProblem } from '../entry/nextProblem.ts'
import { showForm } from '../entry/showForm.ts'
import { useNav } from '../../store/nav.ts'
import { jumpBack } from '../entry/jump.ts'
import { usePasting } from '../../grid/paste/pasting.ts'
import { stepBack } from '../../grid/select/stepBack.ts'
import { helpKey } from '../help/help.ts'
import { goPrint } from '../print/printing.ts'
import { openFind } from './openFind.ts'
import { useApp, useSettings } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'

const zooms = [80, 90, 100, 110, 125, 150, 175, 200]
const regions = ['bar', 'tree', 'form', 'panel', 'status']

const nextRegion = (by: 1 | -1): void => {
  const parts = regions.flatMap((name) => [...document.querySelectorAll<HTMLElement>(`[data-region="${name}"]`)])
  const at = parts.findIndex((part) => part.contains(document.activeElement))
  for (let i = 1; i <= parts.length; i++) {
    const part = parts[(at + by * i + parts.length * i) % parts.length]
    const target = part?.querySelector<HTMLElement>('input:not([tabindex="-1"]), button:not(:disabled), textarea, [tabindex="0"]')
    if (target) return target.focus()
  }
}

const openNth = (n: number): void => {
  const { view } = useFiling.getState()
  const form = view?.forms.filter((f) => f.applies)[n - 1]
  if (form) showForm(form.form)
}

const inCell = (): boolean => document.activeElement?.hasAttribute('data-cell') === true

const pressSolid = (): boolean => {
  if (!['home', 'audit'].includes(useNav.getState().screen)) return false
  document.querySelector<HTMLButtonElement>('main .btn.solid:not(:disabled)')?.click()
  return true
}

const inText = (): boolean => document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement

/** Undo and redo outside any field; cells and text fields have their own. */
const undoKey = (event: KeyboardEvent): boolean => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || useNav.getState().screen !== 'entry' || inText() || useNav.getState().find) return false
  if (/^z$/i.test(event.key)) return void stepBack(event.shiftKey ? 'redo' : 'undo'), true
  return /^y$/i.test(event.key) && (void stepBack('redo'), true)
}

/** Keys of the forms, which a regulator does not have. */
const formKey = (event: KeyboardEvent, ctrl: boolean): boolean => {
  if (ctrl && !event.altKey && /^[1-9]$/.test(event.key)) return openNth(Number(event.key)), true
  if (ctrl && !event.shiftKey && !event.altKey && /^p$/i.test(event.key)) return void goPrint(), true
  if (event.key === 'F8') return (useNav.getState().screen === 'audit' ? nextFinding : nextProblem)(event.shiftKey ? -1 : 1), true
  if (event.key === 'Escape') return inCell() && jumpBack()
  if (ctrl && event.key === 'Enter') return pressSolid()
  return undoKey(event)
}

const onKey = (event: KeyboardEvent): void => {
  if (event.isComposing || event.keyCode === 229 || usePasting.getState().pasting) return
  const ctrl = event.ctrlKey || event.metaKey
  const done = ((): boolean => {
    if (ctrl && !event.shiftKey && /^[kf]$/i.test(event.key)) return void openFind(), true
    if (event.key === 'F6') return nextRegion(event.shiftKey ? -1 : 1), true
    if (event.key === 'F1') return helpKey(event.shiftKey, inCell()) || (document.querySelector<HTMLElement>('#panel-explanation')?.focus(), true)
    return useApp.getState().state?.settings.role !== 'regulator' && formKey(event, ctrl)
  })()
  if (done) event.preventDefault()
}

const onWheel = (zoom: number) => (event: WheelEvent): void => {
  if (!event.ctrlKey) return
  event.preventDefault()
  const at = zooms.findIndex((z) => z >= zoom)
  const next = zooms[Math.max(0, Math.min(zooms.length - 1, at + (event.deltaY < 0 ? 1 : -1)))]
  if (next && next !== zoom) void useApp.getState().change({ zoom: next })
}

/** Keys that work everywhere: find, forms by number, problems, regions; Ctrl and wheel zoom. */
export const useFrameKeys = (): void => {
  const { zoom } = useSettings()
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    const listen = onWheel(zoom)
    addEventListener('wheel', listen, { passive: false })
    return () => removeEventListener('wheel', listen)
  }, [zoom])
}
