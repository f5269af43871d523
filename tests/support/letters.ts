import { createHash, createPrivateKey, createPublicKey, sign as signWith, type KeyObject } from 'node:crypto'
import type { AcceptanceLetter, FindingsLetter, LetterQuery, ReturnLetter, TaskLetter } from '../../core/letter/letter.ts'
import { receiptCode } from '../../core/submission/receipt.ts'
import { writeLetter, type WrittenLetter } from '../../electron/excel/letter.ts'
import type { Letter } from '../../core/letter/letter.ts'

/** A regulator with a key of its own, the same one for the same name. */
export interface TestRegulator { readonly publicKey: string; readonly signer: string; readonly write: (letter: Letter) => WrittenLetter }

export function regulator(name = '示例区市场监督管理局'): TestRegulator {
  const key = keyOf(name)
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  return {
    publicKey: raw.toString('hex'), signer: createHash('sha256').update(raw).digest('hex').slice(0, 16),
    write: letter => writeLetter(letter, message => new Uint8Array(signWith(null, message, key))),
  }
}

const keyOf = (name: string): KeyObject => createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), createHash('sha256').update(`test regulator ${name}`).digest()]), format: 'der', type: 'pkcs8' })
/** What the key of a made-up regulator signs with, for other things than letters. */
export const regulatorSign = (name: string) => (message: Uint8Array): Uint8Array => new Uint8Array(signWith(null, message, keyOf(name)))

/** What every test letter says; `from` signs it. */
export interface Addressed { readonly unitId: string; readonly orgName: string; readonly packDigest: string; readonly from: TestRegulator; readonly letterId?: string }
const headOf = ({ unitId, orgName, packDigest, from, letterId }: Addressed) => ({
  format: 'jianbao-letter', format_version: 1, letter_id: letterId ?? 'R-2027-0001', unit_id: unitId, org_name: orgName, survey_year: 2026,
  pack: { id: 'annual-2026', version: '1.0', digest: packDigest }, issued_at: '2027-03-18 10:02:45',
  regulator: { name: '示例区市场监督管理局', region: '500106' }, signer: { algorithm: 'Ed25519', public_key: from.publicKey },
} as const)
const about = (to: Addressed, submitNo: number, digest: string) => ({ submission_id: `${to.unitId}/2026/${submitNo}`, submit_no: submitNo, digest })

export const aQuery = (query: string, over: Partial<LetterQuery> = {}): LetterQuery =>
  ({ query, form: '301', code: '12', item: 'src_social', row: null, row_key: null, name: '社会委托', value: '863.70', question: '比上年多 44.2%，请核对是否含内部往来。', due: null, ...over })

export const aReturn = (to: Addressed, of: { readonly submitNo: number; readonly digest: string; readonly queries: readonly LetterQuery[]; readonly reason?: string }): ReturnLetter =>
  ({ ...headOf(to), kind: 'return', ...about(to, of.submitNo, of.digest), reason: of.reason ?? '有 2 处数据需要核对。', due: '2027-03-25', queries: [...of.queries] })
export const aTask = (to: Addressed, forms: readonly string[] = []): TaskLetter => ({ ...headOf(to), kind: 'task', forms: [...forms], deadline: '2027-03-20' })
export const anAcceptance = (to: Addressed, of: { readonly submitNo: number; readonly digest: string }): AcceptanceLetter =>
  ({ ...headOf(to), kind: 'acceptance', ...about(to, of.submitNo, of.digest), receipt: receiptCode(of.digest), accepted_at: '2027-03-19 09:30:00' })
export const someFindings = (to: Addressed): FindingsLetter => ({
  ...headOf(to), kind: 'findings', file: '某机构_空白表.xlsx', due: '2027-03-25', findings: [
    { rule: 'F001', severity: 'error', row_key: null, form: '101', code: '01', item: 'uscc', name: '统一社会信用代码', value: '91', detail: '统一社会信用代码应为 18 位。', todo: '对照营业执照改正。' },
    { rule: 'W047', severity: 'warning', row_key: '03 环境监测', form: '302', code: '05', item: 'dom_rpt', name: '出具报告', value: '7', detail: '报告份数比上年少 80%。', todo: '改正，或在“说明”表写明原因。' },
  ],
})
