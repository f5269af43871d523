import { organisationCheck, usccCheck } from '../identity/uscc.ts'
import type { Pack } from '../pack/schema.ts'
import { diceOf, type Dice } from './dice.ts'

/** Who a made-up unit is; it stays over the years. */
export interface Profile {
  readonly n: number
  readonly name: string
  readonly uscc: string
  readonly unitSeq: string
  readonly legal: boolean
  readonly parent: string
  /** 10 企业, 20 事业, 30 机关, 40 and 51 others. */
  readonly form: '10' | '20' | '30' | '40' | '51'
  readonly holding: '1' | '2' | '3' | '4' | '5' | '9'
  readonly region: string
  readonly place: string
  /** Main field first. */
  readonly domains: readonly string[]
  /** Revenue in 万元 and persons of the year 2026, before the year's own luck. */
  readonly revenue: number
  readonly staff: number
  readonly large: boolean
  readonly person: string
  readonly since: number
}

/** Weights of provinces: agencies of 2020 where published, the rest shared out by region (domain.md 3.2). */
const provinces: readonly (readonly [string, number])[] = [
  ['44', 3807], ['37', 3784], ['32', 3413], ['41', 2879], ['13', 2407], ['51', 2341], ['33', 2224], ['61', 1859], ['21', 1812], ['43', 1728],
  ['11', 1250], ['12', 700], ['14', 1400], ['15', 1210], ['22', 1200], ['23', 1370], ['31', 900], ['34', 1750], ['35', 1480], ['36', 1430],
  ['42', 1800], ['45', 1250], ['46', 380], ['50', 689], ['52', 1150], ['53', 1520], ['54', 180], ['62', 1130], ['63', 330], ['64', 380], ['65', 970],
]
/** Main fields of enterprises and of public bodies, by the published counts of agencies (domain.md 3.3). */
const fields: readonly (readonly [string, number])[] = [['08', 15760], ['03', 5600], ['01', 7400], ['02', 5200], ['06', 2100], ['07', 900], ['05', 1200], ['19', 1641], ['17', 1100], ['18', 900], ['27', 800], ['16', 700], ['29', 600], ['34', 700], ['31', 650], ['32', 500], ['24', 400], ['25', 300], ['20', 350], ['21', 300], ['22', 250], ['10', 300], ['23', 300], ['36', 100], ['04', 350]]
const publicFields: readonly (readonly [string, number])[] = [['09', 2600], ['03', 2400], ['07', 2200], ['06', 1300], ['05', 1100], ['27', 1100], ['01', 700], ['33', 350], ['32', 350], ['16', 400], ['28', 250], ['15', 150], ['11', 300]]
const beside: Readonly<Record<string, readonly [string, ...string[]]>> = { '01': ['02', '32', '33'], '02': ['01', '19'], '03': ['05', '09', '04'], '05': ['03', '06'], '06': ['07', '03', '24'], '07': ['06', '05'], '09': ['05', '06'], '17': ['18', '20'], '19': ['02', '18'], '24': ['25', '35'] }
const trades: Readonly<Record<string, string>> = { '08': '机动车检测', '01': '建设工程检测', '02': '建材检测', '03': '环境监测', '05': '水质检测', '06': '食品检测', '07': '农产品检测', '09': '疾病预防检验', '27': '计量检测', '16': '特种设备检验', '29': '司法鉴定', '34': '安全检测', '31': '防雷检测', '28': '刑事技术' }
const words: readonly [string, ...string[]] = ['云岫', '青禾', '砺石', '听泉', '望岳', '澄江', '拓原', '恒远', '知衡', '明鉴', '和川', '启明', '正言', '博源', '晴野', '平芜', '观澜', '临风', '凌云', '安澜', '致远', '守正', '行健', '方圆', '量天', '格物', '求是', '问渠', '兰皋', '芳洲']
const surnames: readonly [string, ...string[]] = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨', '朱', '秦', '尤', '许', '何', '吕', '施', '张', '孔', '曹', '严', '华', '金', '魏', '陶', '姜']

