import type { IntakeVerdict, SubmissionState } from '../contract/regulator/intake.ts'
import type { Language } from './problems.ts'

/** What a sentence about a taken-in file speaks of. */
export interface IntakeFacts {
  readonly verdict: IntakeVerdict
  readonly state: SubmissionState | 'skipped'
  readonly changed: number
  readonly year: number | null
  readonly pack: string | null
  /** Number of the other submission it is about. */
  readonly otherNo: number | null
  readonly problem: string | null
  readonly kept: boolean
  readonly trust: string
  /** Sealed on a day after the one it came in, by the real clock. */
  readonly early: { readonly today: string; readonly received: string } | null
}

type Key = 'review' | 'replaces' | 'altered' | 'older' | 'duplicate' | 'conflict' | 'conflictWith' | 'register' | 'region' | 'year' | 'pack' | 'accepted' | 'returned' | 'hand' | 'skipped' | 'damaged' | 'quarantined' | 'quarantinedLost'
type Sentences = Readonly<Record<Key, readonly [did: string, why: string, todo: string]>>

const zh: Sentences = {
  review: ['入库，待审阅', '', '到“审阅”里看。'],
  replaces: ['入库，代替第 {no} 次', '', '到“审阅”里看；与第 {no} 次的差异会标出来。'],
  altered: ['看 {changed} 处改动', '封存后有 {changed} 格被改过。入库的是封存时的值，改过的值只列在这里。', '逐格对照，问清楚为什么改。要用改后的值，请填报单位在检报里改正后重新封存报送。'],
  older: ['已有第 {no} 次，存档', '这个单位已有更新的一次报送，这一次只存档，不进汇总。', '不用处理。'],
  duplicate: ['已收过，没有再收', '内容与已收的完全相同。', '不用处理。'],
  conflict: ['同一次报送有两份内容', '同一单位、同一年度、同一次数有两份不同的内容，两份都没有进汇总。', '问填报单位哪一份算数，再到“审阅”里指明。'],
  conflictWith: ['与已收的第 {no} 次内容不同', '同一单位、同一年度的第 {no} 次已经收过，内容和这份不同。两份都留着，没有互相覆盖。', '问填报单位哪一份算数，再到“审阅”里指明。'],
  register: ['不在名录里', '名录里没有这个单位，或已停用。', '核对单位代码；确实要收，先在名录里加上它，已收的会自动转入待审。'],
  region: ['不是本地区的', '主要场所所在地不在本台账的地区内。', '转给它所在地区的监管部门；确实归本地区管，到“审阅”里指明。'],
  year: ['{year} 年度的，另存', '这份是 {year} 年度的，不是台账现在用的年度。', '要收这一年度，先把台账换到 {year} 年度，已收的会自动转入待审。'],
  pack: ['没有这个任务包', '填报用的任务包是 {pack}，本机没有，没有重新审核。', '装入这个任务包后再收一次，会自动补上。'],
  accepted: ['已接收', '', '不用处理。'],
  returned: ['已退回', '', '等填报单位重新报送。'],
  hand: ['按手工表收', '这是空白表手工填的，没有封存。', '看过审核意见后，可写出审核意见单退给填报单位，或按手工表收下。'],
  skipped: ['跳过', '这不是检报写出的文件。', '若确是某单位报的，请它用检报重新导出。'],
  damaged: ['没有收，请重交', '', '请填报单位重新拷贝一份，或用检报重新导出。'],
  quarantined: ['未读取，原件已留存', '', '多半不是报送件。若确是某单位报的，请它用检报重新导出。只影响这一个文件，其余照常收。'],
  quarantinedLost: ['未读取', '', '多半不是报送件。若确是某单位报的，请它用检报重新导出。只影响这一个文件，其余照常收。'],
}
const en: Sentences = {
  review: ['Taken in, waits for review', '', 'See it under Review.'],
  replaces: ['Taken in, replaces number {no}', '', 'See it under Review; what differs from number {no} is marked.'],
  altered: ['See {changed} changes', '{changed} cells were changed after sealing. What was taken in are the sealed values; the changed ones are only listed here.', 'Compare them and ask why. To use the new values, the unit corrects and seals again.'],
  older: ['Number {no} is there, kept', 'The unit has reported again since; this one is kept and does not count.', 'Nothing to do.'],
  duplicate: ['Taken in before', 'The content is the same as one that was taken in.', 'Nothing to do.'],
  conflict: ['Two contents of one number', 'One unit, year and number came with two contents; neither counts.', 'Ask the unit which is right, then say so under Review.'],
  conflictWith: ['Differs from number {no} taken in before', 'Number {no} of this unit and year was taken in before with another content. Both are kept.', 'Ask the unit which is right, then say so under Review.'],
  register: ['Not in the register', 'The register does not have this unit, or it is inactive.', 'Check the code. To take it in, add it to the register; it moves on by itself.'],
  region: ['Of another region', 'The main place is not in the region of this ledger.', 'Pass it on; if it does belong here, say so under Review.'],
  year: ['Of {year}, put aside', 'This is of {year}, not of the year the ledger is at.', 'To take that year in, turn the ledger to {year}; it moves on by itself.'],
  pack: ['Survey pack missing', 'It was filled under {pack}, which is not here, so it was not audited.', 'Install the pack and take it in again; it is completed by itself.'],
  accepted: ['Accepted', '', 'Nothing to do.'],
  returned: ['Returned', '', 'Wait for the next submission.'],
  hand: ['To be taken in by hand', 'A blank template filled by hand, not sealed.', 'Look at the findings, then write the findings slip for the unit or take it in.'],
  skipped: ['Left out', 'Not a file of this program.', 'If a unit did report it, ask it to export again.'],
  damaged: ['Not taken in', '', 'Ask the unit to copy or export it again.'],
  quarantined: ['Not read, original kept', '', 'Probably no submission. If a unit did report it, ask it to export again. Only this file is affected.'],
  quarantinedLost: ['Not read', '', 'Probably no submission. If a unit did report it, ask it to export again. Only this file is affected.'],
}
const texts: Readonly<Record<Language, Sentences>> = { zh, en }
const signs: Readonly<Record<Language, { readonly key: string; readonly early: string }>> = {
  zh: { key: '签名用的密钥和这个单位以前的不同，请打电话核对指纹，对得上再确认。', early: '封存日期 {today} 晚于收件日期 {received}。' },
  en: { key: 'It is signed with another key than this unit used before; compare the fingerprint by telephone and confirm it.', early: 'The sealing date {today} is after the day it came in, {received}.' },
}

