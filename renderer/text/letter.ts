/** A regulator's letters, in Chinese; its type is what another language must fill. */
export const letterZh = {
  open: '打开退回单', openTitle: '选择监管部门发来的文件', openTask: '打开任务书', openAny: '打开退回单、任务书', haveTask: '有监管部门发的任务书？', opening: '正在读文件',
  waiting: (n: number) => `${n} 条查询待答复`, before: (no: number, text: string) => `第 ${no} 次 ${text}`,
  nextAnswer: (n: number) => `答复 ${n} 条查询`, nextReturned: (no: number) => `监管部门退回了第 ${no} 次报送，改好后再报`, lineAnswer: '数没错就写答复，有错就改数；改好重新封存，答复随报送件交回。', goAnswer: '答复查询',
  nextAccepted: (no: number) => `第 ${no} 次报送已受理`, lineAccepted: '这一年度办完了。下一年填报时，它就是上年数。',
  task: '任务书', taskFrom: (regulator: string, signer: string) => `${regulator} 发的任务书，密钥指纹 ${signer}`,
  reason: (reason: string) => `退回：${reason}`, returnedLine: (no: number, reason: string) => `监管部门退回了第 ${no} 次报送：${reason}`, acceptedLine: (no: number, at: string, who: string) => `${who} ${at.slice(0, 10)} 受理了第 ${no} 次报送，本年度只读`,
  band: (no: number, reason: string) => `第 ${no} 次报送被退回：${reason}`, bandDue: (date: string) => `期限 ${date}`, bandLeft: (n: number) => (n > 0 ? `${n} 条查询待答复` : '查询都有答复了'), bandOpen: '重新打开并改正', bandNext: '下一条查询', bandSeal: '去封存',
  thread: '监管部门的查询', asked: (who: string, date: string, no: number) => `${who}　${date}　问第 ${no} 次报送`, due: (date: string) => `期限 ${date}`, reply: '答复', replyOf: (name: string) => `对“${name}”查询的答复`, replyHint: '数没错就写明原因；有错直接改数', replySave: '存下答复', replySaved: '答复已存，随下次报送交回', corrected: (no: number, text: string) => `已改正，第 ${no} 次是 ${text}。不写答复也可以`, answeredIn: (no: number) => `第 ${no} 次报送已答复`, unanswered: '没有答复', sealedValue: (text: string) => `被查询的数 ${text}`,
  opened: { return: '退回单已打开', task: '任务书已打开', acceptance: '受理回执已打开' }, notOpened: '没有打开', again: '这份文件以前打开过，没有重复处理。',
  returnSays: (name: string, year: number, no: number) => `${name} ${year} 年度第 ${no} 次报送被退回。`, returnQueries: (n: number) => (n > 0 ? `有 ${n} 条查询，已标在对应的格上。` : '没有逐格的查询，请看退回原因。'), replies: (n: number) => `表里写好的 ${n} 条答复已带进来。`,
  acceptSays: (name: string, year: number, no: number) => `${name} ${year} 年度第 ${no} 次报送已受理。`, acceptStays: '这一年度正在修改，状态没有变；受理的那一次仍作下一年的上年数。', returnStays: '这一年度已经重新打开，可以直接答复、改正。',
  taskSays: (name: string, year: number) => `${name} ${year} 年度的报送任务。`, taskMade: { unit: '已建立填报单位和年度。', year: '已建立这一年度。' }, taskThere: '单位和年度本来就在，期限按任务书。',
  from: (who: string, signer: string) => `${who}　密钥指纹 ${signer}`, trust: { 'first-seen': '这把密钥头一次见到，已记下。第一张表上印着同样的指纹，可以打电话核对。', known: '这把密钥以前见过。', confirmed: '换了密钥，已按核对过的指纹记下。' },
  compared: '指纹已核对，打开', goFill: '去填报', goSee: '去看', later: '以后再说', reopenDo: '重新打开并答复', understood: '知道了', dropHere: '松开，打开这个文件',
}

