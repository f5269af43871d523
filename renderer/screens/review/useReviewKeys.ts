import { useEffect } from 'react'
import type { ReviewView } from '../../../core/contract/regulator/review.ts'
import { cellKey, goTo, showLine, useReviewing } from './reviewing.ts'

/** The next line that differs or is notable, from the chosen one on, through all forms and round. */
const nextNotable = (view: ReviewView, by: 1 | -1): void => {
  const applies = new Set(view.forms.filter((form) => form.applies).map((form) => form.form))
  const lines = view.lines.filter((line) => applies.has(line.form))
  const worth = lines.some((line) => line.differs) ? lines.filter((line) => line.differs) : lines.filter((line) => line.notable)
  const { cell } = useReviewing.getState()
  const here = cell ? lines.findIndex((line) => cellKey(line) === cellKey(cell)) : -1
  const next = by === 1 ? (worth.find((line) => lines.indexOf(line) > here) ?? worth[0]) : (worth.findLast((line) => lines.indexOf(line) < here) ?? worth.at(-1))
  if (next) showLine(next)
}

const inTable = (): boolean => document.activeElement?.closest('.review-table') !== null

const onKey = (view: ReviewView) => (event: KeyboardEvent): void => {
  if (event.isComposing || document.querySelector('[role="dialog"]')) return
  const done = ((): boolean => {
    if (event.key === 'F8') return nextNotable(view, event.shiftKey ? -1 : 1), true
    if (event.altKey && event.key === 'ArrowRight') return goTo(view.next), true
    if (event.altKey && event.key === 'ArrowLeft') return goTo(view.previous), true
    if (/^q$/i.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey && inTable()) return document.querySelector<HTMLElement>('#new-query')?.focus(), true
    return false
  })()
  if (done) event.preventDefault()
}

/** Keys of review: the next difference, a query on the chosen cell while the table has the focus, the next unit. */
export const useReviewKeys = (view: ReviewView | null): void => {
  useEffect(() => {
    if (!view) return
    const listen = onKey(view)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [view])
}
