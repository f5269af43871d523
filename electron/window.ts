import { BrowserWindow, protocol, session, type Session } from 'electron'
import { existsSync, statSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'

/** The only origin a window of ours ever shows. */
export const APP_ORIGIN = 'app://jianbao'

/** The policy sent with every page: nothing from outside, no inline script. */
export const CONTENT_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'",
].join('; ')

/** Must run before the application is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }])
}

/** Serves the built renderer from `root`, nothing else. Not by `protocol.handle`: the Request it makes would load all of Node's fetch before the first page. */
export function serveRenderer(root: string): void {
  protocol.registerFileProtocol('app', (request, answer) => {
    const file = fileFor(root, request.url)
    if (file === null) answer({ error: NOT_FOUND })
    else answer({ path: file, headers: { 'Content-Type': typeOf(file), 'Content-Security-Policy': CONTENT_POLICY, 'X-Content-Type-Options': 'nosniff' } })
  })
}

/** Chromium's number for a file that is not there. */
const NOT_FOUND = -6

/** The file of the renderer that an address names; null for anything else. */
function fileFor(root: string, address: string): string | null {
  try {
    const url = new URL(address)
    const file = normalize(join(root, decodeURIComponent(url.pathname)))
    return url.host === 'jianbao' && file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile() ? file : null
  } catch {
    return null
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.png': 'image/png', '.svg': 'image/svg+xml',
}
const typeOf = (file: string): string => types[extname(file)] ?? 'application/octet-stream'

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
