import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { planLetter } from '../../core/letter/plan.ts'
import { readLetter } from '../../electron/excel/letter.ts'
import { verifyWorkbook } from '../../electron/excel/verifyWorkbook.ts'
import { forgetTemplates, writeTemplate } from '../../electron/excel/write.ts'
import { loadedPack } from '../core/samples.ts'
import { anAcceptance, aQuery, aReturn, aTask, regulator, someFindings, type Addressed } from '../support/letters.ts'
import { sealedSample } from './filings.ts'
import { edited, type Edit } from './rezip.ts'

const from = regulator()
const to: Addressed = { unitId: '91500106MA5U3JKX21-00', orgName: '示例检测有限公司', packDigest: loadedPack('annual-2026').digest, from }
const strange = '=1+1 <&>"\' _x0041_ 𠮷\n二'
const slip = aReturn(to, { submitNo: 1, digest: 'b'.repeat(64), queries: [aQuery('Q-1'), aQuery('Q-2', { question: strange, value: '' })] })
const letters = [slip, aTask(to), anAcceptance(to, { submitNo: 1, digest: 'c'.repeat(64) }), someFindings(to)]
const written = from.write(slip)
const QUERIES = 'xl/worksheets/sheet2.xml'
const HIDDEN = 'xl/worksheets/sheet3.xml'

/** What stands in a cell of the query sheet, replaced by a text. */
const typed = (ref: string, text: string): Edit => ({ [QUERIES]: xml => xml.replace(new RegExp(`<c r="${ref}"([^>]*?)(?:/>|>.*?</c>)`, 's'), `<c r="${ref}"$1 t="inlineStr"><is><t>${text}</t></is></c>`.replace(' t="inlineStr" t=', ' t=')) })
const codeOf = (bytes: Uint8Array): string => { const read = readLetter(bytes); return read.ok ? 'ok' : read.problem.code }

describe('a written letter', () => {
  for (const letter of letters) {
    it(`(${letter.kind}) reads back the same, and is the same bytes each time`, () => {
      const { bytes, digest } = from.write(letter)
      expect(readLetter(bytes)).toEqual({ ok: true, value: { letter, digest, signer: from.signer, replies: [] } })
      forgetTemplates()
      expect(Buffer.compare(from.write(letter).bytes, bytes)).toBe(0)
    })
    it(`(${letter.kind}) is no submission, and verifying says what it is`, () => {
      const word = planLetter(letter).sheets[0]?.name
      expect(verifyWorkbook(from.write(letter).bytes, 'f', () => 'known')).toMatchObject({ verdict: 'foreign', problem: `这是监管部门的${word}，不是报送件。请在首页点“打开退回单”。` })
    })
  }
  it('packed anew by another program still reads, and so do replies typed into it', () => {
    expect(readLetter(edited(written.bytes, {}))).toMatchObject({ ok: true, value: { replies: [] } })
    expect(readLetter(edited(written.bytes, typed('G3', ' 已核对，含新增的食品抽检合同。 ')))).toMatchObject({ ok: true, value: { replies: [{ query: 'Q-1', text: '已核对，含新增的食品抽检合同。' }] } })
  })
  it('under another key has another signer and another signature', () => {
    const other = regulator('另一个局')
    const forged = other.write({ ...slip, signer: { algorithm: 'Ed25519', public_key: other.publicKey } })
    expect(readLetter(forged.bytes)).toMatchObject({ ok: true, value: { signer: other.signer } })
    expect(codeOf(other.write(slip).bytes)).toBe('letter-damaged')
  })
})

describe('a letter that was changed', () => {
  it('in a question, or beside the replies, is refused and says the cell', () => {
    expect(readLetter(edited(written.bytes, typed('E3', '没有问题')))).toEqual({ ok: false, problem: { code: 'letter-edited', params: { sheet: '查询', cell: 'E3', count: 1 } } })
    expect(codeOf(edited(written.bytes, { [QUERIES]: xml => xml.replace('</row></sheetData>', '</row><row r="90"><c r="K90"><v>5</v></c></row></sheetData>') }))).toBe('letter-edited')
  })
  it('in its content is damaged; with one sound copy it still reads', () => {
    const spoil = (xml: string): string => xml.replace('"submit_no":1', '"submit_no":2')
    expect(codeOf(edited(written.bytes, { [HIDDEN]: spoil }))).toBe('ok')
    expect(codeOf(edited(written.bytes, { 'customXml/item1.xml': spoil }))).toBe('ok')
    expect(codeOf(edited(written.bytes, { [HIDDEN]: spoil, 'customXml/item1.xml': spoil }))).toBe('letter-damaged')
    const newer = (xml: string): string => xml.replace('"format_version":1', '"format_version":9')
    expect(codeOf(edited(written.bytes, { [HIDDEN]: newer, 'customXml/item1.xml': newer }))).toBe('letter-newer')
  })
  it('or is something else is refused with what it is', () => {
    expect(readLetter(sealedSample('enterprise').bytes)).toMatchObject({ problem: { code: 'letter-none', params: { what: '报送件' } } })
    expect(readLetter(writeTemplate(loadedPack('annual-2026')))).toMatchObject({ problem: { code: 'letter-none', params: { what: '空白填报表' } } })
    expect(codeOf(new Uint8Array(Buffer.from('not a zip')))).toBe('xlsx-not-zip')
    expect(codeOf(written.bytes.slice(0, 4000))).toBe('xlsx-zip-broken')
  })
  it('a submission that only says it is a letter is judged by its sealed content', () => {
    const marked = edited(sealedSample('enterprise').bytes, { 'docProps/custom.xml': xml => xml.replace('>submission<', '>letter<') })
    expect(verifyWorkbook(marked, 'f', () => 'known')).toMatchObject({ verdict: 'resaved' })
  })
})
