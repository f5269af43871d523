import { BrowserWindow, session, type Session } from 'electron'
import { APP_ORIGIN, lockDown } from './window.ts'

const pdfOptions = { pageSize: 'A4', printBackground: true, preferCSSPageSize: true, generateDocumentOutline: false } as const
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
const waiting = new Map<string, string>()
let pages = 0

/** Prints one HTML document to an A4 PDF in a hidden, sandboxed window that runs no script. */
export const printPdf = (html: string): Promise<Uint8Array> => withPages(html, (window) => window.webContents.printToPDF(pdfOptions))

/** Shows the system's print dialog for a document; `failed` when there is no printer or it refuses. */
export const printPaper = (html: string): Promise<'printed' | 'cancelled' | 'failed'> =>
  withPages(html, (window) => new Promise((resolve) => {
    const options = { silent: false, printBackground: true, pageSize: 'A4', margins: { marginType: 'none' } } as const
    window.webContents.print(options, (done, why) => resolve(done ? 'printed' : /cancel/i.test(why) ? 'cancelled' : 'failed'))
  }))

/** A document of any length is served to its window under our own scheme: addresses that hold it are cut off at 2 MB. */
async function withPages<T>(html: string, act: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const name = `/print-${++pages}.html`
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: printSession(), sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  waiting.set(name, html)
  try {
    await window.loadURL(`${APP_ORIGIN}${name}`)
    return await act(window)
  } finally {
    waiting.delete(name)
    window.destroy()
  }
}

function printSession(): Session {
  const own = session.fromPartition('jianbao-print')
  if (own.protocol.isProtocolHandled('app')) return own
  lockDown(own)
  own.protocol.handle('app', (request) => {
    const html = waiting.get(new URL(request.url).pathname)
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }
    return html === undefined ? new Response('', { status: 404 }) : new Response(html, { headers })
  })
  return own
}
