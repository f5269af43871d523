import type { Menu } from '../policy/menus.ts'
import type { PolicyField } from '../policy/schema.ts'

/** What a setting is called and what it does. */
interface FieldWords { readonly name: string; readonly does: string; readonly choices?: Readonly<Record<string, string>> }
/** Everything that is said of a policy's settings in one language. */
export interface PolicyFieldTexts { readonly fields: Readonly<Record<PolicyField, FieldWords>>; readonly menus: Readonly<Record<Menu, string>> }

/** The words of a policy's settings in Chinese. */
export const policyFieldsZh: PolicyFieldTexts = {
  fields: {
    role: { name: '使用身份', does: '固定为填报或监管，使用人不能切换。固定为填报时，命令行的监管命令也不能用。', choices: { agency: '填报', regulator: '监管' } },
    region: { name: '所辖地区', does: '地区代码的前几位。新建台账只能是这个地区或其下级。' },
    packs: { name: '可用的任务包', does: '只能用列出的任务包，别的不显示，也打不开。' },
    packKeys: { name: '可信的任务包密钥', does: '除内置密钥外，还相信这些 Ed25519 公钥（32 字节，base64）签的任务包。' },
    unsignedPacks: { name: '允许未签名的任务包', does: '允许装入没有签名或不知谁签的任务包。只在试点时打开。' },
    regulatorKeys: { name: '监管部门密钥指纹', does: '只接受这些指纹签的退回单、任务书等文书。换密钥时新旧两个都写上。' },
    recipient: { name: '监管部门加密公钥', does: '加密的报送件只为这一行公钥（age1 开头）加密，任务书写的不同也以它为准。从监管部门的台账设置里复制。' },
    dataFolder: { name: '数据文件夹', does: '工作文件、密钥和备份放在这里。可写 {user}（账号名）和 {home}（个人文件夹）。' },
    backupFolder: { name: '备份另存到', does: '每份备份做完后，再抄一份到这里。抄不成会提示，不影响填报。' },
    exportFolder: { name: '导出文件夹', does: '封存的工作簿只写到这里，使用人不能另选；别的导出从这里开始选。' },
    backupMinutes: { name: '最长备份间隔（分钟）', does: '有改动时，至少每隔这么久备份一次。' },
    updates: { name: '更新方式', does: '关闭更新，或只从指定的文件夹更新。', choices: { off: '关闭', folder: '从文件夹' } },
    updateFolder: { name: '更新文件夹', does: '更新从这个文件夹或共享里找。' },
    language: { name: '界面语言', does: '界面用中文或英文。', choices: { zh: '中文', en: 'English' } },
    theme: { name: '显示', does: '界面的明暗。', choices: { system: '跟随系统', light: '浅色', dark: '深色', contrast: '高对比' } },
    enter: { name: '回车方向', does: '填表时按回车到哪一格。', choices: { down: '向下', right: '向右', stay: '不动' } },
    hiddenMenus: { name: '不显示的页面', does: '列出的页面和入口不显示，也进不去。' },
    ledger: { name: '台账服务器', does: 'PostgreSQL 的地址，不含口令。监管部门只用这一个台账。' },
    keepPassword: { name: '保存台账口令', does: '可以由系统的密钥库记住台账服务器的口令。写成 false 时每次都要输入。' },
  },
  menus: {
    import: '导入', safety: '数据安全', prior: '带入上年', part: '分工', print: '打印', verify: '核验文件', samples: '看示例单位', letters: '打开监管部门的文书',
    register: '名录', intake: '收件', review: '审阅', tables: '汇总', monitor: '监测', bulletin: '通报', sample: '抽样', ledger: '台账设置',
  },
}

/** The same in English. */
export const policyFieldsEn: PolicyFieldTexts = {
  fields: {
    role: { name: 'Role', does: 'Fixes filing or regulating; users cannot switch. With filing, the regulator’s commands are refused too.', choices: { agency: 'Filing', regulator: 'Regulating' } },
    region: { name: 'Region', does: 'Leading digits of the region. New ledgers are of this region or below it.' },
    packs: { name: 'Allowed packs', does: 'Only the packs listed may be used; others are neither shown nor opened.' },
    packKeys: { name: 'Trusted pack keys', does: 'Packs signed by these Ed25519 public keys (32 bytes, base64) are trusted besides the built-in keys.' },
    unsignedPacks: { name: 'Allow unsigned packs', does: 'Packs without a signature or of an unknown issuer may be installed. For pilots only.' },
    regulatorKeys: { name: 'Regulator’s key fingerprints', does: 'Letters are taken only when signed by one of these. While a key is being rotated, list both.' },
    recipient: { name: 'Regulator’s public line', does: 'Encrypted submissions are encrypted for this line (age1…) only, whatever a task file says. It is copied from the regulator’s ledger settings.' },
    dataFolder: { name: 'Data folder', does: 'Work file, keys and backups stand here. {user} is the account name, {home} the home folder.' },
    backupFolder: { name: 'Second copy of backups', does: 'Every backup is copied here as well. A failed copy is reported and does not stop the work.' },
    exportFolder: { name: 'Export folder', does: 'Sealed workbooks are written here only; other exports start here.' },
    backupMinutes: { name: 'Longest backup interval (minutes)', does: 'While something was changed, a backup is made at least this often.' },
    updates: { name: 'Updates', does: 'No updates, or only from a folder.', choices: { off: 'Off', folder: 'From a folder' } },
    updateFolder: { name: 'Update folder', does: 'The folder or share in which updates are looked for.' },
    language: { name: 'Language', does: 'Language of the window.', choices: { zh: '中文', en: 'English' } },
    theme: { name: 'Display', does: 'Light or dark.', choices: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' } },
    enter: { name: 'Enter goes', does: 'Where Enter leads in a form.', choices: { down: 'down', right: 'right', stay: 'nowhere' } },
    hiddenMenus: { name: 'Hidden pages', does: 'The pages and links listed are not shown and cannot be reached.' },
    ledger: { name: 'Ledger server', does: 'Address of the PostgreSQL server, without a password. The regulator uses this ledger only.' },
    keepPassword: { name: 'Keep the ledger’s password', does: 'The system’s key store may keep the password of the ledger’s server. With false it is asked each time.' },
  },
  menus: {
    import: 'Import', safety: 'Safety', prior: 'Last year', part: 'Share out', print: 'Print', verify: 'Verify files', samples: 'See sample units', letters: 'Open a letter of the regulator',
    register: 'Register', intake: 'Intake', review: 'Review', tables: 'Tables', monitor: 'Monitoring', bulletin: 'Bulletin', sample: 'Sampling', ledger: 'Ledger settings',
  },
}
