import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unitKey } from '../../electron/keys.ts'
import { describeNeeding } from '../support/needs.ts'
import { root } from '../support/sources.ts'
import type { Step } from '../support/steps.ts'
import { stubElectron } from '../support/stubElectron.ts'
import { makeWindows, type Windows } from '../support/wine.ts'

const setup = async <T>(name: string): Promise<T> => (await import(join(root, 'build', name))) as T
const { stageApplication } = await setup<{ stageApplication: (facts: object, folder: string) => void }>('dist/stage.mjs')
const { ensureWindowsNode } = await setup<{ ensureWindowsNode: () => string }>('setup/windowsNode.mjs')
const { ensureBundles } = await setup<{ ensureBundles: () => Promise<void> }>('setup/bundles.mjs')

const folder = mkdtempSync(join(tmpdir(), 'jianbao-run-'))
const unit = '91330114MAY0A1K2XU-00'
const ledger = ['--ledger', '台账/省.ledger']
const CHAIN: readonly (readonly string[])[] = [
  ['demo', 'ledger', '--json', '--units', '4', '--seed', '7', '--out', '大 册'],
  ['fill', '--json', '--unit', 'one.json', '--out', '填/封存.xlsx', '--today', '2027-03-10'],
  ['verify', '--json', '填/封存.xlsx', 'CON', '不在.xlsx'],
  ['audit', '--json', '填/封存.xlsx'],
  ['template', '--json', '--pack', 'annual-2026', '--out', '空白表.xlsx'],
  ['pack', 'check', '--json', '包/annual-2026'],
  ['policy', 'check', '--json', 'policy.json'],
  ['register', 'import', '大 册/register.xlsx', '--json', ...ledger],
  ['intake', '大 册', '--json', ...ledger],
  ['review', 'accept', '--clean', '--json', ...ledger],
  ['consolidate', 'all', '--json', ...ledger, '--out', '汇总', '--format', 'csv'],
  ['key', 'make', '--json', ...ledger],
  ['diagnostics', '--json', '--out', '诊断.zip'],
]
const SHOW = ['policy', 'show', '--json']

