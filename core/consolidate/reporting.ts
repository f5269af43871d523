/** A fact about how one unit of the register reported in the scope's year; `num` facts are whole numbers. */
export interface ReportingFact { readonly type: 'num' | 'text'; readonly words: string }

const num = (words: string): ReportingFact => ({ type: 'num', words })
const text = (words: string): ReportingFact => ({ type: 'text', words })

/**
 * The names behind `R`: one row a unit of the register in the scope's region (by the register's region), and a unit that sent something
 * this year though the register does not have it (by its newest submission's region). Numbers are 0 where nothing happened.
 */
export const reportingFacts = {
  unit_id: text('单位编号'),
  region: text('名录中的地区代码（6位）'),
  risk: text('名录中的风险等级'),
  due: num('应报：在名录内且有效 1，否则 0'),
  received: num('已报：本年有可读的报送件 1，否则 0'),
  accepted: num('已接收 1，否则 0'),
  missing: num('应报而未报 1，否则 0'),
  on_time: num('第一份按时 1，否则 0'),
  late: num('第一份迟于期限 1，否则 0'),
  returned: num('退回次数'),
  in_return: num('现在退回、尚未再报 1，否则 0'),
  revised: num('修订次数（第一次以后又报的份数）'),
  errors: num('最新一份的强制性错误数（收件时复算）'),
  warnings: num('最新一份的核实性提示数'),
  explained: num('最新一份已说明的核实性提示数'),
  mismatches: num('最新一份文件内计算值与复算不符的处数'),
  mismatched: num('最新一份有不符 1，否则 0'),
  altered: num('最新一份被改动 1，否则 0'),
  hand_filed: num('最新一份由手填表代录 1，否则 0'),
  duplicates: num('重复报送的份数'),
  conflicts: num('同一次号内容不同的份数'),
  stray: num('不在名录 1，否则 0'),
  unit_slip: num('疑似单位错误（规则 Y007、Y008 有提示）1，否则 0'),
  same_as_prior: num('与上年完全相同（规则 Y018 有提示）1，否则 0'),
  no_prior: num('没有上年数据 1，否则 0'),
  queries: num('发出的查询数'),
  queries_open: num('未了结的查询数'),
} as const satisfies Readonly<Record<string, ReportingFact>>
export type ReportingName = keyof typeof reportingFacts
/** Whether a name is one of the facts. */
export const isReportingName = (name: string): name is ReportingName => Object.hasOwn(reportingFacts, name)
