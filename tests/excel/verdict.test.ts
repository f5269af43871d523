import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { filingOf } from '../../core/submission/payload.ts'
import { readWorkbook } from '../../electron/excel/book.ts'
import { forgetTemplates, writeTemplate } from '../../electron/excel/write.ts'
import { sealFiling, writeAgain } from '../../electron/excel/submission.ts'
import { verifyWorkbook } from '../../electron/excel/verifyWorkbook.ts'
import { loadedPack } from '../core/samples.ts'
import { planInput, publicKey, sealedSample, sign } from './filings.ts'
import { edited, type Edit } from './rezip.ts'

const trust = () => 'known' as const
const verdictOf = (bytes: Uint8Array) => verifyWorkbook(bytes, 'f.xlsx', trust)
const enterprise = sealedSample('enterprise')
const sheetOf = (name: string): string => `xl/worksheets/sheet${enterprise.payload.sheets.findIndex((sheet) => sheet.name === name) + 1}.xml`
const form301 = enterprise.payload.sheets.find((sheet) => sheet.form === '301')?.name ?? ''
const cellOf = (item: string): readonly [string, string] => {
  const found = enterprise.payload.sheets.flatMap((sheet) => sheet.cells.map((cell) => [sheet.name, cell] as const)).find(([name, cell]) => cell[2] === item && name === form301)
  return [found?.[1][0] ?? '', found?.[1][1] ?? '']
}

describe('a written submission', () => {
  for (const kind of ['enterprise', 'institution', 'government'] as const) {
    it(`of the ${kind} reads back sealed, with the same values`, () => {
      const made = sealedSample(kind)
      expect(verdictOf(made.bytes)).toEqual({ file: 'f.xlsx', verdict: 'sealed', unit: made.payload.unit_id, pack: 'annual-2026@1.0', submitNo: 1, signer: made.signer, trust: 'known', changed: [], problem: null })
      const read = readWorkbook(made.bytes)
      if (!read.ok) throw new Error(read.problem.code)
      for (const sheet of made.payload.sheets) for (const [ref, value] of sheet.cells) expect(read.value.get(sheet.name)?.get(ref)?.text ?? '', `${sheet.name}!${ref}`).toBe(value.replace(/^(-?\d+\.\d*?)0+$/, (all: string, short: string) => (read.value.get(sheet.name)?.get(ref)?.numeric ? short.replace(/\.$/, '') : all)))
      expect(filingOf(made.payload).tables).toEqual(Object.fromEntries(Object.entries(planInput(kind).data.tables)))
    })
  }
  it('has the same bytes from cold and kept templates, and when written again from its payload', () => {
    forgetTemplates()
    const cold = sealedSample('enterprise')
    const warm = sealedSample('enterprise')
    expect(Buffer.compare(cold.bytes, enterprise.bytes)).toBe(0)
    expect(Buffer.compare(warm.bytes, enterprise.bytes)).toBe(0)
    expect(Buffer.compare(writeAgain(loadedPack('annual-2026'), enterprise.text, enterprise.signature).bytes, enterprise.bytes)).toBe(0)
  })
  it('keeps one filing out of the other filings\' templates', () => {
    forgetTemplates()
    const order = (['government', 'enterprise', 'institution', 'enterprise'] as const).map((kind) => sealedSample(kind).bytes)
    expect(Buffer.compare(order[1] as Uint8Array, enterprise.bytes)).toBe(0)
    expect(Buffer.compare(order[3] as Uint8Array, enterprise.bytes)).toBe(0)
  })
  it('tells with every strange text in it', () => {
    const input = planInput('enterprise')
    const strange = '=1+1 <&>"\' _x0041_ 𠮷\n二 '
    const made = sealFiling({ ...input, data: { ...input.data, values: { ...input.data.values, org_name: strange, reg_addr: `@${'长'.repeat(140)}`, unit_head: '+甲', email: '-cmd|x' } }, meta: { ...input.meta, reason: '改𠮷_x000D_' } }, sign)
    expect(verdictOf(made.bytes)).toMatchObject({ verdict: 'sealed', changed: [] })
  })
})

