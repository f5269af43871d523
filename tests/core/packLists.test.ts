import { describe, expect, test } from 'vitest'
import { loadPack, type PackFiles } from '../../core/pack/load.ts'
import type { Pack } from '../../core/pack/schema.ts'
import { decode } from '../../electron/packs/files.ts'
import { good } from '../support/desk.ts'
import { seeds, sha256 } from './samples.ts'

const old = 'regions/old.json'
const withText = (path: string, text: string): PackFiles => ({ ...seeds, read: asked => (asked === path ? Buffer.from(text) : seeds.read(asked)) })
const pack = (files: PackFiles, id = 'annual-2026'): Pack => good(loadPack(files, id, sha256)).pack
function said(files: PackFiles): unknown {
  const result = loadPack(files, 'annual-2025', sha256)
  return result.ok ? null : result.problem.params
}

describe('the long lists that packs of all years name', () => {
  test('are one and the same where the files are, and stay what the files say', () => {
    const [a, b] = [pack(seeds), pack(seeds, 'annual-2025')]
    expect(a.regions).toBe(b.regions)
    expect(a.industries).toBe(b.industries)
    const changed = pack(withText(old, '[["990000","甲","old"]]'))
    expect(changed.regions.at(-1)).toEqual(['990000', '甲', 'old'])
    expect(changed.regions.length).not.toBe(a.regions.length)
    expect(pack(seeds).regions).toEqual(a.regions)
  })

  test.each([
    ['another word for how it stands', old, '[["110000","甲","never"]]', { file: 'packs/annual-2025/pack.json', what: expect.stringMatching(/^regions\.\d+\.2：只能是 now、old$/) }],
    ['no list', old, '{}', { file: old, what: '这里应为一个列表' }],
    ['no JSON', old, '[[\n"110000"', { file: old, what: '不是可读的 JSON：第 2 行第 9 个字读不通' }],
    ['half an industry', 'industries/gbt4754-2017.json', '[["1"]]', { file: 'packs/annual-2025/pack.json', what: 'industries.0：太小或太短' }],
  ] as const)('are checked again when they change: %s', (_, path, text, params) => {
    pack(seeds, 'annual-2025')
    expect(said(withText(path, text))).toEqual(params)
    expect(said(withText(path, text))).toEqual(params)
    expect(said(seeds)).toBeNull()
  })

  test('read the same by the machine’s own decoder and by the one of the core', () => {
    const marked = withText(old, '\ufeff[["990000","甲😀","old"]]')
    const { decode: _, ...plain } = marked
    expect(pack({ ...marked, decode })).toEqual(pack(plain))
  })
})
