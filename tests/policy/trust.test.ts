import { chmodSync, chownSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { policyInForce, policyPlace } from '../../electron/policy/inForce.ts'
import { valuesOf } from '../../electron/policy/registry.ts'
import { sddlFault } from '../../electron/policy/sddl.ts'
import { administratorsOnly, ownOnly, rootOnly } from '../../electron/policy/trust.ts'
import { describeNeeding } from '../support/needs.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-policy-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const facts = (said: Readonly<Record<string, { uid?: number; mode?: number; link?: boolean }>>) => (path: string) => ({ uid: 0, mode: 0o755, link: false, ...said[path] })
const file = '/etc/jianbao/policy.json'

describe('on Linux a policy is an administrator’s', () => {
  test.each([
    ['all of it root’s', {}, null],
    ['a user’s file', { [file]: { uid: 1000 } }, { kind: 'owner', path: file }],
    ['a file the group may write', { [file]: { mode: 0o664 } }, { kind: 'mode', path: file }],
    ['a file everybody may write', { [file]: { mode: 0o646 } }, { kind: 'mode', path: file }],
    ['a user’s folder', { '/etc/jianbao': { uid: 1000 } }, { kind: 'owner', path: '/etc/jianbao' }],
    ['a folder everybody may write', { '/etc/jianbao': { mode: 0o1777 } }, { kind: 'mode', path: '/etc/jianbao' }],
    ['a folder above that is the group’s', { '/etc': { mode: 0o775 } }, { kind: 'mode', path: '/etc' }],
    ['a link to elsewhere', { [file]: { link: true } }, { kind: 'owner', path: file }],
  ] as const)('%s', (_name, said, fault) => {
    expect(rootOnly(facts(said))(file)).toEqual(fault)
  })

  it('and a file in a folder that everybody may write is not, whoever owns it', () => {
    const path = join(folder, 'plain.json')
    writeFileSync(path, '{"theme":"dark"}')
    const seen = policyInForce({ file: path, trusted: rootOnly() })
    expect(seen.policy).toEqual({ unsignedPacks: false, updates: 'off', keepPassword: false })
    expect(seen.problems[0]?.kind).toMatch(/owner|mode/)
  })
})

describeNeeding(['root'], 'real owners and modes', () => {
  it('are looked at', () => {
    const path = join(folder, 'owned.json')
    writeFileSync(path, '{"theme":"dark"}')
    expect(policyInForce({ file: path, trusted: ownOnly }).policy).toEqual({ theme: 'dark' })
    chmodSync(path, 0o666)
    expect(ownOnly(path)).toEqual({ kind: 'mode', path })
    chmodSync(path, 0o644)
    chownSync(path, 12345, 12345)
    expect(ownOnly(path)).toEqual({ kind: 'owner', path })
    const link = join(folder, 'link.json')
    symlinkSync(path, link)
    expect(rootOnly()(link)).toEqual({ kind: 'owner', path: link })
  })
})

describe('on Windows by the security descriptor', () => {
  const good = 'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)'
  test.each([
    ['administrators’ file, users read', good, null],
    ['the system’s, protected', 'O:SYG:SYD:PAI(A;;FA;;;SY)(A;;FA;;;BA)(A;;FRFX;;;AU)', null],
    ['a user’s file', 'O:S-1-5-21-1-2-3-1001G:S-1-5-21-1-2-3-513D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)', 'owner'],
    ['users may write', 'O:BAG:SYD:(A;;FA;;;BA)(A;;0x1301bf;;;BU)', 'mode'],
    ['everyone may do all', 'O:BAG:SYD:(A;;FA;;;WD)', 'mode'],
    ['somebody may take it over', 'O:BAG:SYD:(A;;FA;;;BA)(A;;WO;;;S-1-5-21-1-2-3-1001)', 'mode'],
    ['no list at all', 'O:BAG:SYD:NO_ACCESS_CONTROL', 'mode'],
    ['nothing that can be read', '', 'owner'],
    ['an odd kind of entry', 'O:BAG:SYD:(XA;;FR;;;WD;(x))', 'mode'],
    ['only what is denied and inherited further down', 'O:BAG:SYD:(D;;FA;;;WD)(A;OICIIO;GA;;;CO)(A;;FA;;;BA)', null],
  ] as const)('%s', (_name, sddl, fault) => {
    expect(sddlFault(sddl, 'file')).toBe(fault)
  })

  it('a folder in which users may add files but delete none is good enough', () => {
    const programData = 'O:SYG:SYD:PAI(A;OICIIO;GA;;;CO)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;CI;DCLCRPCR;;;BU)(A;OICI;0x1200a9;;;BU)'
    expect(sddlFault(programData, 'folder')).toBeNull()
    expect(sddlFault('O:SYG:SYD:(A;;FA;;;BA)(A;;0x1301ff;;;BU)', 'folder')).toBe('mode')
    const check = administratorsOnly((path) => (path.endsWith('.json') ? good : 'O:S-1-5-21-9-9-9-1001G:BAD:(A;;FA;;;BA)'))
    expect(check('/x/policy.json')).toEqual({ kind: 'owner', path: '/x' })
  })

  it('a junction in its place is nobody’s, whatever it leads to', () => {
    const check = administratorsOnly(() => good, (path) => path === '/x')
    expect(check('/x/policy.json')).toEqual({ kind: 'owner', path: '/x' })
    expect(administratorsOnly(() => good, () => false)('/x/policy.json')).toBeNull()
  })
})

describe('group policy', () => {
  const exported = ['Windows Registry Editor Version 5.00', '', '[HKEY_LOCAL_MACHINE\\Software\\Policies\\Jianbao]', '"role"="agency"', '"backupMinutes"=dword:0000001e', '"unsignedPacks"=dword:00000001', '"dataFolder"="D:\\\\检报\\\\{user}"', '"exportFolder"=hex(2):44,00,3a,00,5c,00,61,00,\\', '  62,00,00,00', '"ledger"=', '', '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Jianbao\\packs]', '"1"="annual-2026"', '"2"="annual-2025"', ''].join('\r\n')

  it('is read from the exported key', () => {
    expect(valuesOf(`\uFEFF${exported}`)).toEqual({ role: 'agency', backupMinutes: 30, unsignedPacks: true, dataFolder: 'D:\\检报\\{user}', exportFolder: 'D:\\ab', ledger: '', packs: ['annual-2026', 'annual-2025'] })
  })

  it('goes before the file, setting by setting, and each says where it comes from', () => {
    const path = join(folder, 'both.json')
    writeFileSync(path, '{"role":"regulator","theme":"dark"}', { mode: 0o644 })
    const seen = policyInForce({ file: path, trusted: () => null, group: () => ({ role: 'agency', colour: 1 }) })
    expect(seen.policy).toEqual({ role: 'agency', theme: 'dark' })
    expect([seen.from.role?.kind, seen.from.theme?.kind]).toEqual(['group', 'file'])
    expect(seen.problems).toEqual([{ kind: 'unknown', field: 'colour' }])
  })
})

describe('the place', () => {
  it('can be named in a checkout only', () => {
    const env = { JIANBAO_POLICY: '/tmp/else.json' }
    expect(policyPlace(env, false).file).toBe('/tmp/else.json')
    expect(policyPlace(env, true).file).not.toBe('/tmp/else.json')
  })

  it('without a file nothing is governed and nothing is said', () => {
    expect(policyInForce({ file: join(folder, 'none.json'), trusted: rootOnly() })).toEqual({ policy: {}, sources: [], from: {}, problems: [] })
  })
})
