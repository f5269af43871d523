/** 关于 and what an administrator fixed, in Chinese; its type is what another language must fill. */
export const aboutZh = {
  title: '关于检报', open: '关于检报', back: '返回', governed: '由管理员规定', see: '看详情', more: (n: number) => `另有 ${n} 处。`, file: (what: string, path: string) => `${what}：${path}。`,
  program: '程序', version: '版本', build: '安装包', checkout: '开发环境', development: '开发包', release: '正式包', signed: '已签名', unsigned: '未签名', comma: '，', commit: '提交', made: '打包', system: '系统', pack: '任务包', data: '数据文件夹', ledger: '台账', none: '—',
  copy: '复制', copied: '已复制', licences: '第三方许可', noLicences: '开发环境里没有汇总许可，装好的程序里有。',
  check: '文件核对', again: '再核对一次', files: (n: number) => `共 ${n} 个文件。`,
  support: '技术支持', diagnostics: '写诊断包', diagnosticsName: '检报诊断包.zip', diagnosticsLine: '版本、设置、策略、日志和检查结果。里面没有填报内容。', written: (path: string) => `写好了：${path}`,
  policy: '管理员规定的设置', noPolicy: '这台电脑没有策略，设置由使用人自己定。', policyFrom: (where: string) => `来自 ${where}`,
}

/** The same in English. */
export const aboutEn: typeof aboutZh = {
  title: 'About Jianbao', open: 'About Jianbao', back: 'Back', governed: 'Fixed by the administrator', see: 'Details', more: (n) => ` ${n} more.`, file: (what, path) => ` ${path}: ${what}.`,
  program: 'Program', version: 'Version', build: 'Package', checkout: 'development checkout', development: 'development package', release: 'release', signed: 'signed', unsigned: 'not signed', comma: ', ', commit: 'Commit', made: 'Built', system: 'System', pack: 'Pack', data: 'Data folder', ledger: 'Ledger', none: '—',
  copy: 'Copy', copied: 'Copied', licences: 'Third-party licences', noLicences: 'A checkout has no collected licences; the installed program has.',
  check: 'Installed files', again: 'Compare again', files: (n) => ` ${n} files.`,
  support: 'Technical support', diagnostics: 'Write a diagnostics archive', diagnosticsName: 'jianbao-diagnostics.zip', diagnosticsLine: 'Versions, settings, policy, log and results of checks. No survey data.', written: (path) => `Written: ${path}`,
  policy: 'Fixed by the administrator', noPolicy: 'There is no policy on this computer; the settings are the user’s.', policyFrom: (where) => `From ${where}`,
}
