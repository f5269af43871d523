import type { CheckResult, CheckState, FileDifference } from '../contract/about.ts'
import type { Language } from './problems.ts'

interface InstallWords {
  readonly state: Readonly<Record<CheckState['state'], string>>
  readonly what: Readonly<Record<FileDifference['what'], string>>
  readonly lines: (result: CheckResult) => readonly string[]
}

const zhState: InstallWords['state'] = {
  waiting: '还没有核对。', running: '正在核对安装的文件。',
  sound: '安装的文件与签名清单一致。', differs: '安装的文件与签名清单不同。请先停用，找管理员重新安装。',
  unsigned: '安装的文件与清单一致，但这个安装包没有签名，不能证明来自发布单位。', forged: '清单或它的签名不对，不能证明安装的文件。请先停用，找管理员重新安装。',
  unlisted: '安装文件夹里没有清单，不能核对。请找管理员重新安装。', checkout: '这是开发环境，没有安装的文件可核对。',
}
const zhWhat: InstallWords['what'] = { changed: '被改过', missing: '缺少', extra: '多出来的' }
const enState: InstallWords['state'] = {
  waiting: 'Not compared yet.', running: 'Comparing the installed files.',
  sound: 'The installed files are those of the signed list.', differs: 'The installed files differ from the signed list. Stop using it and ask an administrator to install it again.',
  unsigned: 'The installed files agree with the list, but this package is not signed: it does not prove where it comes from.', forged: 'The list or its signature is wrong, so nothing is proved. Stop using it and ask an administrator to install it again.',
  unlisted: 'There is no list among the installed files. Ask an administrator to install it again.', checkout: 'This is a development checkout; there is nothing installed to compare.',
}
const enWhat: InstallWords['what'] = { changed: 'changed', missing: 'missing', extra: 'extra' }

/** What the comparison of the installed files gave, by language. */
export const installWords: Readonly<Record<Language, InstallWords>> = {
  zh: { state: zhState, what: zhWhat, lines: ({ state, files, differing }) => [`${zhState[state]}${files > 0 ? `共 ${files} 个文件。` : ''}`, ...differing.map(one => `${zhWhat[one.what]}：${one.path}`)] },
  en: { state: enState, what: enWhat, lines: ({ state, files, differing }) => [`${enState[state]}${files > 0 ? ` ${files} files.` : ''}`, ...differing.map(one => `${enWhat[one.what]}: ${one.path}`)] },
}
