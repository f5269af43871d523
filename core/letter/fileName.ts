import { safeName, upTo } from '../submission/receipt.ts'
import { letterNames, type Letter } from './letter.ts'

/** File name of a letter: 退回单_机构_代码_2026_第1次.xlsx; characters that a file system refuses become `_`. */
export function letterFileName(letter: Letter): string {
  const no = 'submit_no' in letter ? `_第${letter.submit_no}次` : ''
  return `${letterNames[letter.kind]}_${upTo(safeName(letter.org_name), 160) || '单位'}_${safeName(letter.unit_id) || '无代码'}_${letter.survey_year}${no}.xlsx`
}
