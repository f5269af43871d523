import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { audit } from '../../core/audit/run.ts'
import { loadPack } from '../../core/pack/load.ts'
import type { Example, Pack } from '../../core/pack/schema.ts'
import { exampleFiling } from '../support/example.ts'

const root = join(import.meta.dirname, '../..')
const walk = readFileSync(join(root, 'docs/adding-a-year.md'), 'utf8')
/** The files the walk asks for: a line with the path in backquotes, then the file as a block. */
const written = new Map([...walk.matchAll(/^`seeds\/([^`]+)`\n\n```json\n([\s\S]*?)^```$/gm)].map((m) => [m[1] ?? '', m[2] ?? '']))

function list(dir: string): string[] {
  const own = [...written.keys()].filter((p) => p.startsWith(`${dir}/`)).map((p) => p.slice(dir.length + 1))
  if (own.length > 0) return own
  return readdirSync(join(root, 'seeds', dir), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => relative(join(root, 'seeds', dir), join(e.parentPath, e.name)).split(sep).join('/'))
}
function load(changed: ReadonlyMap<string, string> = written) {
  const text = (path: string) => changed.get(path)
  const read = (path: string) => { const own = text(path); return own === undefined ? readFileSync(join(root, 'seeds', path)) : Buffer.from(own) }
  return loadPack({ list, read }, 'annual-2027', (bytes) => createHash('sha256').update(bytes).digest('hex'))
}
function loaded(): Pack {
  const result = load()
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value.pack
}
const found = (pack: Pack, id: string, example: Example) => audit({ pack, prior: null, ...exampleFiling(pack, example) }).filter((f) => f.rule === id)

describe('the walk of docs/adding-a-year.md', () => {
  it('asks for four files', () => {
    expect([...written.keys()].map((p) => p.replace('packs/annual-2027/', ''))).toEqual(['pack.json', 'forms/501.json', 'rules/N.json', 'carry.json'])
  })

  it('makes a pack with the new form, item and rules, and all of the old', () => {
    const pack = loaded()
    expect([pack.id, pack.year, pack.periodEnd, pack.dates.deadline]).toEqual(['annual-2027', 2027, '2027-12-31', '2028-03-17'])
    expect(pack.forms.map((f) => f.no)).toEqual(['101', '102', '103', '201-1', '201-2', '201-3', '301', '302', '401', '501'])
    expect(pack.forms.flatMap((f) => f.items).length).toBe(203 + 1 + 2)
    const f401 = pack.forms.find((f) => f.no === '401')
    const keys = f401?.items.map((i) => i.key) ?? []
    expect(keys.indexOf('ai_line')).toBe(keys.indexOf('auto_line') + 1)
    expect(f401?.groups.find((g) => g.key === 'digital')?.items).toContain('ai_line')
    expect(pack.rules.length).toBe(180)
    expect(pack.forms[0]?.items.find((i) => i.key === 'hnte_no')?.explanation).toContain('GR2027')
  })

  it('makes rules that find their breaking examples and pass their sound ones', () => {
    const pack = loaded()
    const fresh = pack.rules.filter((r) => r.id.startsWith('N'))
    expect(fresh.length).toBe(2)
    for (const rule of fresh) {
      for (const e of rule.examples.breaks) expect(found(pack, rule.id, e).length).toBe(1)
      for (const e of rule.examples.sound) expect(found(pack, rule.id, e)).toEqual([])
    }
  })

  it.each([
    ['a rule on an unknown item', 'packs/annual-2027/rules/N.json', 'power_green<=power_use', 'power_green<=power_used'],
    ['a change of an unknown item', 'packs/annual-2027/pack.json', '"item": "hnte_no"', '"item": "hnte_nr"'],
    ['a form that is not there', 'packs/annual-2027/pack.json', '"501"', '"502"'],
  ])('refuses %s with a sentence', (_, path, from, to) => {
    const text = written.get(path) ?? ''
    expect(text).toContain(from)
    const result = load(new Map([...written, [path, text.replace(from, to)]]))
    expect(result.ok).toBe(false)
  })
})