describe('a changed submission', () => {
  const [ref, sealed] = cellOf('rev_testing')
  const number = new RegExp(`(<c r="${ref}"[^>]*>)<v>[^<]*</v>`)
  const altered = (edits: Edit): ReturnType<typeof verdictOf> => verdictOf(edited(enterprise.bytes, edits))

  it('with one number altered says exactly that cell', () => {
    expect(altered({ [sheetOf(form301)]: (xml) => xml.replace(number, '$1<v>750.3</v>') })).toMatchObject({
      verdict: 'altered', changed: [{ sheet: form301, cell: ref, item: 'rev_testing', row: null, sealed, found: '750.30' }],
    })
  })
  it('with a cell of a row altered names the row', () => {
    const sheet = enterprise.payload.sheets.find((candidate) => candidate.form === '302')
    const cell = sheet?.cells.find(([, , item, row]) => item === 'dom_rpt' && row === 2)
    const key = enterprise.payload.tables['domains']?.rows.find((row) => row.id === 2)?.cells['dom_code']
    const seen = altered({ [sheetOf(sheet?.name ?? '')]: (xml) => xml.replace(new RegExp(`(<c r="${cell?.[0]}"[^>]*>)<v>[^<]*</v>`), '$1<v>7</v>') })
    expect(seen.changed).toEqual([{ sheet: sheet?.name, cell: cell?.[0], item: 'dom_rpt', row: key, sealed: cell?.[1], found: '7' }])
  })
  it('emptied, or turned into a formula, or with something added is altered', () => {
    expect(altered({ [sheetOf(form301)]: (xml) => xml.replace(number, '$1') }).changed).toMatchObject([{ cell: ref, found: null }])
    expect(altered({ [sheetOf(form301)]: (xml) => xml.replace(number, `$1<f>1+1</f><v>${sealed}</v>`) }).changed).toMatchObject([{ cell: ref, found: sealed }])
    expect(altered({ [sheetOf(form301)]: (xml) => xml.replace('</row></sheetData>', '</row><row r="900"><c r="K900"><v>5</v></c></row></sheetData>') }).changed)
      .toEqual([{ sheet: form301, cell: 'K900', item: null, row: null, sealed: null, found: '5' }])
  })
  it('with a code turned into a number has lost its zero and is altered; a formula without a value is found blank', () => {
    const cell = enterprise.payload.sheets[1]?.cells.find(([, , item]) => item === 'unit_seq')
    expect(altered({ 'xl/worksheets/sheet2.xml': (xml) => xml.replace(new RegExp(`<c r="${cell?.[0]}"[^>]*>.*?</c>`), `<c r="${cell?.[0]}"><v>0</v></c>`) }).changed).toMatchObject([{ item: 'unit_seq', sealed: '00', found: '0' }])
    expect(altered({ [sheetOf(form301)]: (xml) => xml.replace('</row></sheetData>', '</row><row r="900"><c r="K900"><f>1+1</f></c></row></sheetData>') }).changed).toMatchObject([{ cell: 'K900', found: null }])
  })
  it('that only says it is a blank template is judged by its sealed content', () => {
    expect(altered({ 'docProps/custom.xml': (xml) => xml.replace('>submission<', '>template<') })).toMatchObject({ verdict: 'resaved', unit: enterprise.payload.unit_id })
  })
  it('with a wrong receipt code on the cover is altered', () => {
    expect(altered({ 'xl/worksheets/sheet1.xml': (xml) => xml.replace(enterprise.receipt, '0000-0000-00') })).toMatchObject({ verdict: 'altered', changed: [{ sheet: '封面', sealed: enterprise.receipt, found: '0000-0000-00' }] })
  })
  it('with another look only, or packed anew, is resaved', () => {
    expect(altered({})).toMatchObject({ verdict: 'resaved' })
    expect(altered({ [sheetOf(form301)]: (xml) => xml.replace(/width="[^"]*"/, 'width="60"').replace(number, (all) => all.replace(/ s="\d+"/, '')) })).toMatchObject({ verdict: 'resaved', changed: [] })
  })
  it('with one copy of the payload spoilt is still recovered, with both it is damaged', () => {
    const hidden = `xl/worksheets/sheet${enterprise.payload.sheets.length + 2}.xml`
    const spoil = (xml: string): string => xml.replace('jianbao-submission', 'jianbao-submissioN')
    expect(altered({ [hidden]: spoil })).toMatchObject({ verdict: 'resaved' })
    expect(altered({ 'customXml/item1.xml': spoil })).toMatchObject({ verdict: 'resaved' })
    expect(altered({ [hidden]: spoil, 'customXml/item1.xml': spoil })).toMatchObject({ verdict: 'damaged', problem: expect.stringContaining('读不出来') })
    const value = (xml: string): string => xml.replace('"submit_no":1', '"submit_no":2')
    expect(altered({ [hidden]: value, 'customXml/item1.xml': value })).toMatchObject({ verdict: 'damaged', problem: expect.stringContaining('校验值') })
    const unsigned = (xml: string): string => xml.replaceAll(enterprise.signature, `AAAA${enterprise.signature.slice(4)}`)
    expect(altered({ [hidden]: unsigned, 'docProps/custom.xml': unsigned })).toMatchObject({ verdict: 'damaged', problem: expect.stringContaining('签名') })
  })
  it('cut anywhere is damaged', () => {
    for (const part of [0.1, 0.3, 0.6, 0.9, 0.999]) expect(verdictOf(enterprise.bytes.slice(0, Math.floor(enterprise.bytes.length * part))), String(part)).toMatchObject({ verdict: 'damaged', problem: '文件不完整，可能没有传完。请重新拷贝一份。' })
  })
  it('with one byte flipped is never sealed', () => {
    for (let at = 0; at < enterprise.bytes.length; at += 3001) {
      const bytes = enterprise.bytes.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 0x20
      expect(verdictOf(bytes).verdict, String(at)).not.toBe('sealed')
    }
  })
})

it('a second submission by another key is sealed, and the signer is another', () => {
  const input = planInput('enterprise')
  expect(input.meta.publicKey).toBe(publicKey)
  const forged = sealFiling({ ...input, meta: { ...input.meta, publicKey: 'ab'.repeat(32) } }, sign)
  expect(verdictOf(forged.bytes)).toMatchObject({ verdict: 'damaged', problem: expect.stringContaining('签名') })
})

it('a blank template is unsealed, and the same bytes each time', () => {
  const bytes = writeTemplate(loadedPack('annual-2026'))
  expect(verdictOf(bytes)).toMatchObject({ verdict: 'unsealed', pack: 'annual-2026@1.0', unit: null, changed: [] })
  forgetTemplates()
  expect(Buffer.compare(writeTemplate(loadedPack('annual-2026')), bytes)).toBe(0)
})
