import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { carrySchema, formSchema, itemSchema, ruleSchema } from '../../core/pack/schema.ts'
import type { Form, Item } from '../../core/pack/schema.ts'

const seeds = join(import.meta.dirname, '../../seeds')
const dir = join(seeds, 'packs/annual-2026')
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const header = z.looseObject({ forms: z.array(z.string()), regions: z.array(z.string()), industries: z.string() }).parse(read(join(dir, 'pack.json')))
const forms: readonly Form[] = header.forms.map((no) => formSchema.parse(read(join(dir, 'forms', `${no}.json`))))
const signoff = z.array(itemSchema).parse(read(join(dir, 'signoff.json')))
const rules = readdirSync(join(dir, 'rules')).flatMap((f) => z.array(ruleSchema).parse(read(join(dir, 'rules', f))))
const code = z.looseObject({ code: z.string(), name: z.string().min(1) })
const codes = (name: string) => z.array(code).parse(read(join(dir, 'codes', `${name}.json`)))
const region = z.array(z.tuple([z.string().regex(/^\d{6}$/), z.string().min(2), z.enum(['now', 'old'])]))
const regions = header.regions.flatMap((f) => region.parse(read(join(seeds, f))))
const industries = new Map(z.array(z.tuple([z.string(), z.string().min(2)])).parse(read(join(seeds, header.industries))))
const now = new Map(regions.filter(([, , state]) => state === 'now').map(([c, name]) => [c, name]))
const items = forms.flatMap((f) => f.items)
const columns = forms.flatMap((f) => f.tables.flatMap((t) => t.columns))
const cells: readonly Item[] = [...items, ...columns, ...signoff]

const cellValue = z.union([z.string(), z.number()])
const demoUnit = z.strictObject({
  unit_id: z.string(),
  kind: z.string(),
  filings: z.array(z.looseObject({
    survey_year: z.int(),
    values: z.record(z.string(), z.union([cellValue, z.array(z.record(z.string(), cellValue))])),
    computed: z.record(z.string(), cellValue.nullable()),
    findings: z.array(z.looseObject({ rule: z.string() })),
    explanations: z.array(z.looseObject({ rule: z.string(), text: z.string().min(6) })),
  })).length(2),
})
const demo = ['enterprise', 'institution', 'government'].map((n) => demoUnit.parse(read(join(seeds, 'demo', `${n}.json`))))

describe('the 2026 pack', () => {
  it('has the items, columns and sign-off fields of the survey', () => {
    expect(forms.map((f) => f.items.length)).toEqual([39, 10, 33, 25, 18, 11, 34, 0, 33])
    expect(items.length).toBe(203)
    expect(forms.flatMap((f) => f.tables.map((t) => [t.key, t.columns.length]))).toEqual([['sites', 9], ['certs', 9], ['instruments', 8], ['domains', 6]])
    expect(signoff.map((s) => s.key)).toEqual(['unit_head', 'stat_head', 'filler', 'filler_tel', 'report_date'])
    expect(new Set(cells.map((c) => c.key)).size).toBe(cells.length)
    expect(items.filter((i) => i.required === 'computed').length).toBe(23)
  })

  it.each([['201-1', 174], ['201-2', 167], ['201-3', 160]])('with %s a unit sees %i items', (variant, count) => {
    const seen = forms.filter((f) => f.variantOf === undefined || f.no === variant)
    expect(seen.length).toBe(7)
    expect(seen.flatMap((f) => f.items).length).toBe(count)
  })

  it('has 177 rules and F034', () => {
    expect(rules.length).toBe(178)
    expect(new Set(rules.map((r) => r.id)).size).toBe(178)
    const of = (letter: string) => rules.filter((r) => r.id.startsWith(letter)).length
    expect([of('F'), of('W'), of('X'), of('Y'), of('P')]).toEqual([34, 85, 25, 19, 15])
    expect(rules.filter((r) => r.severity === 'error').length).toBe(92)
  })

  it('puts every item into one group, in the order of the form', () => {
    for (const form of forms) expect(form.groups.flatMap((g) => g.items)).toEqual(form.items.map((i) => i.key))
  })

  it('shows sums only of known items', () => {
    const known = new Set([...cells.map((c) => c.key), ...forms.flatMap((f) => f.tables.flatMap((t) => t.columns.map((c) => `${t.key}.${c.key}`)))])
    const balances = forms.flatMap((f) => [...f.groups.flatMap((g) => (g.balance ? [g.balance] : [])), ...f.tables.flatMap((t) => t.footers.map((x) => x.balance))])
    expect(balances.length).toBeGreaterThan(15)
    for (const b of balances) for (const part of b.parts) expect(known).toContain(part)
  })

  it('lets the ten financial items of F031 be negative', () => {
    const f031 = rules.find((r) => r.id === 'F031')?.formula ?? ''
    const listed = [...f031.matchAll(/"([a-z_]+)"/g)].map((m) => m[1])
    expect(cells.filter((c) => c.mayBeNegative).map((c) => c.key).sort()).toEqual(listed.sort())
    expect(listed.length).toBe(10)
  })

  it('switches off nothing that the rest stands on', () => {
    const local = items.filter((i) => i.local)
    expect(local.length).toBe(48)
    expect(columns.some((c) => c.local)).toBe(false)
    for (const i of local) expect(i.source === 'S' || i.source === 'P').toBe(true)
    const formulas = items.map((i) => i.formula ?? '').join(' ').match(/[a-z_]+/g) ?? []
    for (const i of local) expect(formulas).not.toContain(i.key)
  })

  it('says how each computed item is made', () => {
    for (const i of items.filter((x) => x.required === 'computed')) expect([i.key, Boolean(i.formula && i.formulaHint)]).toEqual([i.key, true])
  })
})

