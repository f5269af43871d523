import { useEffect, useRef, useState } from 'react'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { chapterAt, chapters, readChapter } from './chapters.ts'
import type { Chapter as Name } from './chapters.ts'
import { useHelp } from './help.ts'
import { Page } from './Page.tsx'

type Read = Awaited<ReturnType<typeof readChapter>>

const useChapter = (file: Name): Read | 'reading' => {
  const [read, setRead] = useState<{ readonly file: Name; readonly is: Read } | null>(null)
  useEffect(() => {
    const here = { on: true }
    void readChapter(file).catch(() => null).then((is) => here.on && setRead({ file, is }))
    return () => { here.on = false }
  }, [file])
  return read?.file === file ? read.is : 'reading'
}

const follow = (to: string): void => {
  const chapter = chapterAt(to)
  if (chapter) useHelp.getState().read(chapter)
}

const Chapter = ({ file }: { file: Name }) => {
  const read = useChapter(file)
  const top = useRef<HTMLDivElement>(null)
  const next = chapters[chapters.indexOf(file) + 1]
  useEffect(() => top.current?.focus(), [file])
  return (
    <div className="help-text" lang="zh-CN" data-chapter={file} ref={top} tabIndex={-1} aria-busy={read === 'reading'}>
      <button type="button" className="link" onClick={() => useHelp.getState().read(null)}><Icon name="left" size={14} />{t.help.manual.back}</button>
      {read === null && <p>{t.help.manual.missing}</p>}
      {read !== null && read !== 'reading' && <Page {...read} follow={follow} />}
      {next && <p><button type="button" className="link" onClick={() => useHelp.getState().read(next)}>{t.help.manual.next(t.help.manual.titles[next])}<Icon name="next" size={14} /></button></p>}
    </div>
  )
}

/** The user manual: its chapters, and the one that is read. */
export const Manual = () => {
  const chapter = useHelp((s) => s.chapter)
  if (chapter) return <Chapter file={chapter} />
  return (
    <nav className="help-chapters" aria-label={t.help.manual.chapters}>
      {t.help.manual.onlyChinese !== '' && <p className="grey">{t.help.manual.onlyChinese}</p>}
      {chapters.map((file) => <button key={file} type="button" className="help-chapter" data-chapter-link={file} onClick={() => useHelp.getState().read(file)}>{t.help.manual.titles[file]}<Icon name="right" size={14} /></button>)}
    </nav>
  )
}
