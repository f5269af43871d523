import type { ProblemCode } from '../problem.ts'

type WatchSentences = Readonly<Record<Extract<ProblemCode, `sample-${string}` | `upward-${string}` | `bulletin-${string}`>, string>>

/** What can go wrong with sampling, bulletins and files that go upward; `{name}` and `[…]` as in problems.ts. */
export const watchProblems: { readonly zh: WatchSentences; readonly en: WatchSentences } = {
  zh: {
    'sample-empty': '没有可以抽的机构：名录里没有符合条件的，或权重都是 0。请改一改地区、分组或权重。',
    'upward-not-file': '这不是检报的上报文件[：{path}]，没有收。请向下级要“上报”里生成的文件。',
    'upward-newer': '上报文件由更新的版本写成[：{path}]。请先更新本程序。',
    'upward-damaged': '上报文件不完整，或写好以后被改过[：{path}][，{what}]。没有收，请下级重新生成。',
    'upward-changed': '预览之后上报文件变了[：{path}]，没有收。请再看一遍。',
    'upward-region': '上报文件的地区“{found}”不在本台账的地区“{here}”之内，没有收。',
    'upward-pack': '上报文件用的任务包是 {found}，本台账正在用 {here}，没有收。请先换到那个年度。',
    'upward-none': '还没有已接收的报送件，没有可以上报的。请先审阅。',
    'bulletin-none': '任务包里没有通报的模板，不能生成。请装入带通报模板的任务包。',
    'bulletin-template': '通报模板读不通[：{path}][，{what}]。请改正模板，或移走它，用任务包自带的。',
  },
  en: {
    'sample-empty': 'No unit can be drawn: none in the register fits, or every weight is 0. Change region, group or weights.',
    'upward-not-file': 'This is not an upward file of Jianbao[: {path}]; it was not taken. Ask for the file that “Upward” writes.',
    'upward-newer': 'The upward file was written by a newer version[: {path}]. Update this program first.',
    'upward-damaged': 'The upward file is incomplete or was changed after writing[: {path}][, {what}]. It was not taken; ask for a new one.',
    'upward-changed': 'The upward file changed after the preview[: {path}]; it was not taken. Look at it again.',
    'upward-region': 'The upward file is of “{found}”, outside this ledger’s region “{here}”; it was not taken.',
    'upward-pack': 'The upward file is of pack {found}, this ledger works on {here}; it was not taken. Turn to that year first.',
    'upward-none': 'No submission is accepted yet, so there is nothing to send upward. Review first.',
    'bulletin-none': 'The pack has no bulletin template. Install one that has.',
    'bulletin-template': 'The bulletin template cannot be read[: {path}][, {what}]. Correct it, or move it away to use the pack’s own.',
  },
}
