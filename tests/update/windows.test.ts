import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { updateFileFor, updateSchema, type UpdateKind } from '../../core/install/update.ts'
import { windowsKinds } from '../../electron/installedBy.ts'
import { root } from '../support/sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-update-windows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const note = (scope: string): string => `[install]\r\nscope=${scope}\r\nversion=0.1.0\r\n`
const kinds = (text: string | null, installedBy: string | null): readonly UpdateKind[] => windowsKinds('C:\\Jianbao', { text: () => text, installedBy: () => installedBy })

test.each<[string, string | null, string | null, readonly UpdateKind[]]>([
  ['setup.exe for all users', note('machine'), 'setup', ['setup', 'zip']],
  ['setup-user.exe', note('user'), null, ['setup-user', 'zip']],
  ['setup-user.exe where an MSI is there too', note('user'), 'msi', ['setup-user', 'zip']],
  ['the MSI', null, 'msi', ['msi', 'zip']],
  ['a zip that somebody unpacked', null, null, ['zip']],
  ['a zip where setup.exe was used too', null, 'setup', ['zip']],
])('what was installed by %s is replaced by the same', (_name, text, by, expected) => {
  expect(kinds(text, by)).toEqual(expected)
})

test('the description of an update knows every package for Windows by its name', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(join(folder, 'key.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const names: Readonly<Record<string, UpdateKind>> = { 'jianbao-0.2.0-win-x64-setup.exe': 'setup', 'jianbao-0.2.0-win-x64-setup-user.exe': 'setup-user', 'jianbao-0.2.0-win-x64.msi': 'msi', 'jianbao-0.2.0-win-x64.zip': 'zip', 'jianbao-0.2.0-win-arm64.zip': 'zip' }
  for (const name of [...Object.keys(names), 'jianbao-0.2.0-win-x64.cdx.json']) writeFileSync(join(folder, name), name)
  execFileSync(process.execPath, [join(root, 'build/dist/updateManifest.mjs'), folder, '--version', '0.2.0', '--expires', '2028-12-31'], { env: { ...process.env, JIANBAO_SIGN_KEY: join(folder, 'key.pem') }, stdio: 'pipe' })
  const update = updateSchema.parse(JSON.parse(readFileSync(join(folder, 'update.json'), 'utf8')))
  expect(Object.fromEntries(update.files.map((file) => [file.name, file.kind]))).toEqual(names)
  const chosen = (text: string | null, by: string | null): string | undefined => updateFileFor(update, { target: 'win', arch: 'x64', kinds: kinds(text, by) })?.name
  expect([chosen(note('machine'), null), chosen(note('user'), null), chosen(null, 'msi'), chosen(null, null)]).toEqual(Object.keys(names).slice(0, 4))
})
