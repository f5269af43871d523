import { Select } from 'antd'
import type { FilingView } from '../../../../core/contract.ts'
import type { Item } from '../../../../core/pack/schema.ts'
import type { PlanCell } from '../../../../core/paste/plan.ts'
import { pasteSentence } from '../../../../core/text/paste.ts'
import { usePasting } from '../../../grid/paste/pasting.ts'
import type { Pasting } from '../../../grid/paste/pasting.ts'
import { optionText } from '../../../grid/match.ts'
import { isNumeric, optionsOf } from '../../../grid/show.ts'
import { itemOf } from '../../../store/catalog.ts'
import { language, t } from '../../../text/texts.ts'
import { Kbd } from '../../../ui/Kbd.tsx'

interface Props { readonly view: FilingView; readonly pasting: Pasting; readonly cell: PlanCell; readonly place: string }

/** Chooses the code that a copied text means, for every cell that has this text. */
const CodeChoice = ({ view, pasting, cell, item }: Props & { item: Item }) => {
  const text = cell.pasted.trim()
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 260 }} aria-label={`${t.paste.pick} ${item.name}`} placeholder={t.paste.choose} value={pasting.options.codes?.[text] ?? null}
      options={optionsOf(view.pack, item).map((option) => ({ value: option.code, label: optionText(option) }))}
      onChange={(code: string) => usePasting.getState().option({ codes: { ...pasting.options.codes, [text]: code } })}
    />
  )
}

const Choice = ({ on, text, choose }: { on: boolean; text: string; choose: () => void }) => <button type="button" className={`btn small-btn ${on ? 'pp-on' : ''}`} aria-pressed={on} onClick={choose}>{text}</button>

const Choices = ({ view, pasting, cell, place }: Props) => {
  const item = cell.item === null ? null : itemOf(view.pack, cell.item)
  const choice = pasting.choices[place]
  const choose = (text: string | null | undefined) => () => usePasting.getState().choose(place, text)
  const coded = item !== null && optionsOf(view.pack, item).length > 0
  if (item && coded && (cell.verdict === 'waiting' ? cell.words?.code === 'waiting' : cell.verdict === 'text')) return <CodeChoice view={view} pasting={pasting} cell={cell} place={place} item={item} />
  if (cell.verdict === 'text') {
    return (
      <>
        <Choice on={choice === undefined} text={t.paste.keep} choose={choose(undefined)} />
        {cell.suggest !== null && <Choice on={choice === cell.suggest} text={t.paste.change(cell.suggest)} choose={choose(cell.suggest)} />}
        <Choice on={choice === null} text={t.paste.drop} choose={choose(null)} />
        <span className="pp-note">{t.paste.keepNote(item !== null && isNumeric(item))}</span>
      </>
    )
  }
  if (['fill', 'changed', 'new-row'].includes(cell.verdict)) {
    return <><Choice on={choice === undefined} text={t.paste.write} choose={choose(undefined)} /><Choice on={choice === null} text={t.paste.drop} choose={choose(null)} /><span className="pp-note">{[cell.converted, cell.notice].map((words) => words && pasteSentence(words, language)).filter(Boolean).join('；')}</span></>
  }
  return <span className="pp-note">{cell.words ? pasteSentence(cell.words, language) : t.paste.same}</span>
}

/** The strip under the preview: the chosen cell, what came for it, and what can be done. */
export const PasteStrip = (props: Props) => {
  const { view, cell, pasting } = props
  const item = cell.item === null ? null : itemOf(view.pack, cell.item)
  return (
    <section className="pp-strip" aria-live="polite">
      <div className="pp-strip-line">
        <strong>{t.paste.cellOf(cell.r + 1, item?.name ?? '')}</strong>
        {cell.pasted.trim() === '' ? <span>{t.paste.wasBlank}</span> : <span>{t.paste.was(t.paste[pasting.source].trim())} <b>{t.paste.quoted(cell.pasted.trim())}</b></span>}
        <span className="grow" />
        <Kbd>Tab</Kbd><span className="pp-note">{t.paste.nextLook}</span>
      </div>
      <div className="pp-strip-line"><Choices {...props} /></div>
    </section>
  )
}
