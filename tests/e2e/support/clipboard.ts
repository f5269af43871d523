import type { ElectronApplication } from 'playwright-core'

type Rows = readonly (readonly string[])[]
interface Copied { readonly text: string; readonly html: string }
/** The clipboard of Electron's older and newer versions. */
interface Board { write(data: unknown): unknown; readText(): string | Promise<string> }
interface Modules { readonly clipboard: Board; readonly ClipboardItem?: new (kinds: Readonly<Record<string, string>>) => unknown }

const asText = (rows: Rows): string => rows.map((row) => `${row.join('\t')}\r\n`).join('')
const asTable = (rows: Rows): string => `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table></body></html>`

/** Puts rows on the system's clipboard as Excel does: as text and as a table. */
export const copiesInExcel = (app: ElectronApplication, rows: Rows): Promise<void> => put(app, { text: asText(rows), html: asTable(rows) })

/** Puts a plain text on the system's clipboard. */
export const copiesText = (app: ElectronApplication, text: string): Promise<void> => put(app, { text, html: '' })

async function put(app: ElectronApplication, copied: Copied): Promise<void> {
  await app.evaluate(async (electron, { text, html }) => {
    const { clipboard, ClipboardItem } = electron as unknown as Modules
    const kinds = html === '' ? { 'text/plain': text } : { 'text/plain': text, 'text/html': html }
    await clipboard.write(ClipboardItem ? [new ClipboardItem(kinds)] : html === '' ? { text } : { text, html })
  }, copied)
}

/** The plain text on the system's clipboard. */
export const clipboardText = (app: ElectronApplication): Promise<string> =>
  app.evaluate(async (electron) => (electron as unknown as Modules).clipboard.readText())
