import type { Explanation, FilingData } from '../filing/filing.ts'
import type { Finding } from '../audit/finding.ts'
import type { Pack } from '../pack/schema.ts'
import { lookup } from '../pack/lookup.ts'
import { diceOf, type Dice } from './dice.ts'
import { figuresOf, money, type Figures } from './figures.ts'
import { financeOf } from './finance.ts'
import type { Profile } from './profile.ts'

type Texts = Record<string, string>
/** What all parts of a filing are made from. */
interface Making { readonly pack: Pack; readonly who: Profile; readonly f: Figures; readonly dice: Dice }

/** A plausible filing of a unit for a pack's year; `again` tells a corrected or another version of it apart. */
export function filingOf(pack: Pack, who: Profile, seed: string, again = 0): FilingData {
  const dice = diceOf(`${seed}/${who.n}/${pack.year}/${again}`)
  const making: Making = { pack, who, f: figuresOf(pack, who, dice), dice }
  const certs = certsOf(making)
  const values = { ...identity(making), ...qualification(making, certs), ...people(making), ...things(making), ...financeOf(who, making.f, dice), ...business(making, certs), ...innovation(making), ...signing(making) }
  const rows = (list: readonly Texts[]): { id: number; cells: Texts }[] => list.map((cells, i) => ({ id: i + 1, cells }))
  const index = lookup(pack)
  const domains = making.f.rows.map((r, i) => ({ dom_code: r.code, dom_main: i === 0 ? '1' : '2', dom_theme: r.theme, dom_rev: money(r.rev), dom_rpt: String(r.rpt), dom_staff: String(r.staff) }))
  return {
    values: Object.fromEntries(Object.entries(values).flatMap(([key, text]) => { const own = index.keyOf(key) ?? key; return text !== '' && index.item(own) ? [[own, text]] : [] })),
    tables: { ...Object.fromEntries(index.tables.map(t => [t.table.key, []])), certs: rows(certs), domains: rows(domains) },
  }
}

/** An explanation of each finding, in words of its own. */
export function explained(findings: readonly Finding[], who: Profile): readonly Explanation[] {
  return findings.filter(f => f.severity === 'warning').map(f => ({ rule: f.rule, item: f.item, row: f.row, text: `${f.title}：${who.name}按台账逐笔对过，系第${who.n}号样例单位的业务结构所致。` }))
}

function identity({ pack, who, dice }: Making): Texts {
  const enterprise = who.form === '10'
  const industry = who.form === '30' ? '9223' : who.form === '20' && !who.legal ? '8341' : '7452'
  const f = figuresKnown(who)
  return {
    org_name: who.name, uscc: who.uscc, unit_seq: who.unitSeq, is_legal: who.legal ? '1' : '2', parent_name: who.parent, parent_uscc: who.legal ? '' : who.uscc, legal_rep: `${who.person}示例`,
    est_date: `${Math.min(who.since, pack.year - 1)}-${two(dice.int(1, 12))}`, reg_region: who.region, biz_region: who.region, reg_addr: `${who.place}示例路${who.n}号`, biz_addr: `${who.place}示例路${who.n}号`, tel: `0${200 + (who.n % 700)}-${String(1000000 + who.n).slice(0, 7)}`,
    op_status: '1', legal_form: who.form, acct_std: enterprise ? '1' : who.form === '20' || who.form === '30' ? '2' : '3', reg_type: enterprise ? registered(who.holding) : '', holding: who.holding, industry, is_main: industry === '7452' ? '1' : '2',
    dept: who.form === '30' ? '02' : who.domains[0] === '09' ? '10' : who.domains[0] === '03' ? '05' : '34', is_group: f.group === '' ? '2' : '1', group_name: f.group, group_role: f.group === '' ? '' : '2', listed: '0',
    nqic_cnt: '0', pqic_cnt: who.large && !enterprise && dice.chance(0.15) ? '1' : '0', nkl_cnt: '0', pkl_cnt: who.large && dice.chance(0.06) ? '1' : '0',
  }
}

