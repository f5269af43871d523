import { execFile } from 'node:child_process'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './sources.ts'

/** What a run of `npm run dist` said and how it ended. */
export interface Built { readonly status: number; readonly said: string }

/** Runs `npm run dist` with these words; the environment says which Electron and which keys. */
export function runDist(words: readonly string[], env: Readonly<Record<string, string>> = {}, checkout = root): Promise<Built> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^JIANBAO_(SIGN|GPG|CODESIGN)_/.test(name)))
  return new Promise((done) => {
    execFile(process.execPath, [join(checkout, 'build', 'dist.mjs'), ...words], { env: { ...own, ...env }, maxBuffer: 1 << 26 }, (error, out, err) => {
      done({ status: error ? Number(error.code) : 0, said: out + err })
    })
  })
}

/** Makes a release key for one test: its private half in a file, its public half to check with. */
export function testKey(folder: string, name = 'release.pem'): { readonly file: string; readonly publicKey: KeyObject; readonly raw: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const file = join(folder, name)
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const raw = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url').toString('base64')
  return { file, publicKey, raw }
}
