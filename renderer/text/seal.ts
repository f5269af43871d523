/** Sealing, in Chinese; its type is what another language must fill. */
export const sealZh = {
  title: '封存导出', submitNo: (n: number) => `第 ${n} 次报送`, steps: ['检查', '签署', '封存', '交出去'], stepsLabel: '封存的四步', step: (n: number, word: string, done: boolean) => `第 ${n} 步 ${word}${done ? '，已完成' : ''}`,
  checks: '封存前检查', passed: (time: string) => `${time} 检查全部通过`, notPassed: (time: string, must: number, soft: number) => `${time} 还有${must > 0 ? ` ${must} 处要改` : ''}${must > 0 && soft > 0 ? '，' : ''}${soft > 0 ? `${must > 0 ? '' : ' '}${soft} 处待说明` : ''}`, checking: '正在检查',
  sign: '签署', signSub: '整套只填一次，印在每张表尾。', todayButton: '今天', saveTo: '保存到', change: '更改', noFolder: '还没有选文件夹', folder: '选择保存报送件的文件夹',
  lack: (n: number, what: string) => `还差 ${n} 处：${what}`, comma: '、', lackRequired: (n: number) => `必填 ${n} 项`, lackStop: (n: number) => `强制性 ${n} 项`, lackExplain: (n: number) => `待说明 ${n} 项`,
  run: '封存并导出', running: '正在封存：备份、写出两个文件、重新读一遍', exporting: '正在写出文件并重新读一遍', rereading: '正在重新读一遍', notSealed: '没有封存。',
  note: (n: number) => `封存后本年度只读。以后要改，可以“重新打开”，写明原因，改完作为第 ${n} 次报送。`, goSee: '去看', each: '逐条看', goFix: '去改正', goExplain: '去说明', goReply: '去答复',
  line: {
    required: (forms: number) => `${forms} 张表的必填项都已填`, requiredLack: (n: number) => `必填项还差 ${n} 项`, formLack: (form: string, n: number) => `${form} 差 ${n} 项`, ofItems: (done: number, all: number) => `${done} / ${all} 项`, of: (done: number, all: number) => `${done} / ${all}`,
    errors: '强制性审核结果 0 项', errorsLeft: (n: number) => `强制性审核结果还有 ${n} 项，改正后才能封存`, rules: (n: number) => `${n} 条审核关系全部重算`,
    warnings: (n: number) => (n > 0 ? `核实性审核结果 ${n} 项，都已说明` : '核实性审核结果 0 项'), warningsLeft: (n: number) => `核实性审核结果还有 ${n} 项待说明`, warningsSub: '说明随报送件交给审核人',
    computed: '计算项与各分项重新核对一致', computedSub: (n: number) => `${n} 个计算项`, computedNone: (n: number) => `其中 ${n} 个没有分项或分母为 0，不计算`,
    prior: (year: number) => `上年数来自 ${year} 年度`, priorOwn: (year: number, no: number) => `上年数来自 ${year} 年度第 ${no} 次报送`, priorReceipt: (code: string) => `回执码 ${code}`, priorWorkbook: '读自上年的工作簿', priorTyped: '由填报人录入', priorHere: '本机上年的填报', noPrior: '没有上年数，跨年审核不做', noPriorSub: '不影响封存',
    optional: (n: number) => `有 ${n} 项选填没有填，不影响封存`, optionalNone: '选填项也都填了', backup: '封存前自动备份并验证', backupAt: (when: string) => `上一份 ${when}`, backupNone: '封存时做第一份', samples: '示例单位不备份', samplesSub: '内容是虚构的，随时可以重新生成',
    queries: (n: number) => `${n} 条查询都有答复`, queriesLeft: (n: number) => `还有 ${n} 条查询没有答复，不影响封存`, queriesSub: '写了答复，或改了被查询的数，都算答复，随报送件交回',
  },
  done: '已封存，文件已写好并重新读过', doneBefore: '已封存', receipt: '回执码', copy: '复制', copied: '已复制', receiptSub: '电话里报这个码，审核人就能找到这份报送件；盖章页上印着同一个码。', qr: '回执码的二维码',
  verdict: '判定', digest: '内容摘要', sealedAt: '封存时间', findings: '审核结果', findingsLine: (n: number) => `强制性 0　核实性 ${n}${n > 0 ? '，均有说明' : ''}`, signer: '密钥指纹', all: '全部', less: '收起', notReread: '这次打开后还没有重新读过文件。',
  files: '文件', verify: '再校验一次', verified: (time: string) => `${time} 又读过一次`, xlsxSub: '报给监管部门的就是它', pdfSub: 'A4　打印、签字、盖章', exportHere: '再导出一份', exportAgain: '重新导出', exportLine: '报送件可以随时再导出，内容与第一次完全相同。', gone: '文件被移动或改名时，再导出一份即可。',
  next: '接下来', nextSteps: [['打印盖章页', '三位签字，每页盖章处盖公章。'], ['把 .xlsx 交给监管部门', 'U 盘、政务邮箱都可以。可以用 WPS 打开看，但不要改数，也不要改名后另存。'], ['留着回执码', '电话里报它，就能查到这一份。']] as readonly (readonly [string, string])[],
  early: (date: string, n: number) => (n >= 0 ? `比截止日 ${date} 早 ${n} 天` : `比截止日 ${date} 晚 ${-n} 天`), show: '打开所在文件夹', home: '回首页',
  readonly: '本年度现在只读', accepted: '监管部门已接收，本年度只读', returned: '监管部门已退回', reopen: '重新打开并改正', reopenTitle: '重新打开', reopenLine: (n: number) => `改完再封存，作为第 ${n} 次报送。已经交出的那份仍然有效，直到新的一份被接收。`, reopenReason: '原因', reopenHint: '写明要改哪一项、为什么', reopenShort: '原因至少 2 个字。', reopenDo: '重新打开',
}

