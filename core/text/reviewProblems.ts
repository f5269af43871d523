import type { ProblemCode } from '../problem.ts'

type ReviewSentences = Readonly<Record<Extract<ProblemCode, `review-${string}` | `adjust-${string}`>, string>>

/** What can go wrong in review; `{name}` and `[…]` as in problems.ts. */
export const reviewProblems: { readonly zh: ReviewSentences; readonly en: ReviewSentences } = {
  zh: {
    'review-taken': '这份报送件刚被[“{by}”]处理过[，现在是“{state}”]，这一步没有做。请重新打开看一看。',
    'review-blocked': '现在不能接收：{why}。',
    'review-reason': '还有 {count} 条强制性问题。要接收，请写明原因。',
    'review-query': '这条查询已经发出或了结，没有改动。请重新打开看一看。',
    'review-cell': '这份报送件里没有“{item}”这一格。请另选一格。',
    'review-state': '这份报送件现在是“{state}”，用不上这一步。',
    'review-pack': '任务包“{pack}”本机没有，不能审核。请先装入任务包。',
    'review-payload': '台账里没有这份报送件的完整内容，不能打开。请重新收件。',
    'review-slip': '“{unit}”没有退回单。请先退回，再另存。',
    'review-none': '台账里没有“{unit}”的报送件。请核对单位代码。',
    'adjust-cell': '“{item}”由本程序算出，或不在这一年度的表里，不能调整。请调整它的来源指标。',
    'adjust-value': '“{text}”不是“{item}”能填的值，没有调整。请核对单位和小数位。',
    'adjust-none': '“{item}”没有调整过，不用撤销。',
    'adjust-row': '“{item}”是重复表的一栏，请指明行；这一行要在最近一次报送里。',
  },
  en: {
    'review-taken': 'This submission was just handled[ by {by}][ and is now "{state}"]; this step was not done. Open it again.',
    'review-blocked': 'It cannot be accepted now: {why}.',
    'review-reason': '{count} mandatory findings stand. Give a reason to accept it all the same.',
    'review-query': 'This query was already sent or settled; nothing was changed. Open it again.',
    'review-cell': 'This submission has no cell "{item}". Choose another one.',
    'review-state': 'This submission is now "{state}"; the step does not fit.',
    'review-pack': 'The pack "{pack}" is not here, so it cannot be reviewed. Install the pack first.',
    'review-payload': 'The ledger does not hold the full content of this submission. Take the file in again.',
    'review-slip': '"{unit}" has no return slip. Return a submission first.',
    'review-none': 'The ledger has no submission of "{unit}". Check the unit code.',
    'adjust-cell': '"{item}" is computed, or not in the forms of this year, so it cannot be adjusted. Adjust the items it comes from.',
    'adjust-value': '"{text}" is no value of "{item}"; nothing was adjusted. Check the unit and the decimals.',
    'adjust-none': '"{item}" is not adjusted; there is nothing to withdraw.',
    'adjust-row': '"{item}" is a column of a table: name the row; it must be in the newest submission.',
  },
}
