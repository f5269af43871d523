import type { Chapter } from '../screens/help/chapters.ts'
import { keysEn, keysZh } from './helpKeys.ts'
import { screensEn, screensZh } from './helpScreens.ts'

/** Help, first steps and the handover note, in Chinese; its type is what another language must fill. */
export const helpZh = {
  language: '界面文字', button: '帮助', title: '帮助', close: '关闭帮助', sections: '帮助的各部分', keyHint: 'Shift F1 打开或关闭',
  section: { screen: '本页', keys: '按键', items: '指标解释', manual: '手册', note: '交接' },
  screens: screensZh, keys: keysZh,
  items: { search: '找指标', hint: '代码、名称或拼音首字母', count: (n: number) => `${n} 个指标`, none: (q: string) => `没有找到“${q}”。`, go: (code: string) => `到 ${code} 格里`, noPack: '没有装入任务包。' },
  manual: { chapters: '章节', back: '全部章节', next: (title: string) => `下一章 ${title}`, onlyChinese: '', missing: '这一章没有读出来，请重新打开帮助。',
    titles: { start: '开始', fill: '填表', money: '金额和单位', tables: '重复表', audit: '审核与说明', seal: '封存与导出', print: '打印', 'last-year': '上年数', 'paste-import': '从 Excel 粘贴和导入', backup: '备份与恢复', handover: '换电脑和交接', parts: '分工', letters: '退回、受理与任务书', questions: '常见问题', office: '监管端：名录、收件、审阅', figures: '监管端：汇总、监测、通报、上报' } satisfies Record<Chapter, string> },
  note: {
    lead: '写给以后接手的人：谁填、谁签字、每个数从哪里来。跟着单位走，明年打开还在；不随报送件交出去。', unit: '单位', text: '交接说明',
    hint: '填表人：\n负责人和签字人：\n收入取自：\n仪器和人员数取自：\n每年几月开始、找谁要数：', save: '存下交接说明', saved: '交接说明已存下。', none: '还没有填报单位。先在首页建立填报单位。', chars: (n: number, most: number) => `${n} / ${most} 字`,
  },
  guide: { label: '头一次填报的三步', steps: { entry: '填数，边填边保存', audit: '看审核结果，改正或说明', seal: '封存，导出报送文件' }, more: '看手册', known: '知道了，不再显示' },
}

/** The same in English. */
export const helpEn: typeof helpZh = {
  language: 'Language', button: 'Help', title: 'Help', close: 'Close the help', sections: 'Parts of the help', keyHint: 'Shift F1 opens and closes it',
  section: { screen: 'This page', keys: 'Keys', items: 'Items', manual: 'Manual', note: 'Handover' },
  screens: screensEn, keys: keysEn,
  items: { search: 'Find an item', hint: 'Code, name or pinyin initials', count: (n) => (n === 1 ? '1 item' : `${n} items`), none: (q) => `“${q}” was not found.`, go: (code) => `Go to cell ${code}`, noPack: 'No pack is installed.' },
  manual: { chapters: 'Chapters', back: 'All chapters', next: (title) => `Next: ${title}`, onlyChinese: 'The manual is in Chinese.', missing: 'This chapter could not be read; open the help again.',
    titles: { start: 'Beginning', fill: 'Filling in', money: 'Amounts and units', tables: 'Repeating tables', audit: 'Findings and explanations', seal: 'Sealing and exporting', print: 'Printing', 'last-year': 'Last year', 'paste-import': 'Pasting and importing', backup: 'Backups and restoring', handover: 'Moving and handing over', parts: 'Sharing out forms', letters: 'Returns, acceptance and tasks', questions: 'Questions', office: 'The regulator’s side', figures: 'Tables, monitoring, bulletin, upward' } },
  note: {
    lead: 'For whoever takes over: who fills, who signs, where each figure comes from. It stays with the unit from year to year and does not go with the submission.', unit: 'Unit', text: 'Handover note',
    hint: 'Filled in by:\nSigned by:\nIncome taken from:\nInstruments and staff taken from:\nWhen to begin, whom to ask:', save: 'Keep the note', saved: 'The handover note is kept.', none: 'There is no unit yet. Set one up on the home page.', chars: (n, most) => `${n} of ${most} characters`,
  },
  guide: { label: 'The three steps of a first filing', steps: { entry: 'Type the figures, saved as you go', audit: 'See the findings, correct or explain', seal: 'Seal and export the submission' }, more: 'Open the manual', known: 'Got it, do not show again' },
}