/** Some large units belong to a group; its name stays over the years. */
const figuresKnown = (who: Profile): { readonly group: string } => ({ group: who.form === '10' && who.large && who.n % 9 === 0 ? `示例检测集团${who.n % 4}` : '' })
const registered = (holding: Profile['holding']): string => ({ 1: '119', 2: '132', 3: '112', 4: '210', 5: '310', 9: '190' })[holding]
const two = (n: number): string => String(n).padStart(2, '0')

function certsOf({ pack, who, dice }: Making): readonly Texts[] {
  const main = who.domains[0] ?? '03'
  const cell = (code: string, field: string): string => String(pack.codes[code]?.find(c => c.code === field)?.['cmaField'] ?? '20')
  const issuer = String(pack.codes['E6']?.find(c => String(c['region']) === who.region.slice(0, 2))?.code ?? '01')
  const national = who.form !== '30' && dice.chance(0.02)
  const year = pack.year - dice.int(0, 4)
  const day = `${two(dice.int(1, 12))}-${two(dice.int(2, 28))}`
  const holder = who.legal ? who.name : who.parent
  const cma = { cert_no: `${two((dice.chance(0.06) ? year - 6 : year) % 100)}${national ? '00' : issuer}${cell('E4', main)}34${String(who.n % 10000).padStart(4, '0')}`, cert_kind: '01', cert_level: national ? '1' : '2', cert_holder: holder, cert_issuer: national ? '国家市场监督管理总局' : '省级市场监督管理局（示例）', cert_issue: `${year}-${day}`, cert_valid: `${year + 6}-${day.slice(0, 3)}${two(Number(day.slice(3)) - 1)}`, cert_status: '1', cert_domain: main }
  const cnas = { cert_no: `示例L${String(who.n).padStart(5, '0')}`, cert_kind: '02', cert_level: '1', cert_holder: holder, cert_issuer: '中国合格评定国家认可委员会', cert_issue: `${pack.year - 2}-${day}`, cert_valid: `${pack.year + 4}-${day}`, cert_status: '1' }
  const kind = { '01': '06', '16': '05', '32': '07', '33': '08', '34': '09', '31': '10', '29': '12', '07': '14', '27': '15', '36': '16' }[main]
  const other = kind === undefined ? [] : [{ cert_no: `示例法定〔${year}〕${who.n}号`, cert_kind: kind, cert_level: '2', cert_holder: holder, cert_issuer: '省级主管部门（示例）', cert_issue: `${year}-${day}`, cert_valid: `${year + 5}-${day}`, cert_status: '1' }]
  return [cma, ...(dice.chance(who.large ? 0.75 : 0.22) ? [cnas] : []), ...other]
}

function qualification({ f, who, dice }: Making, certs: readonly Texts[]): Texts {
  const recognised = who.large && certs.length > 1 && dice.chance(0.05)
  return { intl_recog: recognised ? '1' : '2', designated_cnt: '0', param_cnt: String(f.tech * dice.int(9, 32)), signer_cnt: String(Math.max(1, Math.min(f.tech, dice.int(2, 7)))) }
}

function people({ f, dice }: Making): Texts {
  const of = (low: number, high: number): number => Math.floor(f.staff * dice.between(low, high))
  const [doctor, master, bachelor] = [f.staff > 60 && dice.chance(0.3) ? of(0.005, 0.03) : 0, of(0.03, 0.14), of(0.3, 0.48)]
  const list: Record<string, number> = {
    staff_total: f.staff, staff_female: of(0.24, 0.45), staff_dispatch: of(0, 0.06), staff_avg: f.avg, staff_tech: f.tech, staff_mgmt: Math.min(f.staff - f.tech, Math.max(1, of(0.1, 0.18))),
    edu_doctor: doctor, edu_master: master, edu_bachelor: Math.max(1, bachelor), edu_college: of(0.18, 0.3), ttl_senior: of(0, 0.03), ttl_vice: of(0.04, 0.1), ttl_mid: of(0.14, 0.24), ttl_junior: of(0.18, 0.3), staff_qualified: of(0.2, 0.4),
  }
  return Object.fromEntries(Object.entries(list).map(([key, n]) => [key, String(n)]))
}

