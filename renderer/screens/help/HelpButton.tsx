import { t } from '../../text/texts.ts'
import { useHelp } from './help.ts'

/** The quiet ? in the status bar. */
export const HelpButton = () => {
  const open = useHelp((s) => s.open)
  const toggle = (): void => (open ? useHelp.getState().hide() : useHelp.getState().show())
  return <button type="button" className="status-button" aria-label={`? ${t.help.button}`} title={`${t.help.button}　${t.help.keyHint}`} aria-expanded={open} aria-keyshortcuts="Shift+F1" data-help-button onClick={toggle}>?</button>
}