describe('code tables', () => {
  it.each([['E1', 21], ['E2', 35], ['E3', 18], ['E4', 37], ['E5', 19], ['E6', 32], ['E7', 6]])('%s has %i codes', (name, count) => {
    const rows = codes(name)
    expect(rows.length).toBe(count)
    expect(new Set(rows.map((r) => r.code)).size).toBe(count)
  })
  it('E1 is marked unverified', () => {
    for (const row of codes('E1')) expect(row['unverified']).toBe(true)
  })
  it('names only tables that exist, with codes of the declared length', () => {
    for (const c of cells.filter((x) => x.enumRef !== undefined)) {
      for (const row of codes(c.enumRef ?? '')) expect(row.code.length).toBe(c.codeLength)
    }
  })
  it('offers every domain its default theme and 90', () => {
    const themes = z.object({ options: z.record(z.string(), z.array(z.string())), default: z.record(z.string(), z.string()) }).parse(read(join(dir, 'themes.json')))
    for (const row of codes('E4')) {
      expect(themes.default[row.code]).toBe(row['theme'])
      expect(themes.options[row.code]?.[0]).toBe(row['theme'])
      expect(themes.options[row.code]).toContain('90')
    }
  })
})

describe('regions and industries', () => {
  it('knows the counties, and the prefectures without counties', () => {
    expect(now.get('330114')).toBe('浙江省 杭州市 钱塘区')
    expect(now.get('500106')).toBe('重庆市 沙坪坝区')
    for (const c of ['330110', '441900', '442000', '460400', '620200', '429004', '710000', '810000', '820000']) expect(now.has(c)).toBe(true)
    for (const c of ['330103', '441901', '620201', '410306']) expect(now.has(c)).toBe(false)
    const level = (re: RegExp) => [...now.keys()].filter((c) => re.test(c)).length
    expect([level(/0000$/), level(/(?!00)\d\d00$/)]).toEqual([34, 333])
  })
  it('keeps abolished codes apart', () => {
    const old = new Map(regions.filter(([, , s]) => s === 'old').map(([c, name]) => [c, name]))
    expect(old.get('330103')).toBe('浙江省 杭州市 下城区')
    expect(old.get('371200')).toBe('山东省 莱芜市')
    expect(new Set(regions.map(([c]) => c)).size).toBe(regions.length)
  })
  it('has every division, section M and the classes in use', () => {
    expect([...industries.keys()].filter((c) => c.length === 2).length).toBe(97)
    expect(industries.get('7452')).toBe('检测服务')
    expect([...industries.keys()].filter((c) => /^7[345]\d\d$/.test(c)).length).toBe(48)
    for (const c of ['7330', '7453', '7461', '8341', '8411', '8421', '8431', '9223']) expect(industries.has(c)).toBe(true)
    for (const c of industries.keys()) if (c.length > 2) expect(industries.has(c.slice(0, -1))).toBe(true)
  })
})

describe('sample units', () => {
  it('use known keys, and list all that is computed', () => {
    const known = new Set(cells.map((c) => c.key))
    const tables = new Map(forms.flatMap((f) => f.tables.map((t) => [t.key, new Set(t.columns.map((c) => c.key))])))
    for (const filing of demo.flatMap((u) => u.filings)) {
      for (const [key, value] of Object.entries(filing.values)) {
        if (!Array.isArray(value)) expect(known).toContain(key)
        else for (const row of value) for (const column of Object.keys(row)) expect(tables.get(key)).toContain(column)
      }
      for (const key of Object.keys(filing.computed)) expect(items.find((i) => i.key === key)?.required).toBe('computed')
    }
  })
  it('lie in current counties and listed classes', () => {
    for (const { values } of demo.flatMap((u) => u.filings)) {
      expect(now.has(String(values['biz_region']))).toBe(true)
      expect(industries.has(String(values['industry']))).toBe(true)
    }
  })
  it('explain each finding they have', () => {
    for (const f of demo.flatMap((u) => u.filings)) expect(f.explanations.map((e) => e.rule)).toEqual(f.findings.map((e) => e.rule))
  })
})

describe('last year', () => {
  it('has one renamed, one split and one dropped item at least, all known to 2026', () => {
    const [from2025] = z.array(carrySchema).parse(read(join(dir, 'carry.json')))
    expect(from2025?.from).toBe('annual-2025')
    const known = new Set(items.map((i) => i.key))
    const targets = [...(from2025?.renamed ?? []).map((r) => r.now), ...(from2025?.split ?? []).flatMap((s) => s.now)]
    expect(from2025?.dropped.length).toBeGreaterThan(0)
    expect(targets.length).toBeGreaterThanOrEqual(3)
    for (const key of targets) expect(known).toContain(key)
    for (const y of ['annual-2025', 'annual-2023']) expect(existsSync(join(seeds, 'packs', y, 'pack.json'))).toBe(true)
  })
})