/** Sealing, in English. */
export const sealEn: typeof sealZh = {
  title: 'Seal and export', submitNo: (n) => `Submission ${n}`, steps: ['Check', 'Sign', 'Seal', 'Hand in'], stepsLabel: 'The four steps of sealing', step: (n, word, done) => `Step ${n}: ${word}${done ? ', done' : ''}`,
  checks: 'Checks before sealing', passed: (time) => `${time} all checks passed`, notPassed: (time, must, soft) => `${time} ${must} to correct, ${soft} to explain`, checking: 'Checking',
  sign: 'Sign-off', signSub: 'Filled in once, printed under every form.', todayButton: 'Today', saveTo: 'Save to', change: 'Change', noFolder: 'No folder chosen', folder: 'Choose the folder for the submission',
  lack: (n, what) => `${n} missing: ${what}`, comma: ', ', lackRequired: (n) => `${n} required`, lackStop: (n) => `${n} to correct`, lackExplain: (n) => `${n} to explain`,
  run: 'Seal and export', running: 'Sealing: backing up, writing both files, reading them back', exporting: 'Writing the files and reading them back', rereading: 'Reading the file back', notSealed: 'Not sealed. ',
  note: (n) => `Sealed, this year is read-only. To change it later, reopen it with a reason; it then becomes submission ${n}.`, goSee: 'See', each: 'See each', goFix: 'Correct', goExplain: 'Explain', goReply: 'Reply',
  line: {
    required: (forms) => `Every required item of ${forms} forms is filled in`, requiredLack: (n) => `${n === 1 ? '1 required item is' : `${n} required items are`} blank`, formLack: (form, n) => `${form}: ${n}`, ofItems: (done, all) => `${done} / ${all} items`, of: (done, all) => `${done} / ${all}`,
    errors: 'Nothing left to correct', errorsLeft: (n) => `${n === 1 ? '1 finding' : `${n} findings`} must be corrected before sealing`, rules: (n) => `All ${n} rules computed again`,
    warnings: (n) => (n > 0 ? `${n} findings, all explained` : 'Nothing to explain'), warningsLeft: (n) => `${n === 1 ? '1 finding has' : `${n} findings have`} no explanation`, warningsSub: 'Explanations go to the reviewer with the submission',
    computed: 'Computed items agree with their parts', computedSub: (n) => `${n} computed items`, computedNone: (n) => `${n} of them have no parts or a zero denominator and are not computed`,
    prior: (year) => `Last year's figures are from ${year}`, priorOwn: (year, no) => `Last year's figures are from ${year}, submission ${no}`, priorReceipt: (code) => `Receipt ${code}`, priorWorkbook: "Read from last year's workbook", priorTyped: 'Typed by the clerk', priorHere: "Last year's filing on this computer", noPrior: "No figures of last year; rules across years are not checked", noPriorSub: 'This does not stop sealing',
    optional: (n) => `${n === 1 ? '1 optional item is' : `${n} optional items are`} blank; this does not stop sealing`, optionalNone: 'Optional items are filled in too', backup: 'A verified backup is made before sealing', backupAt: (when) => `Last one ${when}`, backupNone: 'Sealing makes the first one', samples: 'Sample units are not backed up', samplesSub: 'Their content is invented and can be made again',
    queries: (n) => (n === 1 ? 'The query is answered' : `All ${n} queries are answered`), queriesLeft: (n) => `${n === 1 ? '1 query has' : `${n} queries have`} no answer; this does not stop sealing`, queriesSub: 'A reply or a corrected figure is an answer; it goes back with the submission',
  },
  done: 'Sealed; the files were written and read back', doneBefore: 'Sealed', receipt: 'Receipt code', copy: 'Copy', copied: 'Copied', receiptSub: 'Read this code on the telephone and the reviewer finds the submission; the stamped page shows the same code.', qr: 'Receipt code as a QR code',
  verdict: 'Verdict', digest: 'Digest', sealedAt: 'Sealed at', findings: 'Findings', findingsLine: (n) => `0 to correct, ${n} to explain${n > 0 ? ', all explained' : ''}`, signer: 'Key', all: 'Whole', less: 'Less', notReread: 'The file has not been read back since the application was opened.',
  files: 'Files', verify: 'Verify again', verified: (time) => `Read again ${time}`, xlsxSub: 'This is what the regulator gets', pdfSub: 'A4, to print, sign and stamp', exportHere: 'Export again', exportAgain: 'Export again', exportLine: 'The submission can be exported again at any time, with the same content.', gone: 'If the files were moved or renamed, export them again.',
  next: 'What to do next', nextSteps: [['Print the stamp pages', 'Three signatures, and the seal where each page asks for it.'], ['Hand the .xlsx to the regulator', 'On a stick or by mail. It may be opened in WPS, but do not change figures or save it under another name.'], ['Keep the receipt code', 'On the telephone it finds this submission.']],
  early: (date, n) => (n >= 0 ? `${n} days before the deadline ${date}` : `${-n} days after the deadline ${date}`), show: 'Open the folder', home: 'Home',
  readonly: 'This year is now read-only', accepted: 'Accepted by the regulator; read-only', returned: 'Returned by the regulator', reopen: 'Reopen and correct', reopenTitle: 'Reopen', reopenLine: (n) => `Sealed again, it becomes submission ${n}. The one handed in stays valid until the new one is accepted.`, reopenReason: 'Reason', reopenHint: 'Say which item changes and why', reopenShort: 'Give a reason of at least 2 characters.', reopenDo: 'Reopen',
}
