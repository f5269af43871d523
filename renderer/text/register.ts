/** 名录 in Chinese; its type is what another language must fill. */
export const registerZh = {
  count: (n: number) => `在册 ${n} 家`, import: '导入名录', issue: '发任务书', missing: '催报名单', list: '名录', search: '名称、代码、联系人', filters: '筛选', region: '地区', allRegions: '全部地区', group: '分组', allGroups: '全部分组', state: '报送情况', clear: '清除筛选', found: (n: number) => `${n} 家`, none: '没有符合的机构。', empty: '名录还是空的。导入一个 Excel 或 CSV，每行一家机构。',
  states: { all: '全部', missing: '未报', received: '已收', accepted: '已接收', returned: '已退回', inactive: '停报' }, unitStates: { missing: '未报', received: '已收', in_review: '待审阅', returned: '已退回', accepted: '已接收' }, late: '过期', hand: '手工表', inactive: '停报',
  head: { name: '机构', unit: '单位代码', region: '地区', state: '报送情况', no: '次数', deadline: '截止', contact: '联系人', phone: '电话' },
  fields: { name: '机构名称', region: '地区', contact: '联系人', phone: '电话', certs: '证书编号', forms: '应报的表', groups: '分组', risk: '风险等级', deadline: '报送截止', active: '本年度应报' }, listHint: '几个之间用顿号或逗号分开', allForms: '全部', packDeadline: (day: string) => `随任务包 ${day}`,
  detail: '所选机构', edit: '修改', effective: '从哪天起', save: '存下修改', nothing: '还没有改动。', saved: '已修改，旧的留在变更记录里。', history: '变更记录', noHistory: '还没有改过。', came: '列入名录', was: (old: string, now: string) => `${old || '空'} → ${now || '空'}`, openReview: '看报送件', issueOne: '发这一家的任务书', pick: '选一家，这里看它的资料和变更。', from: (day: string) => `${day} 起`,
  issueTitle: '发任务书', issueLine: '一家一个文件：单位代码、应报的表、任务包、截止日期和监管部门的指纹。机构用它建立填报单位。', issueAll: (n: number) => `全部 ${n} 家`, issueFound: (n: number) => `筛选出的 ${n} 家`, issueFolder: '任务书存到哪里', issued: (n: number, folder: string) => `已写 ${n} 份任务书，在 ${folder}`, issueDo: '选文件夹，写任务书',
  wizard: {
    title: '导入名录', pickTitle: '选择名录文件', from: (file: string) => `来自 ${file}`, back: '回到名录', other: '换一个文件', reading: '正在读', sheet: '工作表', headRow: '表头在第几行', map: '对应的列', notMapped: '不导入', sample: '例', lines: '每一行会怎样', line: '行', does: { new: '新增', change: '改动', same: '不变', refused: '不写入' }, changed: '改动的项', problem: '原因', absent: (n: number) => `名录里有 ${n} 家不在这张表里，保持不变。`,
    columns: { uscc: '统一社会信用代码', unit_seq: '单位序号', unit_id: '单位代码', name: '机构名称', region: '地区代码', contact: '联系人', phone: '电话', certs: '证书编号', forms: '应报的表', groups: '分组', risk: '风险等级', deadline: '报送截止' },
    need: '要有机构名称，还要有单位代码或统一社会信用代码。', effective: '从哪天起生效', reason: '说明（可不写）', run: (n: number) => `写入 ${n} 家`, none: '没有要写入的。', left: (n: number) => `${n} 行不写入，其余照常。`, done: (fresh: number, changed: number, refused: number) => `新增 ${fresh} 家，改动 ${changed} 家${refused > 0 ? `，${refused} 行没有写入` : ''}。`, all: '全部',
  },
}

/** The same in English. */
export const registerEn: typeof registerZh = {
  count: (n) => `${n} in the register`, import: 'Import', issue: 'Issue task files', missing: 'Reminder list', list: 'Register', search: 'Name, code, contact', filters: 'Filters', region: 'Region', allRegions: 'All regions', group: 'Group', allGroups: 'All groups', state: 'State', clear: 'Clear filters', found: (n) => `${n} units`, none: 'No unit fits.', empty: 'The register is empty. Import an Excel or CSV, one unit a line.',
  states: { all: 'All', missing: 'Missing', received: 'Received', accepted: 'Accepted', returned: 'Returned', inactive: 'Inactive' }, unitStates: { missing: 'Missing', received: 'Received', in_review: 'To review', returned: 'Returned', accepted: 'Accepted' }, late: 'Overdue', hand: 'By hand', inactive: 'Inactive',
  head: { name: 'Unit', unit: 'Unit code', region: 'Region', state: 'State', no: 'No.', deadline: 'Due', contact: 'Contact', phone: 'Telephone' },
  fields: { name: 'Name', region: 'Region', contact: 'Contact', phone: 'Telephone', certs: 'Certificates', forms: 'Forms due', groups: 'Groups', risk: 'Risk class', deadline: 'Due date', active: 'Must report this year' }, listHint: 'Several are parted by commas', allForms: 'All', packDeadline: (day) => `As the pack, ${day}`,
  detail: 'The chosen unit', edit: 'Change', effective: 'Valid from', save: 'Keep the change', nothing: 'Nothing changed yet.', saved: 'Changed; what was stays in the history.', history: 'History', noHistory: 'Never changed.', came: 'Entered', was: (old, now) => `${old || 'blank'} → ${now || 'blank'}`, openReview: 'See the submission', issueOne: 'Task file of this unit', pick: 'Choose a unit to see its data and history.', from: (day) => `from ${day}`,
  issueTitle: 'Issue task files', issueLine: 'One file a unit: code, forms, pack, due date and the regulator’s fingerprint. The unit begins with it.', issueAll: (n) => `All ${n}`, issueFound: (n) => `The ${n} found`, issueFolder: 'Where the task files go', issued: (n, folder) => `${n} task files written to ${folder}`, issueDo: 'Choose a folder and write',
  wizard: {
    title: 'Import the register', pickTitle: 'Choose the register', from: (file) => `From ${file}`, back: 'Back', other: 'Another file', reading: 'Reading', sheet: 'Sheet', headRow: 'Heading in row', map: 'Columns', notMapped: 'Not imported', sample: 'e.g.', lines: 'What each line does', line: 'Line', does: { new: 'New', change: 'Change', same: 'Same', refused: 'Left out' }, changed: 'Changed', problem: 'Why', absent: (n) => `${n} units of the register are not in this sheet; they stay.`,
    columns: { uscc: 'Credit code', unit_seq: 'Sequence', unit_id: 'Unit code', name: 'Name', region: 'Region', contact: 'Contact', phone: 'Telephone', certs: 'Certificates', forms: 'Forms due', groups: 'Groups', risk: 'Risk class', deadline: 'Due date' },
    need: 'A name is needed, and a unit code or a credit code.', effective: 'Valid from', reason: 'Remark, if any', run: (n) => `Take in ${n}`, none: 'Nothing to take in.', left: (n) => `${n} lines are left out, the others go on.`, done: (fresh, changed, refused) => `${fresh} new, ${changed} changed${refused > 0 ? `, ${refused} left out` : ''}.`, all: 'All',
  },
}
