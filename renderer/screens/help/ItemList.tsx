import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Pack } from '../../../core/pack/schema.ts'
import { call } from '../../api.ts'
import { useInitials } from '../../grid/useInitials.ts'
import { useApp } from '../../store/app.ts'
import { useFiling } from '../../store/filing.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { jumpTo } from '../entry/jump.ts'
import { newestPack } from '../home/newestPack.ts'
import { entriesOf, findEntries } from './itemList.ts'
import type { Entry } from './itemList.ts'

/** The pack of the open filing, else the newest one that is installed. */
const usePack = (): Pack | null => {
  const open = useFiling((s) => s.view?.pack ?? null)
  const newest = useApp((s) => newestPack(s.state?.packs ?? [])?.id)
  const [read, setRead] = useState<Pack | null>(null)
  useEffect(() => {
    if (open || !newest) return
    void call('pack.open', { pack: newest }).then((answer) => answer.ok && setRead(answer.value))
  }, [open, newest])
  return open ?? read
}

const Line = ({ entry, canGo }: { entry: Entry; canGo: boolean }) => (
  <li className="help-item" lang="zh-CN" data-help-item={entry.item.key}>
    <p><span className="grey">{entry.code}</span> <b>{entry.item.name}</b>{entry.item.unit && <span className="grey small"> {entry.item.unit}</span>}</p>
    {entry.item.explanation !== '' && <p>{entry.item.explanation}</p>}
    {canGo && <button type="button" className="link" onClick={() => jumpTo({ form: entry.form, item: entry.item.key, row: null })}>{t.help.items.go(entry.code)}<Icon name="next" size={14} /></button>}
  </li>
)

/** Every 指标解释 of the pack, searchable; each leads to its cell. */
export const ItemList = () => {
  const pack = usePack()
  const view = useFiling((s) => s.view)
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed)
  const initials = useInitials(true)
  const entries = useMemo(() => (pack ? entriesOf(pack) : []), [pack])
  const found = useMemo(() => findEntries(entries, query, initials), [entries, query, initials])
  const applies = useMemo(() => new Set(view?.forms.filter((form) => form.applies).map((form) => form.form)), [view?.forms])
  return (
    <>
      <div className="help-search">
        <input className="field" type="search" aria-label={t.help.items.search} placeholder={t.help.items.hint} value={typed} autoComplete="off" spellCheck={false} onChange={(event) => setTyped(event.target.value)} data-help-search />
        <p className="grey small" role="status">{!pack ? t.help.items.noPack : query.trim() !== '' && found.length === 0 ? t.help.items.none(query) : t.help.items.count(found.length)}</p>
      </div>
      <ul className="help-items">{found.map((entry) => <Line key={`${entry.form}${entry.item.key}`} entry={entry} canGo={applies.has(entry.form)} />)}</ul>
    </>
  )
}