function things({ f, who, dice }: Making): Texts {
  const lab = Math.round(f.staff * (who.domains[0] === '08' ? dice.between(90, 220) : dice.between(35, 95)) * 100)
  const own = who.form === '20' || dice.chance(0.25)
  return {
    area_lab: money(lab), area_total: money(Math.round(lab * dice.between(1.15, 1.5))), area_own: own ? money(lab) : '0.00', eq_cnt_dom: String(f.eqDom), eq_cnt_imp: String(f.eqImp), eq_cnt_50: String(f.eqBig), eq_cnt_50_imp: String(Math.min(f.eqBig, f.eqImp, Math.ceil(f.eqBig * 0.6))),
    eq_cnt_new: String(Math.floor((f.eqDom + f.eqImp) * dice.between(0.02, 0.1))), eq_val_dom: money(f.valDom), eq_val_imp: money(f.valImp), eq_val_50: money(f.valBig), eq_val_new: money(Math.floor((f.valDom + f.valImp) * dice.between(0.02, 0.08))), eq_shared: String(dice.chance(0.1) ? Math.min(f.eqBig, 3) : 0),
  }
}

/** What a service radius lets through: shares of revenue from farther away. */
function areas({ f, dice }: Making): { readonly radius: string; readonly prov: number; readonly nat: number; readonly abroad: number } {
  const radius = dice.weighted(f.municipality ? [['1', 73], ['3', 25], ['4', 2]] : [['1', 45], ['2', 28], ['3', 25], ['4', 2]], '1')
  const part = (low: number, high: number): number => Math.max(1, Math.round(f.core * dice.between(low, high)))
  if (f.core < 1000) return { radius: '1', prov: 0, nat: 0, abroad: 0 }
  return { radius, prov: radius === '1' || f.municipality ? 0 : part(0.08, 0.3), nat: radius >= '3' ? part(0.04, 0.25) : 0, abroad: radius === '4' ? part(0.005, 0.04) : 0 }
}

function business(making: Making, certs: readonly Texts[]): Texts {
  const { f, who, dice } = making
  const main = who.domains[0] ?? ''
  const kind = { '08': 'inspect', '16': 'inspect', '27': 'calib', '29': 'ident', '28': 'ident', '34': 'safety' }[main] ?? 'testing'
  const { radius, prov, nat, abroad } = areas(making)
  const gov = Math.round(f.core * dice.between(0.04, who.form === '10' ? 0.28 : 0.45))
  const judicial = main === '29' ? Math.round((f.core - gov) * 0.5) : 0
  const group = dice.chance(0.1) ? Math.round(f.core * dice.between(0.005, 0.04)) : 0
  const [rptGov, rptOth] = [Math.floor(f.reports * dice.between(0.02, 0.11)), Math.floor(f.reports * dice.between(0.01, 0.05))]
  const rptJudicial = main === '29' || main === '28' ? Math.ceil((f.reports - rptGov - rptOth) * 0.7) : 0
  const cnas = certs.some(c => c['cert_kind'] === '02') ? Math.floor(f.reports * dice.between(0.05, 0.3)) : 0
  const amounts = Object.fromEntries(['testing', 'inspect', 'ident', 'calib', 'safety'].map(k => [`rev_${k}`, money(k === kind ? f.core : 0)]))
  const counts: Record<string, number> = {
    rpt_gov: rptGov, rpt_social: f.reports - rptGov - rptOth - rptJudicial, rpt_judicial: rptJudicial, rpt_oth: rptOth, rpt_cma: Math.max(1, Math.floor(f.reports * dice.between(0.7, 1))), rpt_cnas: cnas, rpt_mra: Math.floor(cnas * dice.between(0, 0.3)),
    rpt_elec: Math.floor(f.reports * dice.between(0.2, 0.8)), rpt_sub: Math.floor(f.reports * 0.01), sample_cnt: Math.floor(f.reports * dice.between(1.02, 1.4)), ovs_site_cnt: 0,
  }
  return {
    ...amounts, rev_cert: '0.00', rev_ext: money(f.ext), rev_oth: money(f.oth), src_gov: money(gov), src_judicial: money(judicial), src_group: money(group), src_social: money(f.core - gov - judicial - group),
    geo_prov: money(prov), geo_nat: money(nat), geo_abroad: money(abroad), geo_city: money(f.core - prov - nat - abroad), radius, public_commit: dice.chance(0.7) ? '1' : '2', ...Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, String(n)])),
  }
}

