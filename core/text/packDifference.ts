import type { PackDifference, PackPart } from '../pack/difference.ts'
import type { Language } from './problems.ts'

const parts: Readonly<Record<Language, Readonly<Record<PackPart, string>>>> = {
  zh: { pack: '任务包', date: '日期', form: '表', item: '指标', code: '代码', rule: '审核规则', table: '汇总表' },
  en: { pack: 'Pack', date: 'Date', form: 'Form', item: 'Item', code: 'Code', rule: 'Rule', table: 'Table' },
}

/** One difference between two packs as a line. */
export function packDifferenceWords(language: Language, { part, key, name, was, now }: PackDifference): string {
  const head = `${parts[language][part]} ${key === name ? name : part === 'date' ? (language === 'zh' ? name : key) : `${key} ${name}`}`
  if (language === 'en') return was === null ? `${head}: new, ${now}` : now === null ? `${head}: gone (${was})` : was === now ? `${head}: changed` : `${head}: ${was} → ${now}`
  return was === null ? `${head}：新增，${now}` : now === null ? `${head}：取消（原为 ${was}）` : was === now ? `${head}：内容有改动` : `${head}：${was} → ${now}`
}

/** What the parts are called. */
export const packPartWords = parts
