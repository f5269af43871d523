import { resolve } from 'node:path'
import { assemble } from '../../core/pack/assemble.ts'
import { loadPack, type PackFiles } from '../../core/pack/load.ts'
import type { Carry } from '../../core/pack/schema.ts'
import { sha256, packFiles } from '../../electron/packs.ts'
import { writePackFile } from '../../electron/packFile.ts'
import type { UnitKey } from '../../electron/keys.ts'
import { good } from './desk.ts'
import { keyOf } from './submissions.ts'
import { fingerprint } from '../../electron/keys.ts'

const seeds = packFiles(resolve(import.meta.dirname, '../../seeds'))
const base = 'packs/annual-2026'
type Texts = (path: string, text: string) => string

/** The key of a made-up issuer, the same one for the same name. */
export function issuerKey(name = '示例市市场监督管理局'): UnitKey {
  const { publicKey, sign } = keyOf(`issuer ${name}`)
  const raw = Uint8Array.from(Buffer.from(publicKey, 'hex'))
  return { publicKey: raw, signer: fingerprint(raw), sign }
}

/** The seeds with their texts changed on the way. */
export const seedsWith = (change: Texts): PackFiles => ({ list: seeds.list, read: path => Buffer.from(change(path, Buffer.from(seeds.read(path)).toString('utf8'))) })

/** The files of a pack put into one file and signed; `key` null leaves it unsigned. */
export function packFileOf(read: PackFiles, { id = 'annual-2026', issuer = '示例市市场监督管理局', key = issuerKey(issuer) as UnitKey | null } = {}): Uint8Array {
  return good(writePackFile({ loaded: good(loadPack(read, id, sha256)), files: assemble(read, id).files, read: read.read }, issuer, key))
}

const own: Carry = { from: 'annual-2026', renamed: [], split: [], dropped: [{ old: 'param_cnt', note: '本年不再调查参数个数' }] }
interface RawForm { items: { key: string; aliases?: string[] }[]; groups: { items: string[] }[] }

/** A newer version of the year: a later deadline, `sample_cnt` renamed, `param_cnt` dropped. */
export const newerVersion = (version = '1.1'): PackFiles => seedsWith((path, text) => {
  if (path === `${base}/pack.json`) return JSON.stringify({ ...JSON.parse(text), version, dates: { issued: '2027-01-11', deadline: '2027-04-02', revised: '2027-04-09', final: '2027-04-15' } })
  if (path === `${base}/carry.json`) return JSON.stringify([...JSON.parse(text) as Carry[], own])
  if (!path.startsWith(base)) return text
  const renamed = text.replace(/\bsample_cnt\b/g, 'sample_total')
  return path.startsWith(`${base}/forms/`) ? JSON.stringify(formOf(JSON.parse(renamed) as RawForm)) : renamed
})

const formOf = (form: RawForm): RawForm => ({
  ...form,
  items: form.items.filter(item => item.key !== 'param_cnt').map(item => (item.key === 'sample_total' ? { ...item, aliases: ['sample_cnt'] } : item)),
  groups: form.groups.map(group => ({ ...group, items: group.items.filter(key => key !== 'param_cnt') })),
})
