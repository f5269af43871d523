import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { dialog } from '../../api.ts'
import { useView } from '../../grid/useGridState.ts'
import { useNav } from '../../store/nav.ts'
import { say, t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { PrintList } from './PrintList.tsx'
import { usePrinting } from './printing.ts'
import type { Wanted } from './printing.ts'

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
const wordsOf = (wanted: Wanted): string => (wanted.what === 'form' ? `${wanted.blank ? t.print.parts.blank : ''} ${wanted.form ?? ''}`.trim() : t.print.parts[wanted.what])

/** What was just done, or why not. */
const Said = () => {
  const { problem, saved, busy, failed } = usePrinting()
  return (
    <div className="print-said" aria-live="polite" data-said={problem ? 'problem' : saved ? 'done' : ''}>
      {problem && <Mark name="stop">{say(problem)}</Mark>}
      {failed && <Mark name="verify">{t.print.failed}</Mark>}
      {saved && <Mark name="done">{t.print.saved(fileName(saved))}</Mark>}
      {saved && <button type="button" className="link" onClick={() => void dialog('shell.show', { path: saved })}>{t.print.show}</button>}
      {busy && <span className="grey">{t.print.busy}</span>}
    </div>
  )
}

/** A page of 210 mm is 794 CSS pixels wide; it is shown as wide as there is room, within reason. */
const useFit = (): readonly [React.RefObject<HTMLDivElement | null>, number] => {
  const box = useRef<HTMLDivElement>(null)
  const [fit, setFit] = useState(1)
  useLayoutEffect(() => {
    const node = box.current
    if (!node) return
    const watch = new ResizeObserver(([entry]) => setFit(Math.round(Math.min(1.3, Math.max(0.6, ((entry?.contentRect.width ?? 0) - 60) / 794)) * 100) / 100))
    watch.observe(node)
    return () => watch.disconnect()
  }, [])
  return [box, fit]
}

/** The pages in a frame without scripts, origin or way out. */
const Pages = () => {
  const preview = usePrinting((s) => s.preview)
  const wanted = usePrinting((s) => s.wanted)
  const problem = usePrinting((s) => s.problem)
  const [box, fit] = useFit()
  return (
    <div className="print-pages" ref={box} data-pages={preview?.pages ?? 0}>
      {preview
        ? <iframe sandbox="" tabIndex={0} title={t.print.preview(wordsOf(wanted))} srcDoc={preview.html.replace('</head>', `<style>html{zoom:${fit}}</style></head>`)} />
        : <p className="print-wait" aria-busy={!problem}>{problem ? '' : t.print.reading}</p>}
    </div>
  )
}

const Bar = () => {
  const { preview, busy, wanted } = usePrinting()
  const off = !preview || busy
  const state = wanted.blank ? t.print.blank : preview?.sealed ? t.print.sealed : t.print.draft
  return (
    <div className="print-bar">
      {preview && <span className="print-count">{t.print.pages(preview.pages)}</span>}
      {preview && <Mark name={preview.sealed ? 'done' : 'info'}>{state}</Mark>}
      <span className="grow" />
      <button type="button" className="btn" disabled={off} onClick={() => void usePrinting.getState().paper()} aria-keyshortcuts="Control+P" data-paper><Icon name="print" />{t.print.paper}</button>
      <button type="button" className="btn solid" disabled={off} onClick={() => void usePrinting.getState().save()} data-save-pdf><Icon name="disk" />{t.print.save}</button>
    </div>
  )
}

/** 打印: what there is to print at the left, its pages at the right. */
export const PrintScreen = () => {
  const view = useView()
  const from = usePrinting((s) => s.from)
  const { filing, state } = view
  useEffect(() => usePrinting.getState().show(filing, state), [filing, state])
  return (
    <main className="print" data-region="form">
      <header className="print-head">
        <h1>{t.print.title}</h1>
        <Said />
        <span className="grow" />
        <button type="button" className="btn" onClick={() => useNav.getState().go(from)} data-back><Icon name="left" />{t.print.back}</button>
      </header>
      <div className="print-body">
        <PrintList view={view} />
        <section className="panel print-right" aria-label={t.print.title}><Bar /><Pages /></section>
      </div>
    </main>
  )
}
