/** The consolidated tables, their figures' lineage and inputs, in Chinese; its type is what another language must fill. */
export const tablesZh = {
  list: '汇总表', label: (title: string) => `${title}，方向键移动，回车看一个数由谁构成`, editions: { internal: '内部版', public: '公开版' }, edition: '版本', year: (n: number) => `${n}年`, years: '年度', basis: '口径', bases: { accepted: '已接收', received: '含未接收' },
  levels: { all: '全部级别', 1: '国家级', 2: '省级', 3: '其他法定资质' } as Readonly<Record<string, string>>, level: '资质级别', inputs: '上级总量和目标', export: '导出', exportAll: '导出全部', formats: { xlsx: 'Excel', csv: 'CSV', data: '数据文件' } as Readonly<Record<string, string>>, exporting: '正在导出', exported: (n: number, folder: string) => `已写好 ${n} 个文件：${folder}`, folder: '导出到哪个文件夹',
  making: '正在计算', none: '还没有台账。先在首页新建或打开一个。', noTables: '任务包里没有汇总表。',
  unit: '单位', scope: '口径', cutoff: '截止', received: (a: number, b: number) => `已报 ${a} / 应报 ${b}`, accepted: (n: number) => `其中已接收 ${n}`, adjusted: (n: number) => `另有补录和调整 ${n} 处，单列在数字下面`, hidden: '“*”：填报机构少于 3 家，或一家占 85% 以上，或由此能推出别的“*”。', adjustedAs: (text: string) => `调整后 ${text}`,
  keys: { open: '看一个数由谁构成', close: '关闭' }, warn: '请核对', denominator: '看分母', charts: '图', chart: '图', chartTable: '图的数据', showData: '看数据', tableView: '表', switches: '表的选项',
  lineage: {
    label: '这个数由谁构成', close: '关闭', of: (n: number, what: string) => `由 ${n} 家的 ${what} 得出`, raw: '原始值合计', parts: '各部分', rounding: '四舍五入', shown: '表中数', twice: '另算一遍核对', agrees: '一致', differs: '不一致，请把台账备份交给技术支持', made: '构成', byAmount: '按数额从大到小', export: '导出名单', unit: '机构', value: '原始值', share: '占 %', rest: (n: number) => `其余 ${n} 家`, open: '展开',
    left: (n: number) => `没有计入 ${n} 份`, submitNo: (n: number) => `第 ${n} 次`, expression: '算式', inputs: '用到的录入数', from: (source: string, date: string) => `${source}，${date}`, review: '到审阅看这份', waiting: '正在查是谁', nobody: '没有机构的数。', aggregate: '合计', units: (n: number) => `${n} 家`,
    reasons: { superseded: '已由后一次代替', returned: '已退回', in_review: '还没有接收', cancelled: '当年迁出或注销', other_region: '不在本地区', hand_filed: '手工表', conflict: '同次号内容不同', duplicate: '重复', quarantined: '已隔离', condition: '不合这个数的条件', not_received: '没有收到' } as Readonly<Record<string, string>>,
    marks: { 'hand-filed': '手工表', altered: '被改过', resaved: '另存过', adjusted: '有调整', imputed: '补录' } as Readonly<Record<string, string>>,
  },
  input: {
    title: '上级总量和目标', lead: '这些数不由报送件得出，要写明来源和日期。改过的都留着。', kinds: { upper: '上级总量', base: '历史基数', target: '目标', theme: '产业领域目标', manual: '人工录入' } as Readonly<Record<string, string>>, name: '名称', year: '年份', value: '数值', source: '来源', date: '日期', by: (who: string, when: string) => `${who}　${when}`, unset: '未录入', edit: '录入', save: '存下', cancel: '不改了', sourceHint: '如：市市场监管局统计公报', reason: '原因（改动时写）', saved: '已存下，表重新算过。', bad: '数值写成普通小数，如 756 或 108.45。', none: '这些表不需要录入数。',
  },
}

/** The same in English. */
export const tablesEn: typeof tablesZh = {
  list: 'Tables', label: (title) => `${title}, move with arrows, Enter shows who makes a figure`, editions: { internal: 'Internal', public: 'Public' }, edition: 'Edition', year: (n) => String(n), years: 'Year', basis: 'Basis', bases: { accepted: 'Accepted', received: 'Also not accepted' },
  levels: { all: 'All levels', 1: 'National', 2: 'Provincial', 3: 'Other' }, level: 'Certificate level', inputs: 'Totals and targets', export: 'Export', exportAll: 'Export all', formats: { xlsx: 'Excel', csv: 'CSV', data: 'Data files' }, exporting: 'Exporting', exported: (n, folder) => `${n} files written: ${folder}`, folder: 'Where to export',
  making: 'Computing', none: 'No ledger yet. Make or open one at home.', noTables: 'The pack has no tables.',
  unit: 'Unit', scope: 'Scope', cutoff: 'As of', received: (a, b) => `received ${a} of ${b}`, accepted: (n) => `${n} accepted`, adjusted: (n) => `${n} imputations and adjustments, shown apart under the figures`, hidden: '“*”: fewer than 3 units, one with more than 85 %, or it would give another “*” away.', adjustedAs: (text) => `adjusted ${text}`,
  keys: { open: 'who makes a figure', close: 'close' }, warn: 'Check', denominator: 'See the denominator', charts: 'Charts', chart: 'Chart', chartTable: 'Data of the chart', showData: 'Data', tableView: 'Table', switches: 'Choices of the table',
  lineage: {
    label: 'Who makes this figure', close: 'Close', of: (n, what) => `from ${what} of ${n} units`, raw: 'Sum of raw values', parts: 'Parts', rounding: 'Rounding', shown: 'Shown', twice: 'Computed again', agrees: 'agrees', differs: 'differs; give a backup of the ledger to support', made: 'Made of', byAmount: 'largest first', export: 'Export the list', unit: 'Unit', value: 'Value', share: '%', rest: (n) => `${n} more`, open: 'show',
    left: (n) => `${n} not counted`, submitNo: (n) => `no. ${n}`, expression: 'Formula', inputs: 'Inputs used', from: (source, date) => `${source}, ${date}`, review: 'Open in review', waiting: 'Looking up', nobody: 'No unit has a figure here.', aggregate: 'Sum', units: (n) => `${n} units`,
    reasons: { superseded: 'replaced by a newer one', returned: 'returned', in_review: 'not accepted yet', cancelled: 'moved away or closed', other_region: 'another region', hand_filed: 'hand-filed', conflict: 'same number, other content', duplicate: 'duplicate', quarantined: 'quarantined', condition: 'outside this figure’s condition', not_received: 'not received' },
    marks: { 'hand-filed': 'hand-filed', altered: 'altered', resaved: 'resaved', adjusted: 'adjusted', imputed: 'imputed' },
  },
  input: {
    title: 'Totals and targets', lead: 'These figures do not come from submissions; give source and date. Earlier ones are kept.', kinds: { upper: 'Totals above', base: 'Base years', target: 'Targets', theme: 'Theme targets', manual: 'Entered by hand' }, name: 'Name', year: 'Year', value: 'Value', source: 'Source', date: 'Date', by: (who, when) => `${who}  ${when}`, unset: 'not set', edit: 'Enter', save: 'Save', cancel: 'Cancel', sourceHint: 'e.g. statistical bulletin', reason: 'Reason (for a change)', saved: 'Saved; the table is computed again.', bad: 'Write a plain decimal, such as 756 or 108.45.', none: 'These tables need no inputs.',
  },
}
