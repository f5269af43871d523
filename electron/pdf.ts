import { BrowserWindow, session } from 'electron'
import { lockDown } from './window.ts'

const printOptions = { pageSize: 'A4', printBackground: true, preferCSSPageSize: true, generateDocumentOutline: false } as const

/** Prints one HTML document to an A4 PDF in a hidden, sandboxed window that runs no script. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const own = session.fromPartition('jianbao-print')
  lockDown(own)
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  try {
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`)
    return await window.webContents.printToPDF(printOptions)
  } finally {
    window.destroy()
  }
}
