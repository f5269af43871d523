import type { SubmissionState } from '../contract/regulator/intake.ts'

/** What the states of a submission are called. */
export const stateNames: Readonly<Record<SubmissionState, string>> = {
  received: '已收件', quarantined: '已隔离', unknown_pack: '任务包不明', other_year: '其他年度', other_region: '其他地区', not_in_register: '不在名录', duplicate: '重复', conflict: '冲突',
  superseded: '已被代替', in_review: '待审阅', returned: '已退回', accepted: '已接收',
}
