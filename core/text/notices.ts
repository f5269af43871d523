import type { Notice } from '../contract/safety.ts'
import type { Language } from './problems.ts'

type Sentences = Readonly<Record<Notice['kind'], string>>

/** `{name}` is a parameter. */
const zh: Sentences = {
  'recovered': '上次没有正常退出。已保存的内容都在，最后一笔存于 {at}；自上一份备份以来的 {count} 处改动也都在。',
  'rescued': '原来的工作文件已损坏，另存为 {aside}。现在用的是 {at} 的备份，备份之后的 {steps} 步已重新做上。',
  'storage-network': '工作文件放在网络共享上（{path}）。已改用较慢但稳妥的方式保存；断网时存不上，请尽量移到本机硬盘。',
  'storage-removable': '工作文件放在移动存储上（{path}）。已改用较慢但稳妥的方式保存；拔出前请先退出检报，并尽量移到本机硬盘。',
  'backup-failed': '自动备份没有做成。内容已保存，但没有新的备份；请看看磁盘空间和“备份”文件夹。',
  'copy-failed': '备份做好了，但没有抄到管理员规定的文件夹（{path}）。请看看网络和权限。',
  'data-elsewhere': '管理员把数据文件夹定在 {path}，那里还没有工作文件；原来的工作文件在 {before}，没有动。请管理员把它搬过去。',
  'pack-brought': '任务包有了新版（{pack} {version}），{count} 份草稿已带到新版，填的都在：{names}。',
  'pack-lost': '任务包有了新版（{pack} {version}），{count} 份草稿已带到新版：{names}。有 {lost} 个值在新版里没有位置，没有删，清单在 {path}。',
}

const en: Sentences = {
  'recovered': 'The last session did not end properly. Everything saved is there, the last at {at}; {count} changes since the last backup are there too.',
  'rescued': 'The work file was damaged and is kept as {aside}. In use now is the backup of {at}; the {steps} steps after it were done again.',
  'storage-network': 'The work file stands on a network share ({path}). It is saved in a slower, safer way; without the network nothing can be saved. Move it to this computer’s disk if you can.',
  'storage-removable': 'The work file stands on removable storage ({path}). It is saved in a slower, safer way; leave Jianbao before unplugging, and move it to this computer’s disk if you can.',
  'backup-failed': 'The automatic backup was not made. Your work is saved but has no new copy; check the disk space and the 备份 folder.',
  'copy-failed': 'The backup was made but not copied to the folder the administrator fixed ({path}). Check the network and permissions.',
  'data-elsewhere': 'The administrator moved the data folder to {path}, where there is no work file yet; the former one stands untouched in {before}. The administrator has to move it.',
  'pack-brought': 'There is a newer pack ({pack} {version}); {count} drafts were brought to it with everything in them: {names}.',
  'pack-lost': 'There is a newer pack ({pack} {version}); {count} drafts were brought to it: {names}. {lost} values have no place in it; they are not deleted, the list is {path}.',
}

/** Every notice's sentence, by language. */
export const noticeTexts: Readonly<Record<Language, Sentences>> = { zh, en }

/** The sentence of a notice with its parameters filled in. */
export const noticeSentence = (notice: Notice, language: Language = 'zh'): string =>
  noticeTexts[language][notice.kind].replace(/\{(\w+)\}/g, (_, name: string) => String(notice.params[name] ?? ''))
