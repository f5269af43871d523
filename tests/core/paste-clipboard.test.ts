import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClipboard } from '../../core/paste/clipboard.ts'
import { copied, copyHtml, copyTsv } from '../../core/paste/copy.ts'
import { parseHtmlTables } from '../../core/paste/html.ts'
import { parseTsv, printTsv } from '../../core/paste/tsv.ts'

const excel = (rows: string): string => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Excel 15">
<style>
<!--table {mso-displayed-decimal-separator:"\\.";}
.xl65 {mso-number-format:"\\@";}
td > .x {}
-->
</style></head>
<body link="#0563C1">
<table border=0 cellpadding=0 width=128 style='border-collapse:collapse'>
 <col width=64 span=2 style='width:48pt'>
<!--StartFragment-->
 ${rows}
<!--EndFragment-->
</table></body></html>`

describe('文字形式', () => {
  test.each<[string, string, string[][]]>([
    ['Excel 的一块', '1\t2\r\n3\t4\r\n', [['1', '2'], ['3', '4']]],
    ['末尾没有换行', '1\t2', [['1', '2']]],
    ['单元格里的换行、制表符和引号', '"甲\n乙"\t"a\tb"\t"说""好""\n"\r\n', [['甲\n乙', 'a\tb', '说"好"\n']]],
    ['只是带引号的字', '"示例"\t说"好"\r\n', [['"示例"', '说"好"']]],
    ['引号没有收尾', '"甲\t乙\r\n丙', [['"甲', '乙'], ['丙']]],
    ['引号后面还有字', '"甲\n"乙\t1\r\n', [['"甲'], ['"乙', '1']]],
    ['空格子和空行', '\t\r\n\r\n1\t', [['', ''], [''], ['1', '']]],
    ['空的引号', '""\t1', [['', '1']]],
    ['什么也没有', '', []],
  ])('%s', (_, text, rows) => expect(parseTsv(text)).toEqual(rows))

  test('写出的再读回来相同', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', '') }))
    const rows = fc.integer({ min: 1, max: 5 }).chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
    fc.assert(fc.property(rows, (matrix) => { expect(parseTsv(printTsv(matrix))).toEqual(matrix) }))
  })
  test('任何文字都不出错', () => fc.assert(fc.property(fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', '<', '>', '/', 'td', 'table', '!', '--', '=', '\'') }), text => {
    parseTsv(text)
    parseHtmlTables(text)
  })))
})

describe('网页形式', () => {
  test.each<[string, string, string[][] | null]>([
    ['Excel', excel(`<tr height=18 style='height:13.5pt'>
  <td height=18 class=xl65 width=64 style='height:13.5pt;width:48pt'>03</td>
  <td align=right x:num="1234.5">1,234.50</td></tr>`), [['03', '1,234.50']]],
    ['WPS 的会计格式：横线是零', excel('<tr><td x:num="0"> - </td><td x:num="0.0"><span style=\'mso-spacerun:yes\'>&nbsp;</span>-&nbsp;</td><td>-</td></tr>'), [['0', '0', '-']]],
    ['列太窄', excel('<tr><td x:num="131450">######</td><td>###</td></tr>'), [['131450', '###']]],
    ['LibreOffice', '<table><colgroup width="85"></colgroup><tr><td height="17" align="right" sdval="512.6" sdnum="2052;0;#,##0.00"><font face="Noto">512.60</font></td><td sdnum="2052;0;@">0571</td></tr></table>', [['512.60', '0571']]],
    ['跨行跨列', '<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td><td>5</td></tr></table>', [['甲', '乙', ''], ['', '1', '2'], ['3', '4', '5']]],
    ['跨行在右边', '<table><tr><td>1</td><td rowspan=3>甲</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>', [['1', '甲'], ['2', ''], ['3', '']]],
    ['格子里的换行与源码里的换行', excel('<tr><td>第一行<br style=\'mso-data-placement:same-cell;\'>\n  第二行</td><td>甲\n   乙</td></tr>'), [['第一行\n第二行', '甲 乙']]],
    ['字符实体', '<table><tr><td>&lt;A&amp;B&gt;&nbsp;&#37;&#x4e2d;&bogus;&#0;</td></tr></table>', [['<A&B> %中&bogus;&#0;']]],
    ['为对齐加的隐藏行', excel('<tr><td>1</td></tr><![if supportMisalignedColumns]><tr height=0 style=\'display:none\'><td width=64></td></tr><![endif]>'), [['1']]],
    ['没有收尾的标签', '<table><tr><td>1<td>2<tr><td>3<td>4', [['1', '2'], ['3', '4']]],
    ['表中有表', '<table><tr><td>甲<table><tr><td>乙</td></tr></table></td><td>丙</td></tr></table>', [['甲乙', '丙']]],
    ['大于号在引号里', '<table><tr><td title="a>b">1</td></tr></table>', [['1']]],
    ['段落', '<table><tr><td><p>甲</p><p>乙</p></td></tr></table>', [['甲\n乙']]],
    ['没有表格', '<p>1 < 2</p>', null],
  ])('%s', (_, html, rows) => expect(parseHtmlTables(html)).toEqual(rows))

  test('巨大的跨列跨行不占满内存', () => {
    const rows = parseHtmlTables(`<table>${'<tr><td colspan=99999 rowspan=99999>1</td></tr>'.repeat(2000)}</table>`) ?? []
    expect(rows.reduce((n, row) => n + row.length, 0)).toBeLessThan(100_000)
    expect(readClipboard({ html: `<table>${'<tr><td colspan=999>1</td><td>2</td></tr>'.repeat(100)}</table>`, text: '' })).toMatchObject({ ok: false, problem: { code: 'paste-too-big' } })
  })
})

describe('剪贴板', () => {
  test('有表格时用表格，没有时用文字；末尾的空行空列不要', () => {
    expect(readClipboard({ html: '<table><tr><td>1</td></tr></table>', text: '9' })).toEqual({ ok: true, value: [['1']] })
    expect(readClipboard({ html: '<p>1</p>', text: '9\t8\t\r\n7\r\n\r\n' })).toEqual({ ok: true, value: [['9', '8'], ['7', '']] })
    expect(readClipboard({ html: null, text: ' \r\n' })).toMatchObject({ ok: false, problem: { code: 'paste-empty' } })
  })
})

describe('复制', () => {
  const block = [[{ text: '03', number: false }, { text: '-1234.50', number: true, decimals: 2 }], [{ text: '=1+1', number: false }, { text: '', number: false }]]
  test('代码是文本，数是数，等号开头的不成公式', () => {
    expect(copyTsv(block)).toBe('03\t-1234.50\r\n\'=1+1\t\r\n')
    const { html } = copied(block)
    expect(html).toContain(`<td style="mso-number-format:'\\@'" x:str>03</td>`)
    expect(html).toContain(`<td align="right" style="mso-number-format:'0\\.00'" x:num="-1234.50">-1234.50</td>`)
    expect(html).toContain('>=1+1</td>')
  })
  test.each(['=A1', '+1', '-甲', '@x', '\'=x'])('%s 加上撇号', text => expect(copyTsv([[{ text, number: false }]])).toBe(`'${text}\r\n`))
  test('复制的再读回来相同', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '中', ' ', '  ', '<', '&', '"', '\n', '=', '-', '&nbsp;', '1') }).map(s => s.replace(/ *\n+ */g, '\n').trim())
    const rows = fc.integer({ min: 1, max: 4 }).chain(width => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))
    fc.assert(fc.property(rows, (matrix) => { expect(parseHtmlTables(copyHtml(matrix.map(row => row.map(one => ({ text: one, number: false })))))).toEqual(matrix) }))
  })
})
