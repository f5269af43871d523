import type { BackupReason } from '../../core/contract/safety.ts'

/** Safety of the work, in Chinese; its type is what another language must fill. */
export const safetyZh = {
  title: '数据安全', sub: '备份、回收站、整体交接和变更记录', sections: '数据安全的各部分', section: { backups: '备份', bin: '回收站', handover: '整体交接', history: '变更记录' },
  samples: '现在打开的是示例单位，内容是虚构的，不备份。', working: '正在处理', notices: '要告诉你的', known: '知道了', blank: '空', none: '—', row: (n: number) => `第 ${n} 行`, more: (n: number) => `只列出前 ${n} 处。`,
  size: (bytes: number) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`),
  backup: {
    keep: '每天第一次打开、每次封存前后和退出时自动备份，写完再读一遍。保留最近 20 份，以前的每月留一份。', now: '现在备份', done: (when: string) => `已备份并验证 ${when}`, list: '备份', head: { at: '时间', reason: '什么时候做的', size: '大小', verified: '验证' },
    verified: '已验证', bad: '读不通，不能用', empty: '还没有备份。填了数以后，每天会自动做一份。',
    reason: { daily: '当天第一次打开', recovered: '上次没有正常退出', seal: '封存前', sealed: '封存后', exit: '退出时', asked: '自己做的', replaced: '恢复或导入前', upgrade: '程序升级前', forced: '按管理员规定的间隔' } satisfies Record<BackupReason, string>,
    pick: '选一份备份，先看恢复以后会变什么，再决定。', restore: '恢复到这份备份', unsound: '这份备份读不通，不能用来恢复。请另选一份。', reading: '正在与现在的内容对照', restored: (when: string) => `已恢复到 ${when} 的备份。恢复前的内容也另存了一份备份。`,
  },
  compare: {
    title: (when: string) => `${when} 的备份与现在相比`, fileTitle: (name: string) => `${name} 与现在相比`, same: '内容与现在完全相同，恢复以后什么也不会变。', sameFile: '内容与现在完全相同。', sum: (filings: number, cells: number) => `${filings} 份填报会变，共 ${cells} 格不同。`, units: (here: number, there: number) => `填报单位 现在 ${here} 个，${there === here ? '不变' : `换成 ${there} 个`}`,
    newest: (here: string, there: string) => `最后一次改动 现在 ${here}，换成的 ${there}`, filings: '填报', head: { unit: '单位', year: '年度', status: '会怎样', cells: '不同的格' }, cells: '不同的格', cellHead: { where: '指标', here: '现在', there: '恢复以后', taken: '导入以后' },
    status: { same: '不变', changed: '会改变', 'only-here': '会没有', 'only-there': '会回来' }, sealed: (here: number, there: number) => `已封存 ${here} 次，换成 ${there} 次`, explanations: (n: number) => `说明和附注 ${n} 条不同`,
  },
  confirm: {
    restore: (when: string) => `恢复后，${when} 以后填的、改的都会换成备份里的内容。恢复前会先把现在的内容另存一份备份，可以再恢复回来。`, import: '导入后，这台电脑上现在的内容整个换成这个文件的内容。导入前会先把现在的内容另存一份备份，可以再恢复回来。',
  },
  bin: {
    lead: '删除的单位、年度和行先放在这里，超过 30 天的可以清掉。', list: '回收站', empty: '回收站是空的。删除的单位、年度和表里的行会先放在这里。', head: { what: '删除的是', detail: '内容', at: '删除时间', reason: '原因', act: '恢复' }, unit: '填报单位', filing: (year: number) => `${year}年度的填报`, row: (table: string) => `${table}的一行`,
    filings: (n: number) => `含 ${n} 个年度`, cells: (n: number) => `${n} 格`, sealed: (n: number) => `封存过 ${n} 次`, restore: '恢复', restored: (what: string) => `已恢复：${what}`, clear: '清掉 30 天以前的', cleared: (n: number) => (n > 0 ? `清掉了 ${n} 件。` : '没有超过 30 天的。'),
  },
  handover: {
    out: '导出整个工作文件', outLine: '换人、换电脑时用：所有单位、年度、说明和变更记录都在里面。', keys: '密钥口令', keysHint: '填了口令，报送用的密钥一起带走；不填就不带，接手的电脑会另做一把。', keysShort: '口令至少 8 位。', outDo: '导出', outTitle: '导出工作文件', outName: '检报数据-交接.jianbao', outDone: (keys: number, asked: boolean) => (keys > 0 ? `已导出，带 ${keys} 把密钥。把文件和口令分开交给接手的人。` : asked ? '已导出。还没有封存过，没有密钥可带。' : '已导出，没有带密钥。'), showFile: '打开所在文件夹',
    in: '导入工作文件', inLine: '接手别人的工作，或从旧电脑搬来。先看会变什么，再决定。', inPick: '选择工作文件', inOther: '另选文件', inTitle: '选择交接来的工作文件', inKeys: (n: number) => (n > 0 ? `文件里带有 ${n} 把密钥，请填交来的口令。` : '文件里没有带密钥。'), inPass: '交来的口令', inDo: '换成这个文件的内容', inDone: '已导入。导入前的内容另存了一份备份。', cancel: '不导入',
  },
  history: {
    lead: (unit: string, year: number) => `${unit}　${year}年度`, noFiling: '先在首页打开一个单位的年度，这里列出它的每一处改动。', goHome: '去首页', item: '指标', allItems: '全部指标', person: '谁改的', allPeople: '所有人', from: '从', to: '到', count: (n: number) => `${n} 处改动`, export: '导出为 Excel', exported: (n: number) => `已导出 ${n} 处改动。`, exportTitle: '导出变更记录', exportName: (unit: string, year: number) => `${unit}_${year}_变更记录.xlsx`,
    empty: '没有符合条件的改动。', clear: '清除条件', acts: { cell: '', add: '增加一行', delete: '删除一行', move: '移动一行', explain: '写说明', note: '', seal: '封存', reopen: '重新打开' } as Readonly<Record<string, string>>, head: { at: '时间', who: '谁改的', where: '指标', old: '原来', now: '改成', reason: '原因' }, list: '变更记录', older: '再看以前的', badDay: '日期写成 2027-03-08。', filters: '筛选',
  },
  rescue: {
    title: '工作文件打不开了', lead: '损坏的文件原样留着，没有改动。', offer: (when: string) => `可以换上 ${when} 的备份，它已验证。`, steps: (n: number) => (n > 0 ? `备份以后保存的 ${n} 步会重新做上。` : '备份以后没有别的改动要补。'), readable: '损坏的文件里还读得出一部分变更记录，列在下面。', unreadable: '损坏的文件里的变更记录读不出来。', take: '换上这份备份', none: '没有找到可用的备份。', other: '换一份备份', changes: '备份以后的改动', noChanges: '备份以后没有读到别的改动。',
    head: { at: '时间', where: '单位和指标', old: '原来', now: '改成', again: '恢复时' }, again: '自动补上', byHand: '要重新填', looking: '正在找可用的备份', byHandCount: (n: number) => `其中 ${n} 处补不上，要重新填，请先记下。`,
  },
  remove: {
    more: '更多', unit: '删除这个单位', filing: (year: number) => `删除 ${year}年度的填报`, unitTitle: (name: string) => `删除 ${name}`, filingTitle: (name: string, year: number) => `删除 ${name} ${year}年度的填报`, line: '会先放进“数据安全”的回收站，可以恢复。', reason: '原因', reasonHint: '有封存过的报送，写明为什么删除', do: '删除', reasonShort: '原因至少 2 个字。',
  },
  home: { restore: '恢复', bin: (n: number) => (n > 0 ? `回收站 ${n}` : '回收站'), fromBackup: '从备份恢复', openFile: '打开交接来的文件', prior: '带入上年' },
}

/** Safety of the work, in English. */
export const safetyEn: typeof safetyZh = {
  title: 'Safety', sub: 'Backups, recycle bin, handing over and the record of changes', sections: 'Parts of this page', section: { backups: 'Backups', bin: 'Recycle bin', handover: 'Handing over', history: 'Changes' },
  samples: 'The sample units are open; they are made up and not backed up.', working: 'Working', notices: 'For you to know', known: 'Got it', blank: 'blank', none: '—', row: (n) => `row ${n}`, more: (n) => `Only the first ${n} are listed.`,
  size: (bytes) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`),
  backup: {
    keep: 'Made at the first opening of a day, before and after sealing and on leaving, and read back. The last 20 stay, and one a month.', now: 'Back up now', done: (when) => `Backed up and verified ${when}`, list: 'Backups', head: { at: 'Time', reason: 'Made', size: 'Size', verified: 'Verified' },
    verified: 'Verified', bad: 'Unreadable', empty: 'No backup yet. Once you have typed something, one is made every day.',
    reason: { daily: 'first opening of the day', recovered: 'after an unclean end', seal: 'before sealing', sealed: 'after sealing', exit: 'on leaving', asked: 'by hand', replaced: 'before a restore or import', upgrade: 'before an upgrade', forced: 'by the administrator’s interval' },
    pick: 'Choose a backup to see what would change, then decide.', restore: 'Restore this backup', unsound: 'This backup cannot be read. Choose another one.', reading: 'Comparing with what is there now', restored: (when) => `Restored to the backup of ${when}. What was there before is kept as a backup.`,
  },
  compare: {
    title: (when) => `The backup of ${when} against now`, fileTitle: (name) => `${name} against now`, same: 'The same as now; restoring would change nothing.', sameFile: 'The same as now.', sum: (filings, cells) => `${filings === 1 ? '1 filing' : `${filings} filings`} would change, ${cells === 1 ? '1 cell differs' : `${cells} cells differ`}.`, units: (here, there) => `Units: ${here} now, ${there === here ? 'unchanged' : `${there} then`}`,
    newest: (here, there) => `Last change: ${here} now, ${there} then`, filings: 'Filings', head: { unit: 'Unit', year: 'Year', status: 'What happens', cells: 'Cells' }, cells: 'Cells that differ', cellHead: { where: 'Item', here: 'Now', there: 'Then', taken: 'Then' },
    status: { same: 'unchanged', changed: 'would change', 'only-here': 'would go', 'only-there': 'would come back' }, sealed: (here, there) => `sealed ${here} now, ${there} then`, explanations: (n) => (n === 1 ? '1 explanation or note differs' : `${n} explanations and notes differ`),
  },
  confirm: {
    restore: (when) => `Everything typed or changed since ${when} is replaced by the backup. What is there now is backed up first and can be restored.`, import: 'Everything on this computer is replaced by the content of this file. What is there now is backed up first and can be restored.',
  },
  bin: {
    lead: 'Deleted units, years and rows stay here; those older than 30 days can be cleared.', list: 'Recycle bin', empty: 'The recycle bin is empty. Deleted units, years and rows of tables come here first.', head: { what: 'Deleted', detail: 'Content', at: 'When', reason: 'Reason', act: 'Restore' }, unit: 'Unit', filing: (year) => `Filing of ${year}`, row: (table) => `A row of ${table}`,
    filings: (n) => (n === 1 ? '1 year' : `${n} years`), cells: (n) => (n === 1 ? '1 cell' : `${n} cells`), sealed: (n) => `sealed ${n === 1 ? 'once' : `${n} times`}`, restore: 'Restore', restored: (what) => `Restored: ${what}`, clear: 'Clear what is older than 30 days', cleared: (n) => (n > 0 ? `${n} cleared.` : 'Nothing is older than 30 days.'),
  },
  handover: {
    out: 'Export the whole work file', outLine: 'For a successor or another computer: all units, years, explanations and the record of changes.', keys: 'Passphrase for the keys', keysHint: 'With a passphrase the keys for sealing go along; without one they stay, and the other computer makes new ones.', keysShort: 'At least 8 characters.', outDo: 'Export', outTitle: 'Export the work file', outName: 'Jianbao-handover.jianbao', outDone: (keys, asked) => (keys > 0 ? `Exported with ${keys === 1 ? '1 key' : `${keys} keys`}. Hand over file and passphrase separately.` : asked ? 'Exported. Nothing was sealed yet, so there is no key to take along.' : 'Exported without keys.'), showFile: 'Open the folder',
    in: 'Import a work file', inLine: 'To take over someone’s work or move from an old computer. See what would change, then decide.', inPick: 'Choose a work file', inOther: 'Choose another', inTitle: 'Choose the work file handed over', inKeys: (n) => (n > 0 ? `The file has ${n === 1 ? '1 key' : `${n} keys`}; give the passphrase that came with it.` : 'The file has no keys.'), inPass: 'Passphrase', inDo: 'Take the content of this file', inDone: 'Imported. What was there before is kept as a backup.', cancel: 'Do not import',
  },
  history: {
    lead: (unit, year) => `${unit}  ${year}`, noFiling: 'Open a year of a unit first; every change of it stands here.', goHome: 'Home', item: 'Item', allItems: 'All items', person: 'Who', allPeople: 'Everyone', from: 'From', to: 'To', count: (n) => (n === 1 ? '1 change' : `${n} changes`), export: 'Export to Excel', exported: (n) => (n === 1 ? '1 change exported.' : `${n} changes exported.`), exportTitle: 'Export the record of changes', exportName: (unit, year) => `${unit}_${year}_changes.xlsx`,
    empty: 'No change fits.', clear: 'Clear the filter', acts: { cell: '', add: 'row added', delete: 'row removed', move: 'row moved', explain: 'explanation', note: '', seal: 'sealed', reopen: 'reopened' }, head: { at: 'Time', who: 'Who', where: 'Item', old: 'Before', now: 'After', reason: 'Reason' }, list: 'Changes', older: 'Show older ones', badDay: 'Dates as 2027-03-08.', filters: 'Filter',
  },
  rescue: {
    title: 'The work file cannot be opened', lead: 'The damaged file is kept as it is.', offer: (when) => `The backup of ${when}, verified, can take its place.`, steps: (n) => (n > 0 ? `${n === 1 ? 'The 1 step' : `The ${n} steps`} saved after it will be done again.` : 'No later steps need doing again.'), readable: 'Part of the damaged file’s record of changes can be read; it stands below.', unreadable: 'The damaged file’s record of changes cannot be read.', take: 'Take this backup', none: 'No sound backup was found.', other: 'Another backup', changes: 'Changes after the backup', noChanges: 'No later change was found.',
    head: { at: 'Time', where: 'Unit and item', old: 'Before', now: 'After', again: 'When restoring' }, again: 'done again', byHand: 'to be typed again', looking: 'Looking for a sound backup', byHandCount: (n) => `${n === 1 ? '1 of them has' : `${n} of them have`} to be typed again; note them down first.`,
  },
  remove: {
    more: 'More', unit: 'Delete this unit', filing: (year) => `Delete the filing of ${year}`, unitTitle: (name) => `Delete ${name}`, filingTitle: (name, year) => `Delete ${name}, ${year}`, line: 'It goes to the recycle bin under “Safety” and can be restored.', reason: 'Reason', reasonHint: 'Something was sealed: say why it goes', do: 'Delete', reasonShort: 'At least 2 characters.',
  },
  home: { restore: 'Restore', bin: (n) => (n > 0 ? `Recycle bin ${n}` : 'Recycle bin'), fromBackup: 'Restore a backup', openFile: 'Open a file handed over', prior: 'Last year' },
}