/** The made-up unit number n of a seed. */
export function profileOf(pack: Pack, seed: string, n: number): Profile {
  const dice = diceOf(`${seed}/${n}`)
  const form = dice.weighted<Profile['form']>([['10', 77.8], ['20', 19], ['30', 0.9], ['40', 0.6], ['51', 1.7]], '10')
  const legal = form === '30' ? dice.chance(0.3) : form === '10' ? !dice.chance(0.06) : form === '20' ? !dice.chance(0.34) : true
  const [region, place] = regionOf(pack, dice)
  const main = form === '30' ? '28' : dice.weighted(form === '20' ? publicFields : fields, '03')
  const large = dice.chance(form === '10' ? 0.15 : 0.11) && main !== '28'
  const revenue = main === '28' ? 0 : large ? 1000 + dice.skewed(3963, 1.15) : Math.min(980, 12 + dice.skewed(205, 0.85))
  const perHead = large ? dice.skewed(54, 0.35) : dice.skewed(12.5, 0.4)
  const staff = main === '28' ? dice.int(8, 40) : Math.round(Math.min(4000, Math.max(large ? 12 : 4, revenue / Math.min(200, Math.max(4, perHead)))))
  const code = codeOf(form, region, n)
  const word = `${dice.one(words)}${n}`
  return {
    n, form, legal, region, place, large, revenue, staff, uscc: code, unitSeq: legal ? '00' : '01', domains: domainsOf(main, large, dice),
    name: nameOf({ form, legal, place, word, trade: trades[main] ?? '检验检测' }), parent: legal ? '' : form === '10' ? `${place}${word}示例集团有限公司` : form === '30' ? `${place}示例公安机关${n}` : `${place}${word}示例大学`,
    holding: form === '10' ? dice.weighted<Profile['holding']>([['3', 82], ['1', 14], ['2', 1.5], ['4', 0.9], ['5', 0.9], ['9', 0.7]], '3') : form === '20' || form === '30' ? '1' : '9',
    person: dice.one(surnames), since: dice.int(1985, 2021),
  }
}

function nameOf(of: { readonly form: Profile['form']; readonly legal: boolean; readonly place: string; readonly word: string; readonly trade: string }): string {
  const end = !of.legal ? '检测实验室' : of.form === '10' ? '有限公司' : of.form === '20' ? '中心' : of.form === '51' ? '研究所' : of.form === '40' ? '检测协会' : '技术室'
  return `${of.place}${of.word}示例${of.trade}${end}`
}

const counties = new WeakMap<Pack, ReadonlyMap<string, readonly (readonly [string, string])[]>>()

/** A county with its short name; provinces by weight, counties of one alike. */
function regionOf(pack: Pack, dice: Dice): readonly [string, string] {
  const known = counties.get(pack) ?? countiesOf(pack)
  counties.set(pack, known)
  const province = dice.weighted(provinces, '44')
  const list = known.get(province) ?? []
  return list[Math.floor(dice.next() * list.length)] ?? ['110101', '东城区']
}

function countiesOf(pack: Pack): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const found = new Map<string, (readonly [string, string])[]>()
  for (const [code, name, state] of pack.regions) {
    if (state !== 'now' || code.endsWith('00')) continue
    const list = found.get(code.slice(0, 2)) ?? []
    list.push([code, name.split(' ').at(-1) ?? name])
    found.set(code.slice(0, 2), list)
  }
  return found
}

/** A credit code with both check characters right, in a range that no register has given out. */
function codeOf(form: Profile['form'], region: string, n: number): string {
  const first8 = `MD${String(n).padStart(6, '0')}`
  const kind = { 10: '91', 20: '12', 30: '11', 40: '51', 51: '52' }[form]
  const first17 = `${kind}${region}${first8}${organisationCheck(first8) ?? '0'}`
  return `${first17}${usccCheck(first17) ?? '0'}`
}

function domainsOf(main: string, large: boolean, dice: Dice): readonly string[] {
  const near = beside[main]
  if (!near || !dice.chance(large ? 0.8 : 0.45)) return [main]
  const more = large ? dice.int(1, Math.min(3, near.length)) : 1
  const start = dice.int(0, near.length - 1)
  return [main, ...Array.from({ length: more }, (_, i) => near[(start + i) % near.length] ?? near[0])]
}
