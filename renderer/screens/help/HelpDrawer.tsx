import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { helpParts, useHelp } from './help.ts'
import type { HelpPart } from './help.ts'
import { ItemList } from './ItemList.tsx'
import { KeySheet } from './KeySheet.tsx'
import { Manual } from './Manual.tsx'
import { ScreenHelp } from './ScreenHelp.tsx'
import { UnitNote } from './UnitNote.tsx'

const draw: Readonly<Record<HelpPart, () => ReactNode>> = {
  screen: () => <ScreenHelp />,
  keys: () => <KeySheet />,
  items: () => <ItemList />,
  manual: () => <Manual />,
  note: () => <UnitNote />,
}

const onKeys = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
  event.stopPropagation()
  useHelp.getState().hide()
}

const Drawer = () => {
  const part = useHelp((s) => s.part)
  const chapter = useHelp((s) => s.chapter)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <aside className="help" aria-label={t.help.title} onKeyDown={onKeys} data-help={part}>
      <header className="help-head">
        <h2 ref={head} tabIndex={-1}>{t.help.title}</h2>
        <span className="grey small grow">{t.help.keyHint}</span>
        <button type="button" className="btn icon-only" aria-label={t.help.close} title={t.help.close} onClick={() => useHelp.getState().hide()}><Icon name="close" size={14} /></button>
      </header>
      <nav className="help-parts" aria-label={t.help.sections}>
        {helpParts.map((each) => <button key={each} type="button" aria-current={each === part ? 'true' : undefined} onClick={() => useHelp.setState({ part: each, chapter: null })} data-help-part={each}>{t.help.section[each]}</button>)}
      </nav>
      <div className="help-scroll" key={`${part}${chapter}`} tabIndex={0} role="region" aria-label={t.help.section[part]}>{draw[part]()}</div>
    </aside>
  )
}

/** The help beside the screen: Shift F1, F1 outside a cell, or the ? in the status bar. */
export const HelpDrawer = () => (useHelp((s) => s.open) ? <Drawer /> : null)