function innovation({ pack, f, who, dice }: Making): Texts {
  const active = f.rd > 0
  const n = (most: number): number => (active ? dice.int(0, most) : 0)
  const [valid, grant, projects, tests] = [n(who.large ? 40 : 9), n(5), n(4), dice.int(2, 24)]
  const lims = dice.weighted([['0', 38], ['1', 34], ['2', 28]], '1')
  const list: Record<string, number> = {
    rd_staff: active ? Math.max(1, Math.floor(f.staff * dice.between(0.05, 0.2))) : 0, proj_cnt: projects, proj_nat: projects > 2 ? 1 : 0, proj_prov: projects > 1 ? 1 : 0, pat_apply: n(8), pat_grant: grant, pat_grant_inv: Math.floor(grant * 0.3), pat_valid: valid + grant, pat_valid_inv: Math.floor((valid + grant) * 0.25), soft_cnt: n(10),
    std_intl: 0, std_nat: who.large ? n(1) : 0, std_ind: n(1), std_loc: n(1), std_grp: n(2), std_lead: 0, award_cnt: 0, plat_cnt: who.large && active && dice.chance(0.1) ? 1 : 0, postdoc_cnt: 0, team_cnt: who.large && dice.chance(0.05) ? 1 : 0, pt_cnt: tests, pt_ok: tests - (dice.chance(0.15) ? 1 : 0), auto_line: dice.chance(0.12) ? dice.int(1, 4) : 0,
  }
  const srdi = f.hnte && dice.chance(0.25) ? (who.large && dice.chance(0.15) ? '2' : '1') : '0'
  return {
    hnte: f.hnte ? '1' : '2', hnte_no: f.hnte ? `GR${pack.year - (who.n % 3)}${String(33000000 + who.n)}` : '', srdi, rd_total: money(f.rd), rd_gov: money(Math.floor(f.rd * 0.04)), ...Object.fromEntries(Object.entries(list).map(([key, count]) => [key, String(count)])),
    lims, lims_kind: lims === '0' ? '' : dice.weighted([['1', 45], ['2', 30], ['3', 25]], '1'), e_record: dice.weighted([['0', 30], ['1', 50], ['2', 20]], '1'), it_invest: money(Math.round(f.total * dice.between(0.002, 0.015))), plat_join: dice.chance(0.35) ? '1' : '2', open_lab: dice.chance(0.12) ? '1' : '2',
  }
}

function signing({ pack, who, dice }: Making): Texts {
  return { unit_head: `${who.person}示例`, stat_head: `${who.person}样例`, filler: `${who.person}例样`, filler_tel: `0${200 + (who.n % 700)}-${String(2000000 + who.n).slice(0, 7)}`, report_date: `${pack.year + 1}-0${dice.int(1, 2)}-${two(dice.int(15, 27))}` }
}
