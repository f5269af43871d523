import type { Language } from './problems.ts'

/** The lasting codes of everything a paste says of a cell. */
export const pasteCodes = [
  'from-yuan', 'from-yuan-rounded', 'from-unit', 'from-unit-rounded', 'negative', 'percent-off', 'plain', 'code', 'date', 'one-line', 'cleared',
  'not-number', 'not-whole', 'too-fine', 'percent', 'foreign', 'other-unit', 'no-code', 'not-date',
  'computed', 'read-only', 'outside', 'too-long', 'too-large', 'scientific', 'digits-lost', 'excel-error', 'narrow',
  'total', 'heading', 'no-item', 'label', 'column-off', 'blank-kept', 'empty-row', 'waiting', 'times-present', 'times-prior',
] as const
export type PasteCode = (typeof pasteCodes)[number]
/** Words of a paste as data: a lasting code and what its sentence needs. */
export interface PasteWords { readonly code: PasteCode; readonly params: Readonly<Record<string, string | number>> }

const zh: Readonly<Record<PasteCode, string>> = {
  'from-yuan': '由 {from} 元换算成万元', 'from-yuan-rounded': '由 {from} 元换算成万元，四舍五入到 {decimals} 位小数',
  'from-unit': '由 {from} 换算', 'from-unit-rounded': '由 {from} 换算，四舍五入到 {decimals} 位小数',
  'negative': '括号里的数按负数', 'percent-off': '去掉百分号', 'plain': '由“{from}”读出', 'code': '“{from}”对应 {code} {name}', 'date': '由“{from}”读出', 'one-line': '换行改成空格', 'cleared': '清空',
  'not-number': '不是数字，原样写入并标记', 'not-whole': '{unit}应为整数，原样写入并标记', 'too-fine': '小数多于 {decimals} 位，原样写入并标记', 'percent': '这里不填百分数，原样写入并标记',
  'foreign': '不是人民币，原样写入并标记', 'other-unit': '单位“{unit}”不对，原样写入并标记', 'no-code': '{count} 个选项里对不上，原样写入并标记', 'not-date': '不是日期，原样写入并标记',
  'computed': '自动计算，不写入', 'read-only': '只读，不写入', 'outside': '超出表格，不写入', 'too-long': '多于 {max} 个字，不写入', 'too-large': '整数多于 12 位，不写入',
  'scientific': '是科学计数法，后面的数字已经丢失，不写入。请在 Excel 里把这一列改成文本或数值格式，再复制', 'digits-lost': 'Excel 只保留 15 位数字，末尾已变成 0，不写入。请把这一列改成文本格式，重新录入后再复制',
  'excel-error': '是 Excel 的错误值，不写入', 'narrow': 'Excel 的列太窄，只复制到“#”，不写入。请拉宽后再复制',
  'total': '不写入，合计行', 'heading': '不写入，表头', 'no-item': '没有对应的指标，不写入', 'label': '用来对应行', 'column-off': '这一列不写入', 'blank-kept': '空白，不动现有的内容', 'empty-row': '空行',
  'waiting': '选定后再写', 'times-present': '是现在的 {times} 倍，请看一眼', 'times-prior': '是上年的 {times} 倍，请看一眼',
}
const en: Readonly<Record<PasteCode, string>> = {
  'from-yuan': 'converted from {from} yuan', 'from-yuan-rounded': 'converted from {from} yuan, rounded half up to {decimals} decimals',
  'from-unit': 'converted from {from}', 'from-unit-rounded': 'converted from {from}, rounded half up to {decimals} decimals',
  'negative': 'brackets mean negative', 'percent-off': 'per cent sign removed', 'plain': 'read from "{from}"', 'code': '"{from}" is {code} {name}', 'date': 'read from "{from}"', 'one-line': 'line ends become blanks', 'cleared': 'cleared',
  'not-number': 'not a number; written as it is and marked', 'not-whole': 'must be a whole number ({unit}); written as it is and marked', 'too-fine': 'more than {decimals} decimals; written as it is and marked', 'percent': 'no percentages here; written as it is and marked',
  'foreign': 'not in yuan; written as it is and marked', 'other-unit': 'the unit "{unit}" does not fit; written as it is and marked', 'no-code': 'none of the {count} choices; written as it is and marked', 'not-date': 'not a date; written as it is and marked',
  'computed': 'computed, not written', 'read-only': 'read-only, not written', 'outside': 'outside the table, not written', 'too-long': 'more than {max} characters, not written', 'too-large': 'more than 12 whole digits, not written',
  'scientific': 'scientific notation has lost digits, not written. Format the column as text or number in Excel and copy again', 'digits-lost': 'Excel keeps 15 digits, the rest became 0, not written. Format the column as text, type it again and copy',
  'excel-error': 'an error value of Excel, not written', 'narrow': 'the column in Excel is too narrow and only "#" was copied, not written. Widen it and copy again',
  'total': 'not written, a totals row', 'heading': 'not written, a heading', 'no-item': 'no such item, not written', 'label': 'used to find the row', 'column-off': 'this column is not written', 'blank-kept': 'blank, what is there stays', 'empty-row': 'an empty row',
  'waiting': 'written once chosen', 'times-present': '{times} times the present value, please look', 'times-prior': '{times} times last year, please look',
}

/** Every sentence of a paste, by language. */
export const pasteTexts: Readonly<Record<Language, Readonly<Record<PasteCode, string>>>> = { zh, en }

/** The sentence of words with their parameters filled in. */
export const pasteSentence = (words: PasteWords, language: Language = 'zh'): string =>
  pasteTexts[language][words.code].replace(/\{(\w+)\}/g, (_, name: string) => String(words.params[name] ?? ''))

/** Builds words. */
export const say = (code: PasteCode, params: PasteWords['params'] = {}): PasteWords => ({ code, params })
