import { Modal } from 'antd'
import { useRef } from 'react'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { usePasting } from '../../../grid/paste/pasting.ts'
import { broughtBy, pasteInto } from '../../../grid/paste/receive.ts'
import { t } from '../../../text/texts.ts'

/** Waits for Ctrl V: the clipboard is only read when the clerk pastes. */
export const PasteDialog = () => {
  const asking = usePasting((s) => s.asking)
  const yuan = useRef(false)
  const close = (): void => usePasting.getState().ask(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    yuan.current = event.ctrlKey && event.shiftKey && /^v$/i.test(event.key)
  }
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault()
    if (!asking) return
    close()
    pasteInto(asking.form, asking.item, broughtBy(event.clipboardData), yuan.current)
  }
  return (
    <Modal open={asking !== null} title={t.paste.dialogTitle} footer={null} onCancel={close} width={460} destroyOnHidden focusTriggerAfterClose={false} afterOpenChange={(open) => { if (open) document.querySelector<HTMLElement>('[data-paste-field]')?.focus() }}>
      <p>{t.paste.dialogHow}</p>
      <input className="field pp-field" data-paste-field aria-label={t.paste.dialogField} placeholder={t.paste.dialogField} value="" onChange={() => undefined} onKeyDown={onKeyDown} onPaste={onPaste} />
      <p className="pp-note">{t.paste.dialogYuan}</p>
    </Modal>
  )
}
