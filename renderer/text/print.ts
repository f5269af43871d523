/** Printing, and notes on cells, in Chinese; its type is what another language must fill. */
export const printZh = {
  title: '打印', list: '打印什么', back: '返回', pages: (n: number) => `A4　共 ${n} 页`, preview: (what: string) => `${what}的打印预览`, reading: '正在排版',
  parts: { set: '全套', findings: '审核结果和说明', forms: '各表', blank: '空白表' }, set: { sealed: '盖章件', draft: '核对稿（未封存）' }, orders: { severity: '按严重程度', form: '按调查表' },
  sealed: '已封存，每页印有回执码、内容摘要和二维码', draft: '未封存，每页印有“未封存，仅供核对”', blank: '空白表，供手工填写，不作为报送件',
  save: '存为 PDF', saveTitle: '存为 PDF', saved: (name: string) => `已存为 ${name}`, show: '打开所在文件夹', paper: '打印', failed: '没有打印成。看打印机是否连好、有没有纸；也可以先存为 PDF。', busy: '正在处理', done: (a: number, b: number) => `${a} / ${b}`,
  here: '打印清单', stamp: '打印盖章件',
  note: { title: '附注', mark: (text: string, shared: boolean) => `附注${shared ? '（随报送件）' : ''}：${text}`, label: (item: string) => `${item}的附注`, placeholder: '记下这个数的来源、算法或要留意的事', shared: '随报送件一并提交', sharedSub: '印在“审核结果及说明”里', own: '只留在本单位', save: '保存附注', saved: '附注已保存', fixed: '已随报送件封存，不能改。', more: (n: number) => `还可以写 ${n} 字` },
}
type PrintTexts = typeof printZh

/** The same in English. */
export const printEn: PrintTexts = {
  title: 'Print', list: 'What to print', back: 'Back', pages: (n) => `A4, ${n} ${n === 1 ? 'page' : 'pages'}`, preview: (what) => `Print preview: ${what}`, reading: 'Laying out pages',
  parts: { set: 'Whole set', findings: 'Findings and explanations', forms: 'Forms', blank: 'Blank forms' }, set: { sealed: 'For the stamp', draft: 'To check (not sealed)' }, orders: { severity: 'By severity', form: 'By form' },
  sealed: 'Sealed: receipt code, digest and QR code on every page', draft: 'Not sealed: every page says so', blank: 'Blank form to fill by hand, not a submission',
  save: 'Save as PDF', saveTitle: 'Save as PDF', saved: (name) => `Saved as ${name}`, show: 'Show in folder', paper: 'Print', failed: 'Nothing was printed. Check the printer and its paper, or save a PDF first.', busy: 'Working', done: (a, b) => `${a} / ${b}`,
  here: 'Print list', stamp: 'Print for the stamp',
  note: { title: 'Note', mark: (text, shared) => `Note${shared ? ' (goes with the submission)' : ''}: ${text}`, label: (item) => `Note on ${item}`, placeholder: 'Where the figure comes from, how it was worked out, what to mind', shared: 'Goes with the submission', sharedSub: 'Printed with the findings and explanations', own: 'Stays in this unit', save: 'Save note', saved: 'Note saved', fixed: 'Sealed with the submission, cannot be changed.', more: (n) => `${n} characters left` },
}
