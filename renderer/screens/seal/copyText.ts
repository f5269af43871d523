/** Puts a text on the clipboard by way of the copy command, which needs no permission; tells whether it went. */
export const copyText = (text: string): boolean => {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put, { once: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', put)
  return done
}
