import { plain, type FunctionSpec } from './signature.ts'

const monthsOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))

/** year, month, months. */
export const dateFunctions: readonly FunctionSpec[] = [
  plain({ name: 'year', args: [['date', 'month']], gives: 'text', run: () => ([d]) => (d as string).slice(0, 4) }),
  plain({ name: 'month', args: [['date', 'month']], gives: 'month', run: () => ([d]) => (d as string).slice(0, 7) }),
  plain({ name: 'months', args: [['date', 'month'], ['date', 'month']], gives: 'num', run: () => ([a, b]) => monthsOf(b as string) - monthsOf(a as string) }),
]
