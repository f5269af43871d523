import { describe, expect, test } from 'vitest'
import type { Node } from '../../core/formula/ast.ts'
import { parseExpression, parseRule } from '../../core/formula/parse.ts'
import { refusal } from './formulas.ts'

/** A node with every bracket written out. */
function full(n: Node): string {
  switch (n.k) {
    case 'num': case 'name': return n.k === 'num' ? n.text : n.name
    case 'text': return `"${n.text}"`
    case 'column': return `${n.table}.${n.column}`
    case 'set': return `{${n.of.map(full).join(',')}}`
    case 'call': return `${n.fn}(${n.args.map(full).join(',')}${n.where ? `:${full(n.where)}` : ''})`
    case 'between': return `(${full(n.x)} between ${full(n.low)} and ${full(n.high)})`
    case 'neg': return `(-${full(n.a)})`
    case 'not': return `(not ${full(n.a)})`
    case 'binary': return `(${full(n.a)} ${n.op} ${full(n.b)})`
  }
}

describe('语法', () => {
  test.each([
    ['a+b*c-d/e', '((a + (b * c)) - (d / e))'],
    ['-a*b', '((-a) * b)'],
    ['a--b', '(a - (-b))'],
    ['a or b and c', '(a or (b and c))'],
    ['not a and b', '((not a) and b)'],
    ['not x in {"1","2"}', '(not (x in {"1","2"}))'],
    ['not not a', '(not (not a))'],
    ['(a=0)=(b=0)', '((a = 0) = (b = 0))'],
    ['a+1 between b and c and d', '(((a + 1) between b and c) and d)'],
    ['a subset t.b', '(a subset t.b)'],
    ['count(t: a="1" and b>0)', 'count(t:((a = "1") and (b > 0)))'],
    ['PY(t.a: b="1") subset t.a', '(PY(t.a:(b = "1")) subset t.a)'],
    ['f()', 'f()'],
    ['a<=0.3*b', '(a <= (0.3 * b))'],
    ['a != b', '(a != b)'],
  ])('%s', (source, expected) => expect(full(parseExpression(source))).toBe(expected))

  test('“if”在最外层', () => {
    const { then, when } = parseRule('a=1 or b=2 if c=3 and d=4')
    expect([full(then), when && full(when)]).toEqual(['((a = 1) or (b = 2))', '((c = 3) and (d = 4))'])
  })
})

describe('不合语法的，说出位置和原因', () => {
  test.each([
    ['a=1=2', '4 比较不能连写，请用“and”分开或加括号'],
    ['1<a<2', '4 比较不能连写，请用“and”分开或加括号'],
    ['(a=1 if b=2)', '6 这里应为“)”，却是“if”'],
    ['a+', '3 这里应为数、文字、名称或括号，却是公式结尾'],
    ['a b', '3 公式到此应已结束，却还有“b”'],
    ['a="x', '3 引号没有配对'],
    ['a;b', '2 不认识的字符“;”'],
    ['{}', '2 花括号内只能是数或文字，却是“}”'],
    ['{a}', '2 花括号内只能是数或文字，却是“a”'],
    ['a between 1 or 2', '13 “between”之后应为“下限 and 上限”，却是“or”'],
    ['t.', '3 “t.”之后应为栏目名称'],
    ['f(a', '4 这里应为“)”，却是公式结尾'],
    ['', '1 这里应为数、文字、名称或括号，却是公式结尾'],
    [`${'('.repeat(100)}1${')'.repeat(100)}`, '61 公式括号层次过深'],
    ['-'.repeat(500), '60 公式层次过深'],
    ['1'.repeat(3000), '1 公式过长（超过 2000 个字符）'],
  ])('%s', (source, expected) => expect(refusal(source)).toBe(expected))
})