interface Ran { readonly steps: readonly Step[]; readonly work: string }
/** What differs by nature: the clock, and what the ledger's own new key makes. */
const VOLATILE = /"(at|since|ms|cutoff|bytes|fingerprint|recipient|submission)":("[^"]*"|\d+)/g
const same = (text: string): string => text.replaceAll('\\\\', '/').replaceAll('\\', '/').replaceAll(/(C:|\/[^"]*)\/work\//g, '').replace(VOLATILE, '"$1":0').split('\n').toSorted().join('\n')
const digests = ({ work }: Ran, ...places: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(places.flatMap((place) => filesIn(join(work, place))).toSorted().map((file) => [relative(work, file), createHash('sha256').update(readFileSync(file)).digest('hex')]))
const filesIn = (place: string): readonly string[] =>
  statSync(place).isFile() ? [place] : readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))

/** The folder that both systems begin with: a unit, its key, a pack and a policy with Windows' line ends. */
function begin(work: string): string {
  mkdirSync(join(work, '包'), { recursive: true })
  cpSync(join(folder, '数据'), join(work, '数据'), { recursive: true })
  cpSync(join(root, 'seeds/demo/enterprise.json'), join(work, 'one.json'))
  cpSync(join(root, 'seeds/packs/annual-2026'), join(work, '包', 'annual-2026'), { recursive: true })
  writeFileSync(join(work, 'policy.json'), JSON.stringify({ role: 'agency', exportFolder: 'D:\\报送', regulatorKeys: ['3f9c21b87d4e06a5'] }, null, 1).replaceAll('\n', '\r\n'))
  return work
}

describeNeeding(['wine'], 'the program on Windows', () => {
  const ran: { here?: Ran; there?: Ran; windows?: Windows } = {}
  const results = (name: string): readonly Step[] => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as readonly Step[]
  const pair = (): readonly [Ran, Ran] => { if (!ran.here || !ran.there) throw new Error('it did not run'); return [ran.here, ran.there] }

  beforeAll(async () => {
    await ensureBundles()
    const node = ensureWindowsNode()
    unitKey(join(folder, '数据', 'keys'), `cli-${unit}`)
    writeFileSync(join(folder, 'steps.json'), JSON.stringify([...CHAIN, SHOW]))
    const here = begin(join(folder, 'work'))
    const script = join(root, 'tests/support/steps.ts')
    const running = promisify(execFile)(process.execPath, [script, join(root, 'out/electron/cli.cjs'), join(folder, 'steps.json'), join(folder, 'here.json'), here])
    process.env['NODE_SKIP_PLATFORM_CHECK'] = '1'
    ran.windows = makeWindows(folder)
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const electron = { folder: stubElectron(join(folder, 'electron'), 'x64'), version: '45.4.1' }
    stageApplication({ target: 'win', arch: 'x64', electron, version, commit: '', time: '', chromium: '', sqlite: '', development: true, debuggable: false, signed: false, keys: null }, join(ran.windows.c, '软件', '检报 填报', 'app'))
    begin(join(ran.windows.c, 'work'))
    ran.windows.setRegistry('HKLM\\Software\\Policies\\Jianbao', 'theme', 'dark')
    mkdirSync(join(ran.windows.c, 'ProgramData', 'Jianbao'), { recursive: true })
    writeFileSync(join(ran.windows.c, 'ProgramData', 'Jianbao', 'policy.json'), '{"theme":"light","role":"regulator"}')
    ran.windows.run(node, script, 'C:\\软件\\检报 填报\\app\\out\\electron\\cli.cjs', join(folder, 'steps.json'), join(folder, 'there.json'), 'C:\\work')
    await running
    ran.here = { steps: results('here').slice(0, CHAIN.length), work: here }
    ran.there = { steps: existsSync(join(folder, 'there.json')) ? results('there').slice(0, CHAIN.length) : [], work: join(ran.windows.c, 'work') }
  }, 600_000)
  afterAll(() => {
    ran.windows?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('every command ends as it does here and answers the same', () => {
    const [here, there] = pair()
    expect(there.steps.map(({ words, status }) => [words.join(' '), status])).toEqual(here.steps.map(({ words, status }) => [words.join(' '), status]))
    expect(here.steps.map(({ status }) => status)).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    for (const [i, step] of there.steps.entries()) expect([step.words.join(' '), same(step.out)]).toEqual([step.words.join(' '), same(here.steps[i]?.out ?? '')])
  })

  test('the sealed workbook, its payload’s digest, the template and the sample submissions are the same to the byte', () => {
    const [here, there] = pair()
    const sealed = (of: Ran): unknown => JSON.parse(of.steps[1]?.out ?? '')
    expect(sealed(there)).toMatchObject({ sealed: true, verdict: 'sealed', digest: (sealed(here) as { digest: string }).digest, receipt: (sealed(here) as { receipt: string }).receipt })
    expect(digests(there, '填', '空白表.xlsx', '大 册')).toEqual(digests(here, '填', '空白表.xlsx', '大 册'))
  })

  test('nothing temporary is left, and the folders are as they are here', () => {
    const [here, there] = pair()
    const names = (of: Ran): readonly string[] => Object.keys(digests(of, '.')).map((name) => name.replace(/\d{8}T\d{6}Z/, 'T')).toSorted()
    expect(names(there)).toEqual(names(here))
    expect(names(there).filter((name) => /\.tmp$|-wal$/.test(name))).toEqual([])
  })

  test('group policy holds; a policy file is not taken where its owner cannot be proved an administrator', () => {
    const shown = JSON.parse(results('there').at(-1)?.out ?? '') as { policy: object; problems: unknown }
    expect([shown.policy, shown.problems]).toEqual([expect.objectContaining({ theme: 'dark' }), [expect.objectContaining({ path: 'C:\\ProgramData\\Jianbao\\policy.json' })]])
    expect(shown.policy).not.toHaveProperty('role')
  })
})
