import type { ProblemCode } from '../problem.ts'

type TableSentences = Readonly<Record<Extract<ProblemCode, `table-${string}` | `input-${string}`>, string>>

/** What can go wrong with consolidated tables and the figures they need from outside; `{name}` and `[…]` as in problems.ts. */
export const tableProblems: { readonly zh: TableSentences; readonly en: TableSentences } = {
  zh: {
    'table-unknown': '任务包里没有“{table}”这张汇总表。请看“汇总”里的清单。',
    'table-cell': '{table} 里没有可以打开的“{cell}”这个数。请在表里选一个带下划线的数。',
    'table-region': '地区“{region}”不在本台账的地区“{ledger}”之内，没有汇总。请改选地区。',
    'input-unknown': '汇总表不用“{input}”这个数，没有录入。请看“录入数据”里的清单。',
  },
  en: {
    'table-unknown': 'The pack has no consolidated table “{table}”. See the list under Tables.',
    'table-cell': 'There is no figure “{cell}” to open in {table}. Choose an underlined figure of the table.',
    'table-region': 'Region “{region}” is outside this ledger’s region “{ledger}”; no table was made. Choose another region.',
    'input-unknown': 'No table asks for “{input}”; it was not entered. See the list of figures to enter.',
  },
}
