import type { ProblemCode } from '../problem.ts'

type IntakeSentences = Readonly<Record<Extract<ProblemCode, `intake-${string}`>, string>>

/** What can go wrong when files are taken in; `{name}` and `[…]` as in problems.ts. */
export const intakeProblems: { readonly zh: IntakeSentences; readonly en: IntakeSentences } = {
  zh: {
    'intake-memory': '读取时占用的内存超过 {limit} MB，已停下，没有读取。请向填报单位要原件。',
    'intake-crash': '读取这个文件的进程意外退出，没有读取。请向填报单位要原件。',
    'intake-readers': '读取文件的进程启动不了，收件停下了。已收的不受影响；请重新打开程序再接着收。',
    'intake-zip-large': '压缩包太大或文件太多，没有读取。请解开后收文件夹。',
    'intake-zip-nested': '压缩包里又有压缩包，没有读取。请解开后再收。',
    'intake-zip-empty': '压缩包里没有文件。',
    'intake-skipped': '不是 Excel 文件，跳过。',
    'intake-register': '这是名录，不是报送件，跳过。要导入名录，请到“名录”页。',
    'intake-not-hand': '这个文件不是手工填报的表，或已经收过，没有再收。',
    'intake-moved': '原文件已被移动或改过[：{path}]。请重新收一次件。',
    'intake-hand-unit': '表里没有填统一社会信用代码，不知道是哪个单位。请指明单位后再收。',
    'intake-hand-pack': '这张表用的任务包是 {pack}，本机没有。请先装入这个任务包。',
    'intake-hand-year': '这张表是 {year} 年度的，台账现在用 {wanted} 年度。请先换到 {year} 年度再收。',
    'intake-code': '“{code}”不是回执码，可能抄错了一个字。请对照封面再录一遍。',
    'intake-running': '另一批正在收[：{source}]。请等它收完，或先停下它。',
    'intake-signer': '没有见过 {unit} 用指纹 {signer} 报送。请核对后再确认。',
  },
  en: {
    'intake-memory': 'Reading took more than {limit} MB of memory and was stopped. Ask the unit for the original.',
    'intake-crash': 'The process that read this file ended unexpectedly; the file was not read. Ask the unit for the original.',
    'intake-readers': 'The processes that read files cannot start, so intake stopped. What was taken in is safe; open the program again and go on.',
    'intake-zip-large': 'The archive is too big or has too many files and was not read. Unpack it and take in the folder.',
    'intake-zip-nested': 'An archive inside an archive was not read. Unpack it first.',
    'intake-zip-empty': 'The archive holds no file.',
    'intake-skipped': 'Not an Excel file; left out.',
    'intake-register': 'This is a register, not a submission; left out. Import it on the page Register.',
    'intake-not-hand': 'This is not a hand-filled template, or it was taken in before; nothing was done.',
    'intake-moved': 'The original was moved or changed[: {path}]. Take it in again.',
    'intake-hand-unit': 'The template does not say the credit code, so its unit is not known. Say which unit it is.',
    'intake-hand-pack': 'The template uses the survey pack {pack}, which is not here. Install it first.',
    'intake-hand-year': 'The template is of {year}; the ledger is at {wanted}. Turn to {year} first.',
    'intake-code': '"{code}" is no receipt code; a character may be wrong. Compare it with the cover.',
    'intake-running': 'Another batch is being taken in[: {source}]. Wait for it, or stop it first.',
    'intake-signer': 'No submission of {unit} under the fingerprint {signer} was seen. Check it again.',
  },
}
