import { aboutZh } from './about.ts'
import { carriedZh } from './carried.ts'
import { gridZh } from './grid.ts'
import { helpZh } from './help.ts'
import { importZh } from './import.ts'
import { intakeZh } from './intake.ts'
import { letterZh } from './letter.ts'
import { partZh } from './part.ts'
import { priorZh } from './prior.ts'
import { printZh } from './print.ts'
import { safetyZh } from './safety.ts'
import { pasteZh } from './paste.ts'
import { registerZh } from './register.ts'
import { officeZh } from './regulator.ts'
import { reviewZh } from './review.ts'
import { sampleZh } from './sample.ts'
import { sealZh } from './seal.ts'
import { tablesZh } from './tables.ts'
import { verdictZh, verifyZh } from './verify.ts'
import { watchZh } from './watch.ts'

/** Every sentence of the window in Chinese; the type of this object is what another language must fill. */
export const zh = {
  app: '检报',
  today: '今天',
  sample: '示例',
  cancel: '取消',
  saved: '已保存',
  saving: '正在保存',
  loading: '正在打开本机文件',
  tab: { home: '首页', entry: '填报', audit: '审核', seal: '封存导出', import: '导入', safety: '数据安全', prior: '带入上年', print: '打印', part: '分工', verify: '核验文件', office: '首页', register: '名录', intake: '收件', review: '审阅', tables: '汇总', monitor: '监测', bulletin: '通报', sample: '抽样', ledger: '台账设置', about: '关于' },
  bar: {
    tabs: '页面', find: '查找指标', minimize: '最小化', maximize: '最大化', close: '关闭窗口',
    unitAndYear: '单位和年度', year: (year: number) => `${year}年度`, stopCount: (n: number) => `强制性 ${n} 项`,
  },
  status: {
    file: (name: string) => `本机文件 ${name}`, noFile: '还没有本机文件', backup: (when: string) => `备份 ${when}，已验证`, noBackup: '还没有备份',
    enter: '回车方向', enterWords: { down: '向下', right: '向右', stay: '不动' }, density: '行高', densityWords: { compact: '紧凑', standard: '标准', loose: '宽松' }, letters: '字号', lettersWords: { standard: '标准', large: '大' },
    theme: '显示', themeWords: { system: '跟随系统', light: '浅色', dark: '深色', contrast: '高对比' }, zoom: '缩放', settings: '显示和操作设置',
    selected: '选中 1 格', today: '业务日期', pack: (version: string) => `任务包 ${version}`, version: (v: string) => `检报 ${v}`, name: '填报人姓名',
  },
  samples: { band: '这是示例单位，内容全是虚构的，与自己的填报分开存放。', back: '回到自己的填报' },
  home: {
    firstTitle: (year: number) => `填报 ${year} 年度检验检测统计调查`, firstLine: '不联网，不用账号。填的数只存在这台电脑上，边填边保存。',
    step1: '任务包', step1Sub: (sample: boolean): string => (sample ? '随安装附带，「示例」' : '随安装附带'), step1Due: (date: string) => `填报截止 ${date}`,
    step2: '建立填报单位', step2Line: '名称、统一社会信用代码', step2Sub: '约 2 分钟。机构类型和会计标准', step2Sub2: '决定填 201-1、201-2 还是 201-3 表',
    step3: '带入上年（可以不做）', step3Line: '上年填过的，或上年报送的 .xlsx', step3Sub: '上年数显示在旁边对照，', step3Sub2: '不会填进本年的格子',
    addUnit: '建立填报单位', moreUnit: '增加填报单位', seeSamples: '看示例单位', regulator: '我是监管部门', quiet: '先看看？',
    nextStep: '下一步', daysLeft: '距截止', days: '天', overdue: '已过截止', daysLong: (n: number) => (n >= 0 ? `${n} 天` : `过期 ${-n} 天`),
    nextFix: (n: number, form: string, fact: string) => `改正 ${n} 项强制性审核结果，先从 ${form} 表“${fact}”开始`, nextFixPlain: (n: number, form: string) => `改正 ${n} 项强制性审核结果，先从 ${form} 表开始`,
    nextFill: (n: number, form: string, name: string) => `还有 ${n} 项没填，先填 ${form} ${name}`, nextExplain: (n: number) => `说明 ${n} 项核实性审核结果`,
    nextSeal: '都填好了，可以封存导出', nextReturn: (who: string) => `都填好了，写回给${who === '' ? '对方' : ` ${who}`}`, lineReturn: '写成一个文件，由对方合并、封存。', goReturn: '去写回', nextDone: (no: number) => `第 ${no} 次报送已封存，把 .xlsx 交给监管部门`,
    lineFix: '改完才能封存；数值已全部保存，可以随时停下。', lineFill: '边填边保存，可以随时停下。', lineExplain: '数没错就写明原因，说明随报送件一并交给审核人。', lineSeal: '封存后写出一个 .xlsx 和一份盖章用的 PDF。', lineDone: '以后要改，可以重新打开，写明原因。',
    goFix: '去改正', goFill: '继续填报', goExplain: '去说明', goSeal: '去封存', goSee: '查看',
    head: { year: '年度', state: '状态', progress: '各表进度', stop: '强制性', verify: '核实性', due: '截止' },
    filledOf: (a: number, b: number) => `已填 ${a} / ${b} 项`, stopItems: (n: number) => `${n} 项`, toExplain: (n: number) => `待说明 ${n}`, explained: (n: number) => `已说明 ${n}`, allExplained: (n: number) => (n === 0 ? '0' : n === 1 ? '1 项已说明' : `${n} 项均已说明`), handedIn: (date: string) => `${date} 报出`,
    submitNo: (n: number) => `第 ${n} 次报送`, receipt: (code: string) => `回执码 ${code}`, startYear: (year: number) => `开始填 ${year} 年度`,
    addTitle: '建立填报单位', unitName: '机构名称', uscc: '统一社会信用代码', unitSeq: '单位序号', pack: '任务包', unitSeqHint: '法人本部填 00', usccHint: '18 位，照营业执照或法人证书填', usccOdd: '校验位不对，照证照核对一下。也可以先建立，以后在 101 表里改。', missing: (what: string) => `还差：${what}`, backup: (when: string) => `${when} 已自动备份并验证`,
  },
  state: { draft: '填报中', sealed: '已封存', returned: '已退回', reopened: '重新打开', accepted: '已受理' },
  tree: { title: '调查表', done: (a: number, b: number) => `已完成 ${a} / ${b}`, signoff: '签署栏', legendDone: '已完成', legendHalf: '填报中', legendStop: '有强制性', legendVerify: '待说明', rows: (n: number) => `${n} 行`, no: '不填' },
  form: {
    fact: (words: string, done: boolean) => `${words}，${done ? '已说明' : '待说明'}`, title: (prefix: string, no: string) => `${prefix}${no}表`, nextProblem: '下一处问题', noProblem: '没有要处理的审核结果', problems: (n: number) => `有 ${n} 处要处理`, code: '代码', name: '指标名称', unit: '单位', before: '上年', now: '本年', change: '增减 %', hint: '提示',
    even: '已平', shouldBe: '应合计', atMost: '不超过', filled: '已填', short: '还差', over: '多出', left: '余', nothing: '—',
    yuan: (amount: string) => `= ${amount} 元`, blank: '未填；没有请填 0', blankText: '未填', optional: '选填', notComputed: '有未填或分母为 0，不计算', notYet: '有未填，还算不出', carried: '与上年相同', leap: (change: string) => `比上年 ${change}%`,
    refusedShort: (stored: string) => `没存上。文件里是 ${stored}`, blankStored: '空', enterIme: '回车只确认候选词',
    retry: '再存一次', rowsOf: (name: string, n: number) => `${name}　${n} 行`, openTable: '打开', noApply: '本单位不填这张表', readonly: '已封存，只读。要改先在“封存导出”里重新打开',
  },
  panel: {
    label: '指标说明和审核结果', collapse: '收起', expand: '展开', explanation: '指标解释', findings: '审核结果', trace: '参与计算', traceHint: '应合计的数从哪里来', traceOwn: '这个数从哪里来', history: '变更记录', allHistory: (n: number) => `全部 ${n} 次`, noHistory: '还没有改过', empty: '空',
    required: '必填', when: '符合条件时必填', optional: '选填', computed: '自动算出', before: (text: string) => `上年 ${text}`, decimals: ['', '一位小数', '两位小数', '三位小数', '四位小数'], whole: '整数', text: (n: number) => `文字，不超过 ${n} 字`, codeType: '选代码', month: '年月 YYYY-MM', date: '日期 YYYY-MM-DD', cells: '涉及', explainPlaceholder: '写明是什么业务、从何时起、约多少', explained: '已说明', none: '选一格，这里给出解释、审核结果和记录。', rail: { info: '解释', findings: '审核', history: '记录' },
  },
  table: {
    row: '行', add: '增加一行', del: '删除本行', delAll: (n: number) => `删除选中的 ${n} 行`, putBack: '放回', insert: '在下方插入一行', copy: '复制本行', up: '上移', down: '下移', menu: '行操作', sum: '各行合计', should: '应为', gap: '差额', empty: '还没有内容。', byCode: '按代码', byInitials: (q: string) => `按拼音首字母 ${q}`, byName: '名称中有', inside: (n: number) => `名称中有这${['', '一', '两', '三', '四', '五', '六'][n] ?? '几'}个音`, noMatch: (q: string) => `没有“${q}”`, count: (n: number) => `共 ${n} 项`, foundOf: (n: number, all: number) => `找到 ${n} 项，共 ${all} 项`, pick: '选', fill: '填入', all: '全部', used: (n: number) => `已填第 ${n} 行`, count2: (n: number) => `${n} 行`, removed: (n: number) => (n === 1 ? '已删除一行。' : `已删除 ${n} 行。`),
  },
  find: { label: '查找指标', hint: '名称、代码或拼音首字母', items: (n: number) => `指标 ${n}`, findings: (n: number) => `审核结果 ${n}`, choose: '选择', go: '定位到格', close: '关闭', none: (q: string) => `没有找到“${q}”。`, clear: '清除', unfilled: '未填' },
  audit: {
    title: '审核', left: (n: number) => `强制性还有 ${n} 项`, none: '强制性 0 项', explained: (a: number, b: number) => `核实性已说明 ${a} / ${b} 项`, bySeverity: '按严重程度', byForm: '按调查表', stop: (n: number) => `强制性 ${n}`, stopSub: '改正后才能封存', missing: (n: number) => `还没填的 ${n} 处`, missingSub: '封存前填好，签署栏在封存页', verify: (n: number) => `核实性，待说明 ${n}`, verifySub: '数没错就写明原因', done: (n: number) => `核实性，已说明 ${n}`, at: (a: number, b: number) => `第 ${a} 项，共 ${b} 项`, previous: '上一项', next: '下一项', cells: '涉及的格', before: '上年', now: '本年', delta: '增减', percent: '增减 %', todo: '怎么办', explain: '说明', chars: (n: number) => `${n} 字`, goCell: '到格里改', submit: '提交说明', saved: '说明已保存，随报送件一并交给审核人', draft: '草稿已保存，还不能作为说明', toSave: '说明随报送件一并交给审核人', refused: '这句话没有说出原因，还不能作为说明。', add: '请补上下面至少一项：', empty: '没有要处理的审核结果。', emptySub: '全部审核关系都已通过。', rules: (n: number, time: string) => `${n} 条审核关系，${time} 全部重算`, keys: '上一项、下一项', write: '写说明', stopWord: '强制性', verifyWord: '核实性', row: (n: number) => `第 ${n} 行`, blankItem: (name: string) => `${name}未填`, kinds: { F: '基本审核', X: '表间审核', Y: '跨年审核', P: '填报质量', W: '逻辑审核' } as Readonly<Record<string, string>>,
  },
  grid: gridZh,
  paste: pasteZh,
  seal: sealZh,
  verdict: verdictZh,
  verify: verifyZh,
  tables: tablesZh,
  ...watchZh,
  safety: safetyZh,
  about: aboutZh,
  carried: carriedZh,
  print: printZh,
  importing: importZh,
  prior: priorZh,
  part: partZh,
  letter: letterZh,
  help: helpZh,
  office: officeZh,
  register: registerZh,
  intake: intakeZh,
  review: reviewZh,
  sampling: sampleZh,
}

/** The sentences of one language. */
export type Texts = typeof zh