/** A regulator's letters, in English. */
export const letterEn: typeof letterZh = {
  open: 'Open a return slip', openTitle: 'Choose the file the regulator sent', openTask: 'Open a task file', openAny: 'Open a return slip or task', haveTask: 'Do you have a task file of the regulator?', opening: 'Reading the file',
  waiting: (n) => (n === 1 ? '1 query waits' : `${n} queries wait`), before: (no, text) => `submission ${no}: ${text}`,
  nextAnswer: (n) => (n === 1 ? 'Answer 1 query' : `Answer ${n} queries`), nextReturned: (no) => `Submission ${no} was returned; correct it and report again`, lineAnswer: 'Where the figure is right, reply; where it is wrong, correct it. Then seal again; the answers go back with it.', goAnswer: 'Answer',
  nextAccepted: (no) => `Submission ${no} is accepted`, lineAccepted: 'This year is done. Next year it gives the figures of last year.',
  task: 'task', taskFrom: (regulator, signer) => `Task of ${regulator}, key ${signer}`,
  reason: (reason) => `Returned: ${reason}`, returnedLine: (no, reason) => `The regulator returned submission ${no}: ${reason}`, acceptedLine: (no, at, who) => `${who} accepted submission ${no} on ${at.slice(0, 10)}; read-only`,
  band: (no, reason) => `Submission ${no} was returned: ${reason}`, bandDue: (date) => `due ${date}`, bandLeft: (n) => (n > 0 ? (n === 1 ? '1 query waits' : `${n} queries wait`) : 'every query is answered'), bandOpen: 'Reopen and correct', bandNext: 'Next query', bandSeal: 'Seal',
  thread: 'Queries of the regulator', asked: (who, date, no) => `${who}, ${date}, on submission ${no}`, due: (date) => `due ${date}`, reply: 'Reply', replyOf: (name) => `Reply to the query on ${name}`, replyHint: 'Say why the figure is right, or correct it', replySave: 'Save the reply', replySaved: 'Saved; it goes back with the next submission', corrected: (no, text) => `Corrected; submission ${no} had ${text}. A reply is not needed`, answeredIn: (no) => `answered in submission ${no}`, unanswered: 'not answered', sealedValue: (text) => `value in question ${text}`,
  opened: { return: 'The return slip is open', task: 'The task is open', acceptance: 'The acceptance receipt is open' }, notOpened: 'Not opened', again: 'This file was opened before; nothing was done twice.',
  returnSays: (name, year, no) => `Submission ${no} of ${name} for ${year} was returned.`, returnQueries: (n) => (n > 0 ? `${n === 1 ? '1 query is' : `${n} queries are`} marked at the cells.` : 'There are no queries on cells; see the reason.'), replies: (n) => `${n === 1 ? '1 reply' : `${n} replies`} written in the sheet came along.`,
  acceptSays: (name, year, no) => `Submission ${no} of ${name} for ${year} is accepted.`, acceptStays: 'This year is being changed, so its state stays; what was accepted still gives next year its figures of last year.', returnStays: 'This year is open again already; answer and correct it.',
  taskSays: (name, year) => `The task of ${name} for ${year}.`, taskMade: { unit: 'The unit and the year were set up.', year: 'The year was set up.' }, taskThere: 'Unit and year were there; the deadline is the task’s.',
  from: (who, signer) => `${who}, key ${signer}`, trust: { 'first-seen': 'This key is seen for the first time and was noted. The same fingerprint is printed on the first sheet; compare it by telephone.', known: 'This key was seen before.', confirmed: 'A new key, noted by the fingerprint you compared.' },
  compared: 'I compared the fingerprint, open it', goFill: 'Go to entry', goSee: 'See', later: 'Later', reopenDo: 'Reopen and answer', understood: 'OK', dropHere: 'Drop to open this file',
}