/** What was done with a file, why, and what a person does next. */
export function intakeWords(facts: IntakeFacts, language: Language = 'zh'): { readonly did: string; readonly why: string; readonly todo: string } {
  const key = keyOf(facts)
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String({ no: facts.otherNo, changed: facts.changed, year: facts.year, pack: facts.pack }[name] ?? ''))
  const [did, why, todo] = texts[language][key].map(fill)
  const { key: changedKey, early } = signs[language]
  const more = [
    facts.problem ?? '', why ?? '', facts.trust === 'changed' ? changedKey : '',
    facts.early ? early.replace('{today}', facts.early.today).replace('{received}', facts.early.received) : '',
  ]
  return { did: did ?? '', why: more.filter((text) => text !== '').join(language === 'zh' ? '' : ' '), todo: todo ?? '' }
}

function keyOf({ verdict, state, otherNo, kept }: IntakeFacts): Key {
  if (verdict === 'quarantined') return kept ? 'quarantined' : 'quarantinedLost'
  switch (state) {
    case 'skipped': return 'skipped'
    case 'duplicate': return 'duplicate'
    case 'conflict': return otherNo === null ? 'conflict' : 'conflictWith'
    case 'superseded': return 'older'
    case 'not_in_register': return 'register'
    case 'other_region': return 'region'
    case 'other_year': return 'year'
    case 'unknown_pack': return 'pack'
    case 'accepted': return 'accepted'
    case 'returned': return 'returned'
    case 'quarantined': return 'quarantined'
    case 'received': return verdict === 'unsealed' ? 'hand' : verdict === 'damaged' ? 'damaged' : 'review'
    case 'in_review': return verdict === 'altered' ? 'altered' : otherNo === null ? 'review' : 'replaces'
  }
}
