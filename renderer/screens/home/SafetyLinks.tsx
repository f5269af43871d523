import { useEffect } from 'react'
import { useNav } from '../../store/nav.ts'
import { t } from '../../text/texts.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { openLetterFile } from '../letter/opening.ts'
import { OpenPartLink } from '../part/PartLinks.tsx'
import { useSafety } from '../safety/safety.ts'
import type { Section } from '../safety/safety.ts'

const go = (section: Section): void => {
  useSafety.getState().show(section)
  useNav.getState().go('safety')
}

/** From home to the backups and to what was deleted. */
export const SafetyLinks = () => {
  const bin = useSafety((s) => s.bin?.length ?? 0)
  useEffect(() => {
    void useSafety.getState().load()
  }, [])
  return (
    <>
      <button type="button" className="link" data-link="restore" onClick={() => go('backups')}>{t.safety.home.restore}</button>
      <button type="button" className="link" data-link="bin" onClick={() => go('bin')}>{t.safety.home.bin(bin)}</button>
    </>
  )
}

/** From the first start to a backup or to a work file that was handed over. */
export const FirstSafetyLinks = () => (
  <>
    <button type="button" className="link" data-link="restore" onClick={() => go('backups')}><Icon name="history" />{t.safety.home.fromBackup}</button>
    <button type="button" className="link" data-link="handover" onClick={() => go('handover')}><Icon name="folder" />{t.safety.home.openFile}</button>
    <button type="button" className="link" data-link="letter" onClick={() => void openLetterFile()}><Icon name="query" />{t.letter.openAny}</button>
    <OpenPartLink />
  </>
)
