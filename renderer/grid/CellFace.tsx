import type { Item, Pack } from '../../core/pack/schema.ts'
import { isNumeric, nameIn, optionsOf } from './show.ts'

/** What a cell of words shows at rest, over its input and on as many lines as it needs; it makes way for the caret. */
export const CellFace = ({ pack, item, text }: { pack: Pack; item: Item; text: string }) => {
  if (isNumeric(item) || text === '') return null
  const name = nameIn(optionsOf(pack, item), text)
  return <span className="cell-face" aria-hidden="true">{name === null ? text : <><span className="grey">{text}</span><span>{name}</span></>}</span>
}
