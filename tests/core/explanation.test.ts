import { describe, expect, test } from 'vitest'
import { checkExplanation, countCharacters } from '../../core/audit/explanation.ts'
import { packOf, sampleUnit } from './samples.ts'

const pack = packOf(2026)
const code = (text: string): string => checkExplanation(text, 'Y002', pack)?.code ?? 'ok'

test.each([['新签三年期合同', 7], ['，。！ \n', 0], ['a b c', 3], ['合同。合同。', 4], ['𠮷𠮷', 2], ['增长30%', 4]])('%s 计 %i 字', (text, n) => expect(countCharacters(text)).toBe(n))

describe('说明', () => {
  test.each([...pack.boilerplate.map((t) => [t]), ['情况属实，无误。'], ['经核实，数据无误，情况属实'], ['我单位数据真实准确，已核对。'], ['啊啊啊啊啊啊啊'], ['111111111'], ['因____业务增长，新签____合同'], ['特此说明，情况属实！！']])('%s 不算说明', (text) => expect(code(text)).not.toBe('ok'))
  test.each(['情况属实', '扩', '', '，，，，，，，，', '新合同'])('%s 太短', (text) => expect(code(text)).toBe('explanation-short'))
  test.each(['情况属实，2026年7月与县检测站合并', '新签三年期政府监督抽检合同', '数据无误，因设备报废三台', '迁入新建刑事技术楼'])('%s 说出了原因', (text) => expect(code(text)).toBe('ok'))
  test('示例单位的说明都通过', () => {
    const texts = ['enterprise', 'institution', 'government'].flatMap((kind) => sampleUnit(kind).flatMap((f) => f.explanations.map((e) => e.text)))
    expect(texts.filter((t) => code(t) !== 'ok')).toEqual([])
  })
  test('问题带着字数', () => expect(checkExplanation('扩招了', 'Y003', pack)?.params).toMatchObject({ min: 6, count: 3 }))
})
