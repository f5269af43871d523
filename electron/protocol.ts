import { net, protocol } from 'electron'
import { existsSync, statSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The only origin a window of ours ever shows. */
export const APP_ORIGIN = 'app://jianbao'

/** The policy sent with every page: nothing from outside, no inline script. */
export const CONTENT_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'",
].join('; ')

/** Must run before the application is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Serves the built renderer from `root`; anything else is 404. */
export function serveRenderer(root: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const file = normalize(join(root, decodeURIComponent(url.pathname)))
    const inside = url.host === 'jianbao' && file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile()
    if (!inside) return new Response('', { status: 404 })
    const answer = await net.fetch(pathToFileURL(file).toString())
    const headers = new Headers(answer.headers)
    headers.set('Content-Security-Policy', CONTENT_POLICY)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(answer.body, { status: 200, headers })
  })
}
