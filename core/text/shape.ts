import type { z } from 'zod'

const kinds: Readonly<Record<string, string>> = { string: '文字', number: '数', int: '整数', boolean: 'true 或 false', array: '列表', object: '对象', record: '对象', null: '空', tuple: '列表' }

/** What is wrong with a value from JSON, in Chinese. */
export function shapeWords(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type': return `${issue.input === undefined && issue.message.endsWith('received undefined') ? '缺少这一项，' : ''}应为${kinds[issue.expected] ?? issue.expected}`
    case 'unrecognized_keys': return `不认识“${issue.keys.join('、')}”`
    case 'invalid_format': return issue.format === 'date' ? '应写成 2026-12-31 这样的日期' : '写法不对'
    case 'invalid_value': return `只能是 ${issue.values.map(String).join('、')}`
    case 'too_small': return '太小或太短'
    case 'too_big': return '太大或太长'
    default: return '写法不对'
  }
}
