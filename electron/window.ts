import { BrowserWindow, session, type Session } from 'electron'
import { join } from 'node:path'
import { APP_ORIGIN } from './protocol.ts'

/** Refuses every permission, every request that is not ours, in one session. */
export function lockDown(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }))
}

function isOurs(url: string): boolean {
  return url.startsWith(`${APP_ORIGIN}/`) || url.startsWith('devtools://') || url.startsWith('data:') || url.startsWith('blob:')
}

/** Opens the application's window: sandboxed, isolated, without a frame of the system's. */
export function openWindow(folder: string): BrowserWindow {
  lockDown(session.defaultSession)
  const window = new BrowserWindow({
    width: 1366, height: 728, minWidth: 1024, minHeight: 600, show: false, frame: false, title: '检报', backgroundColor: '#F3F5F8',
    webPreferences: {
      preload: join(folder, 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false,
      webSecurity: true, webviewTag: false, spellcheck: false, navigateOnDragDrop: false,
    },
  })
  window.removeMenu()
  stayInside(window)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${APP_ORIGIN}/index.html`)
  return window
}

function stayInside(window: BrowserWindow): void {
  const contents = window.webContents
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
