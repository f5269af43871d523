import { memo } from 'react'
import type { FilingView } from '../../../../core/contract.ts'
import type { PlanCell } from '../../../../core/paste/plan.ts'
import { pasteSentence } from '../../../../core/text/paste.ts'
import type { Look } from '../../../grid/paste/look.ts'
import { grouped, optionsOf, shownText } from '../../../grid/show.ts'
import { itemOf } from '../../../store/catalog.ts'
import { language, t } from '../../../text/texts.ts'
import { Icon } from '../../../ui/icons/Icon.tsx'
import type { IconName } from '../../../ui/icons/paths.ts'

/** The icon of each look. */
export const lookIcons: Readonly<Record<Look, IconName>> = { fill: 'plus', changed: 'pen', same: 'tick', notice: 'verify', bad: 'stop', waiting: 'blank', skipped: 'close' }

interface Props {
  readonly view: FilingView
  readonly cell: PlanCell
  readonly look: Look
  readonly choice: string | null | undefined
  readonly place: string
  readonly here: boolean
  readonly rowKey: string | null
  readonly rowNo: number | null
  readonly numeric: boolean
  readonly onHere: (place: string) => void
}

const rowWords = ({ cell, rowNo }: Props): string => (rowNo === null ? '' : cell.added === null ? t.paste.atRow(rowNo) : t.paste.newRow(rowNo))

/** How the text was converted, in a few words. */
const short = (cell: PlanCell): string => {
  const { converted } = cell
  if (!converted) return ''
  if (converted.code === 'from-yuan') return t.paste.yuan(yuanText(String(converted.params['from'] ?? '')))
  return converted.code === 'code' ? t.paste.quoted(cell.pasted.trim()) : pasteSentence(converted, language)
}
const yuanText = (from: string): string => (/^-?\d+$/.test(from) ? grouped(BigInt(from), 0) : from)

const wordsOf = (props: Props): string => {
  const { cell, look, choice, view, rowKey } = props
  const item = cell.item === null ? null : itemOf(view.pack, cell.item)
  if (look === 'bad' && cell.verdict === 'waiting' && item) return t.paste.noMatch(optionsOf(view.pack, item).length)
  if (choice === null) return t.paste.left
  if (choice !== undefined && choice !== cell.now) return t.paste.chosenText
  if (cell.item === rowKey && rowKey !== null && cell.words === null) return `${t.paste.quoted(cell.pasted.trim())}　${rowWords(props)}`
  if (look === 'notice' && cell.notice) return pasteSentence(cell.notice, language)
  if (cell.words) return pasteSentence(cell.words, language)
  const verdict = { fill: t.paste.fill, changed: t.paste.changed, same: t.paste.same }[look as 'fill'] ?? ''
  return [short(cell), verdict].filter((word) => word !== '').join('　')
}

const Value = ({ view, cell, look, choice }: Props) => {
  const item = cell.item === null ? null : itemOf(view.pack, cell.item)
  const show = (text: string): string => (item ? shownText(view.pack, item, text) : text)
  if (look === 'skipped' || look === 'waiting' || cell.verdict === 'waiting' || cell.verdict === 'refused') return <span className={look === 'bad' ? '' : 'grey'}>{cell.pasted}</span>
  const now = choice ?? cell.now
  const replaced = cell.old.trim() !== '' && now !== cell.old && look !== 'same'
  return <>{replaced && <s>{show(cell.old)}</s>}<span>{show(look === 'same' ? cell.old || cell.pasted : now)}</span></>
}

/** One cell of the preview: the value that will stand there above its verdict. */
export const PasteCell = memo((props: Props) => {
  const { cell, look, place, here, onHere, numeric } = props
  const waits = look === 'bad' && cell.verdict === 'waiting'
  return (
    <div role="gridcell" tabIndex={here ? 0 : -1} data-place={place} data-look={look} aria-selected={here} className={`pp-cell look-${look} ${numeric ? 'num' : ''} ${cell.words?.code === 'total' ? 'pp-total' : ''}`} onFocus={() => onHere(place)}>
      <div className="pp-value"><Value {...props} /></div>
      <div className="pp-words"><Icon name={lookIcons[look]} size={14} /><span>{wordsOf(props)}</span>{waits && <b className="c-accent">{t.paste.choose}</b>}</div>
    </div>
  )
})
