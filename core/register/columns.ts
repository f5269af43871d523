import type { registerColumns } from '../contract/regulator/register.ts'
import type { ForeignSheet, SheetRow } from '../import/sheet.ts'

export type RegisterColumn = (typeof registerColumns)[number]
/** Which column of a sheet (from 0) holds what. */
export type RegisterMapping = Readonly<Partial<Record<RegisterColumn, number>>>

/** Head words by column, the likeliest first; a head that begins with one is taken where none says exactly that. */
const words: readonly (readonly [RegisterColumn, readonly string[]])[] = [
  ['unit_id', ['填报单位代码', '统计单位代码', '单位代码']],
  ['uscc', ['统一社会信用代码', '社会信用代码', '信用代码', '统一代码']],
  ['unit_seq', ['单位序号', '序列号', '分支序号']],
  ['name', ['机构名称', '单位名称', '单位详细名称', '企业名称', '检验检测机构名称', '检测机构名称', '名称']],
  ['region', ['区县代码', '区划代码', '行政区划代码', '行政区划', '所属区县', '所在区县', '区县', '辖区', '所属地区', '地区']],
  ['contact', ['联系人', '统计联系人', '填表人', '联系人姓名']],
  ['phone', ['电话', '联系电话', '联系人电话', '手机', '联系人手机', '手机号', '联系方式']],
  ['certs', ['证书编号', '资质认定证书编号', '资质证书编号', '资质认定证书号', '证书号']],
  ['forms', ['应报表', '应填表', '应报表号', '填报表']],
  ['groups', ['分组', '组别', '标签']],
  ['risk', ['风险类别', '风险等级', '风险分类', '信用风险分类']],
  ['deadline', ['截止日期', '报送截止日期', '报送期限', '截止时间', '期限']],
]

const plain = (text: string): string => text.replace(/[\s*＊：:]|[（(].*$/g, '')

/** The mapping that a head row suggests; each column of the sheet serves once. */
export function proposeColumns(head: SheetRow | undefined): RegisterMapping {
  const titles = [...(head?.cells ?? [])].map(([at, cell]) => ({ at, title: plain(cell.text) }))
  const taken = new Set<number>()
  const found: Partial<Record<RegisterColumn, number>> = {}
  const fits: readonly ((title: string, word: string) => boolean)[] = [(title, word) => title === word, (title, word) => word.length > 2 && title.startsWith(word)]
  for (const fit of fits) {
    for (const [column, list] of words) {
      if (found[column] !== undefined) continue
      const at = list.flatMap(word => titles.filter(one => !taken.has(one.at) && fit(one.title, word))).at(0)?.at
      if (at === undefined) continue
      found[column] = at
      taken.add(at)
    }
  }
  return found
}

/** The row (from 0) in which most columns are known by their heads, among the first ones. */
export function proposeHead(sheet: ForeignSheet): number {
  const scored = sheet.rows.filter(row => row.row <= 50).map(row => ({ head: row.row - 1, score: Object.keys(proposeColumns(row)).length }))
  return scored.toSorted((a, b) => b.score - a.score || a.head - b.head)[0]?.head ?? 0
}
