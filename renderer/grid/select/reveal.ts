import { inputOf } from '../GridContext.ts'
import { uncover } from '../uncover.ts'
import { placeIn } from './range.ts'
import { useSelection } from './selection.ts'

/** Brings a cell into sight without moving the caret; a row that is not drawn is scrolled to. */
export const reveal = (id: string): void => {
  const input = inputOf(id)
  if (input) {
    input.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return uncover(input)
  }
  const { surface } = useSelection.getState()
  const at = surface && placeIn(surface.field, id)
  const box = document.querySelector<HTMLElement>('.rt-scroll')
  if (!at || !box || !surface) return
  const row = box.querySelector<HTMLElement>('[data-row]')?.offsetHeight ?? 34
  const top = at[0] * row
  box.scrollTop = top < box.scrollTop ? top : Math.max(box.scrollTop, top - box.clientHeight + 7 * row)
}