describe('类型不合的，说出位置和原因', () => {
  test.each([
    ['staff_totl>0', '1 没有“staff_totl”这个指标'],
    ['is_legal=2', '9 两边类型不同：文字与数不能比较'],
    ['est_date>="1949"', '9 两边类型不同：年月与文字不能比较'],
    ['est_date=period_end', '9 两边类型不同：年月与日期不能比较'],
    ['org_name+1>0', '1 “+”左边应为数，却是文字'],
    ['staff_total and true', '1 “and”左边应为真假，却是数'],
    ['not staff_total', '5 “not”之后应为真假，却是数'],
    ['len(org_name,1)=1', '1 “len”应有1个参数，却有2个'],
    ['lenn(org_name)=1', '1 没有“lenn”这个函数'],
    ['len(staff_total)=1', '5 “len”的参数应为文字，却是数'],
    ['substr(uscc,1.5,2)="1"', '13 “substr”的参数应为整数'],
    ['match(uscc,"(")', '12 “(”不是可用的格式'],
    ['match(uscc,"(?=a)")', '12 “(?=a)”不是可用的格式'],
    ['match(uscc,"(a)\\1")', '12 “(a)\\1”不是可用的格式'],
    ['match(uscc,org_name)', '12 “match”的这个参数应直接写出（带引号的文字）'],
    ['exists("999")', '8 没有“999”这张表'],
    ['certs=1', '1 “certs”是重复表，只能用在 count、rows、any 等函数里'],
    ['count(cert)=1', '7 “count”的参数应为一张重复表'],
    ['sum(certs.cert_no)=1', '5 “sum”的栏目应为数'],
    ['sum(certs.dom_rev)=1', '5 重复表“certs”没有“dom_rev”这一栏'],
    ['certz.cert_no=1', '1 没有“certz”这张重复表'],
    ['any(certs: any(sites: site_type="4"))', '32 条件里不能再套带条件的函数'],
    ['abs(staff_total: staff_total>0)=1', '29 “abs”不能带条件'],
    ['cert_no="1"', '1 “cert_no”是重复表的栏目，这里只能写成 certs.cert_no 并放在函数里'],
    ['this>=0', '1 这里不能用 this'],
    ['{"1",2}=1', '6 花括号内应为同一类型'],
    ['is_legal in "1"', '13 “in”右边应为集合，却是文字'],
    ['is_legal in {1,2}', '1 “in”左边应为数，却是文字'],
    ['certs.cert_no=uscc', '14 两边类型不同：文字的集合与文字不能比较'],
    ['certs.cert_no subset domains.dom_rev', '15 “subset”两边应为同类的集合，却是文字的集合与数的集合'],
    ['pick(is_legal="1","a",1)="a"', '1 “pick”的各个值类型不同：文字、数'],
    ['pick(is_legal="1","a")="a"', '1 “pick”应有3 至 199个参数，却有2个'],
    ['(a=1)<(b=1)', '2 没有“a”这个指标'],
    ['(is_legal="1")<(is_main="1")', '15 真假只能比较是否相等'],
    ['PY(cert_no)="1"', '4 “PY”的参数应为一个指标，或 表.栏目'],
    ['unexplained(staff_total)=0', '13 “unexplained”的参数应为整数'],
    ['label(org_name)="1"', '7 “label”的参数应为一个有代码的指标'],
  ])('%s', (source, expected) => expect(refusal(source)).toBe(expected))

  test('逐行与 this', () => {
    expect(refusal('cert_no=site_name', { row: true })).toBe('9 一条规则只能逐行检查一张重复表')
    expect(refusal('this>=0 and cert_no="1"', { row: true, cell: true })).toBe('13 同一条规则不能既用 this 又逐行检查')
    expect(refusal('cert_no="1" and this>=0', { row: true, cell: true })).toBe('17 同一条规则不能既用 this 又逐行检查')
    expect(refusal('this="1" or this>=0', { cell: true })).toBe('')
  })
  test('碰不到原型', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(refusal(`${name}=1`)).toBe(`1 没有“${name}”这个指标`)
      expect(refusal(`${name}()=1`)).toBe(`1 没有“${name}”这个函数`)
    }
  })
})
