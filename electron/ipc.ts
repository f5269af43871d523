import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { requests } from '../core/contract.ts'
import { problem } from '../core/problem.ts'
import { no, type Result } from '../core/result.ts'
import { APP_ORIGIN } from './window.ts'

/** What the door passes on once sender and channel are known to be good. */
export interface Doors {
  readonly call: (channel: string, args: unknown) => Promise<Result<unknown>>
  readonly dialog: (name: string, args: unknown) => Promise<readonly string[]>
}

/** Opens the two doors between a window and the main process; arguments are checked by who answers. */
export function openDoors(ours: () => BrowserWindow | null, doors: Doors): void {
  ipcMain.handle('call', (event, channel: unknown, args: unknown) => {
    if (!isOurs(event, ours())) return no(problem('usage'))
    if (typeof channel !== 'string' || !Object.hasOwn(requests, channel)) return no(problem('usage'))
    return doors.call(channel, args)
  })
  ipcMain.handle('dialog', (event, name: unknown, args: unknown) => {
    if (!isOurs(event, ours()) || typeof name !== 'string') return []
    return doors.dialog(name, args)
  })
}

function isOurs(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame
  if (!frame || !window || window.isDestroyed()) return false
  return event.sender === window.webContents && frame === window.webContents.mainFrame && frame.url.startsWith(`${APP_ORIGIN}/`)
}
