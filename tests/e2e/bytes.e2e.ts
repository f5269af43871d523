import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { electronPath, forget, root } from './support/app.ts'

const folders: string[] = []
afterAll(() => folders.forEach(forget))

/** Digests of the sample units' workbooks as one runtime writes them. */
function written(runtime: string, env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const out = mkdtempSync(join(tmpdir(), 'jianbao-bytes-'))
  folders.push(out)
  execFileSync(runtime, [join(root, 'out', 'electron', 'cli.cjs'), 'demo', '--out', out], { env: { ...process.env, ...env }, stdio: 'ignore' })
  return Object.fromEntries(readdirSync(out).map((name) => [name, createHash('sha256').update(readFileSync(join(out, name))).digest('hex')]))
}

describe('the same filing gives the same bytes', () => {
  it('in Node and in Electron, to the last bit', () => {
    const inNode = written(process.execPath, {})
    const inElectron = written(electronPath(), { ELECTRON_RUN_AS_NODE: '1' })
    expect(Object.keys(inNode).length).toBe(6)
    expect(inElectron).toEqual(inNode)
  }, 60_000)
})
