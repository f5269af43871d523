import { describe, expect, test } from 'vitest'
import { figuresIn, fill, type Figure } from '../../core/bulletin/words.ts'

const names = { year: '2026', region: '沙坪坝区' }
const figures: Record<string, Figure> = { 'count(U):0': { text: '26', sign: 1 }, 'yoy(sum(rev_total)):1': { text: '−3.2', sign: -1 }, 'yoy(count(U)):1': { text: '0.0', sign: 0 }, 'count(U: x in {"1","2"}):0': { text: '7', sign: 1 } }
const say = (text: string): string => fill(text, { names, figure: ({ expression, decimals }) => figures[`${expression}:${decimals}`] ?? null })

describe('通报的文字', () => {
  test.each([
    ['{year}年，{region}共有{count(U)}家。', '2026年，沙坪坝区共有26家。'],
    ['营收{yoy(sum(rev_total)):1|增长#%|下降#%|持平}。', '营收下降3.2%。'],
    ['机构数{yoy(count(U)):1|增长#%|下降#%|与上年持平}。', '机构数与上年持平。'],
    ['共{count(U)}家[[，比上年{prev(count(U))}家多]]。', '共26家。'],
    ['没有的数{prev(count(U))}写横线', '没有的数—写横线'],
    ['其中{count(U: x in {"1","2"})}家', '其中7家'],
  ])('%s', (text, said) => expect(say(text)).toBe(said))

  test('asks for every figure once', () => {
    expect(figuresIn('{count(U)}和{count(U)}，[[{sum(a):2}]]')).toEqual([{ expression: 'count(U)', decimals: 0 }, { expression: 'sum(a)', decimals: 2 }])
  })
})
