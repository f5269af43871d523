import { boxes, esc } from './html.ts'
import type { PrintInput } from './input.ts'
import { signParts } from './signParts.ts'

/** Title, unit block, marks and legal note above every form. */
export function formHead(input: PrintInput, no: string, title: string): string {
  const { pack, meta } = input
  const [uscc = '', seq = ''] = splitId(meta.unitId)
  const marks = [
    ['表　　号', `${pack.marks.prefix}${no}表${pack.sample ? '「示例」' : ''}`], ['制定机关', pack.marks.maker],
    ['批准机关', pack.marks.approver], ['批准文号', pack.marks.approvalNo], ['有效期至', pack.marks.validUntil],
  ]
  return `<h1>${esc(title)}</h1><div class="head"><div class="unit"><p>机构名称：${esc(meta.orgName)}</p>`
    + `<p>统一社会信用代码：${boxes(uscc)}</p><p>单位序号：${boxes(seq)}<span class="year">${pack.year} 年</span></p></div>`
    + `<div class="marks">${marks.map(([name, value]) => `<p>${name}：${esc(value ?? '')}</p>`).join('')}</div></div>`
}

/** The fixed sentence on duties and secrecy. */
export const legalNote = (input: PrintInput): string => `<div class="legal">${esc(input.pack.legalNote)}</div>`

/** `uscc-unit_seq` taken apart. */
export function splitId(unitId: string): readonly [string, string] {
  const at = unitId.lastIndexOf('-')
  return [unitId.slice(0, at), unitId.slice(at + 1)]
}

/** The sign-off line under every form; what is missing is left open to be written by hand. */
export function signLine(input: PrintInput): string {
  const parts = signParts(input.pack.signoff, input.data.values).map(({ name, text }) => `<span>${esc(name)}：${text === '' ? '<i class="open"></i>' : esc(text)}</span>`)
  return `<div class="sign">${parts.join('')}</div>`
}
