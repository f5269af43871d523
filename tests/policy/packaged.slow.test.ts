import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDist, testKey } from '../support/dist.ts'
import { describeNeeding } from '../support/needs.ts'

const PLACE = '/etc/jianbao/policy.json'
const NOBODY = 65534
const folder = mkdtempSync(join(tmpdir(), 'jianbao-packaged-'))
const home = join(folder, '家')

describeNeeding(['root', 'tmpfs', 'electron'], 'the packaged program', () => {
  let tree = ''

  /** As an ordinary user, with the sandbox on. */
  const runs = (at: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const done = spawnSync('runuser', ['-u', 'nobody', '--', 'env', `HOME=${home}`, `XDG_CONFIG_HOME=${home}/.config`, ...Object.entries(env).map((pair) => pair.join('=')), join(at, 'jianbao.sh'), ...words], { encoding: 'utf8', timeout: 60_000, cwd: '/' })
    return { status: done.status, out: done.stdout }
  }
  /** What is in force on a machine with an /etc of its own, after an administrator has put a policy there and done something more. */
  const shows = (then: string, env: Readonly<Record<string, string>> = {}): { readonly policy: object; readonly sources: readonly object[]; readonly problems: readonly { readonly kind: string }[] } => {
    const words = ['runuser', '-u', 'nobody', '--', 'env', `HOME=${home}`, `XDG_CONFIG_HOME=${home}/.config`, ...Object.entries(env).map((pair) => pair.join('=')), join(tree, 'jianbao.sh'), '--cli', 'policy', 'show', '--json']
    const script = `set -e; d=${join(folder, 'etc')}; mkdir -p $d; mount -t tmpfs none $d; mkdir $d/up $d/work; mount -t overlay overlay -o lowerdir=/etc,upperdir=$d/up,workdir=$d/work /etc
rm -rf /etc/jianbao; mkdir -m 755 /etc/jianbao; printf '{"theme":"dark","role":"agency"}' > ${PLACE}; chmod 644 ${PLACE}; ${then}; cd /; exec "$@"`
    return JSON.parse(spawnSync('unshare', ['--mount', 'bash', '-c', script, 'bash', ...words], { encoding: 'utf8', timeout: 60_000 }).stdout) as never
  }

  beforeAll(async () => {
    chmodSync(folder, 0o755)
    mkdirSync(home)
    chownSync(home, NOBODY, NOBODY)
    const built = await runDist(['--target', 'linux', '--arch', process.arch, '--gzip', '--only', 'tree', '--out', folder], { JIANBAO_SIGN_KEY: testKey(folder).file })
    expect([built.status, built.said]).toEqual([0, expect.not.stringContaining('✗')])
    tree = join(folder, readdirSync(folder).find((name) => name.endsWith(`-linux-${process.arch}`)) ?? 'none')
  }, 300_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('proves its own files, app.asar included', () => {
    const { status, out } = runs(tree, ['--self-check', '--json'])
    expect(JSON.parse(out)).toMatchObject({ state: 'sound', differing: [] })
    expect(status).toBe(0)
  }, 90_000)

  test('names what was changed, is gone or was added', () => {
    const bad = join(folder, 'changed')
    cpSync(tree, bad, { recursive: true })
    appendFileSync(join(bad, 'doc', 'admin', 'policy.md'), 'x')
    rmSync(join(bad, 'VERSION'))
    mkdirSync(join(bad, 'resources', 'app'))
    writeFileSync(join(bad, 'resources', 'app', 'package.json'), '{}')
    const { status, out } = runs(bad, ['--self-check'])
    expect(out.split('\n')).toEqual([expect.stringContaining('安装的文件与签名清单不同'), '缺少：VERSION', '被改过：doc/admin/policy.md', '多出来的：resources/app/package.json', ''])
    expect(status).toBe(2)
  }, 90_000)

  test('obeys a policy in the machine’s place only while it is an administrator’s, and no environment', () => {
    const theirs = join(folder, 'other.json')
    writeFileSync(theirs, '{"role":"regulator"}', { mode: 0o644 })
    expect(shows('true')).toMatchObject({ policy: { theme: 'dark', role: 'agency' }, sources: [{ kind: 'file', where: PLACE }], problems: [] })
    expect(shows('true', { JIANBAO_POLICY: theirs }).policy).toEqual({ theme: 'dark', role: 'agency' })
    expect(shows(`chmod 666 ${PLACE}`).problems).toEqual([{ kind: 'mode', path: PLACE }])
    expect(shows('chmod 777 /etc/jianbao').problems).toEqual([{ kind: 'mode', path: '/etc/jianbao' }])
    expect(shows(`mv ${PLACE} /etc/p && ln -s /etc/p ${PLACE}`).problems).toEqual([{ kind: 'owner', path: PLACE }])
    expect(shows(`chown nobody ${PLACE}`)).toMatchObject({ policy: { unsignedPacks: false, updates: 'off' }, problems: [{ kind: 'owner', path: PLACE }] })
  }, 120_000)
})
