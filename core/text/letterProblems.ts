import type { ProblemCode } from '../problem.ts'

type LetterSentences = Readonly<Record<Extract<ProblemCode, `letter-${string}`>, string>>

/** What can go wrong with a regulator's letter; `{name}` and `[…]` as in problems.ts. */
export const letterProblems: { readonly zh: LetterSentences; readonly en: LetterSentences } = {
  zh: {
    'letter-none': '这不是监管部门的退回单、任务书或受理回执[，是{what}]。请选监管部门发来的 .xlsx 文件。',
    'letter-newer': '这个文件的内容读不懂，可能由更新的版本写成。请先更新本程序；仍不行时，请监管部门重新发一份。',
    'letter-damaged': '文件不完整，或签名不对，没有取用。请监管部门重新发一份。',
    'letter-edited': '“{sheet}”的 {cell} 被改过[（共 {count} 处）]，没有取用。答复只写在“答复”一栏；请用监管部门发来的原件。',
    'letter-not-submission': '这是监管部门的{kind}，不是报送件。请在首页点“打开退回单”。',
    'letter-for-people': '这是给手工填报表的审核意见单，不用在检报里打开。请用 Excel 或 WPS 打开它，对照着改填报表。',
    'letter-unit': '这份{kind}是“{name}”（{unit}）的，本机没有这个单位。请看看是否拿错了文件；换了电脑的，先用交接来的文件或备份恢复。',
    'letter-year': '这份{kind}是 {year} 年度的，本机没有“{name}”这一年度的填报。请看看是否拿错了文件。',
    'letter-older': '这份{kind}说的是第 {no} 次报送，本机最近一次是第 {newest} 次，没有取用。请等监管部门看过第 {newest} 次报送。',
    'letter-later': '这份{kind}说的是第 {no} 次报送，本机没有封存过这一次。请在当时封存的那台电脑上打开。',
    'letter-digest': '这份{kind}说的第 {no} 次报送，内容和本机封存的不是同一份，没有取用。请和监管部门核对回执码，本机的是 {receipt}。',
    'letter-key': '{name}这次用的密钥和以前不同（以前 {before}，这次 {now}），没有取用。请打电话核对指纹，对得上再确认打开。',
    'letter-pack': '任务书用的任务包是 {found}，本机是 {here}，版本或内容不同。请先装入监管部门发的任务包。',
    'letter-query': '这条查询已经不在了。请回到首页重新打开。',
  },
  en: {
    'letter-none': 'This is not a return slip, task or receipt of the regulator[, it is another file: {what}]. Choose the .xlsx file the regulator sent.',
    'letter-newer': 'The content of this file is not understood; a newer version may have written it. Update this program first; if that does not help, ask the regulator for it again.',
    'letter-damaged': 'The file is incomplete or its signature is wrong; it was not used. Ask the regulator for it again.',
    'letter-edited': '{cell} of "{sheet}" was edited[ ({count} cells in all)]; the file was not used. Replies go only into the column 答复; use the file as the regulator sent it.',
    'letter-not-submission': 'This is a letter of the regulator ({kind}), not a submission. Choose "Open a return slip" on the start page.',
    'letter-for-people': 'This is a findings slip for a hand-filled template; it is not opened here. Open it in Excel or WPS and correct the template by it.',
    'letter-unit': 'This letter ({kind}) is for "{name}" ({unit}), which is not on this computer. See whether it is the right file; on a new computer, take over the work file or a backup first.',
    'letter-year': 'This letter ({kind}) is about {year}; "{name}" has no filing of that year here. See whether it is the right file.',
    'letter-older': 'This letter ({kind}) is about submission {no}; the newest here is {newest}, so it was not used. Wait until the regulator has seen submission {newest}.',
    'letter-later': 'This letter ({kind}) is about submission {no}, which was not sealed here. Open it on the computer that sealed it.',
    'letter-digest': 'Submission {no} in this letter ({kind}) is not the content that was sealed here, so it was not used. Compare the receipt code with the regulator; here it is {receipt}.',
    'letter-key': 'The key of {name} is not the one seen before (before {before}, now {now}); the file was not used. Compare the fingerprint by telephone, and confirm if it is right.',
    'letter-pack': 'The task uses the survey pack {found}, here it is {here}; version or content differ. Install the pack the regulator sent first.',
    'letter-query': 'This query is no longer there. Go back to the start page and open the year again.',
  },
}
