import { esc } from '../print/html.ts'
import type { Draw } from '../contract/regulator/watch.ts'

/** What stands at the head of a protocol. */
export interface ProtocolHead { readonly bureau: string; readonly at: string; readonly strata: string; readonly weights: string; readonly regionOf: (code: string) => string; readonly unitIdName: string }

const style = `@page { size: A4; margin: 20mm 18mm } body { font: 10.5pt/1.6 "SimSun","Noto Serif CJK SC",serif; color: #000; margin: 0 } h1 { font: 700 18pt "SimHei","Noto Sans CJK SC",sans-serif; text-align: center; margin: 0 0 6mm }
table { border-collapse: collapse; width: 100%; margin: 3mm 0 } thead { display: table-header-group } tr { break-inside: avoid } th, td { border: 0.25mm solid #000; padding: 0.8mm 1.6mm; text-align: left } th { background: #f2f2f2 } .n { text-align: right; width: 12mm }
.facts td { width: 35% } .facts th { width: 15% } code { font: 9pt "Consolas","Noto Sans Mono CJK SC",monospace; overflow-wrap: anywhere } .sign { display: flex; gap: 12mm; margin-top: 14mm } .sign span { flex: 1; border-bottom: 0.25mm solid #000; padding-bottom: 1mm }`

/** The protocol of a draw as pages to print: what was drawn from what, how, and how anybody can do it over again. */
export function protocolHtml(draw: Draw, head: ProtocolHead): string {
  const facts: readonly (readonly [string, string, string, string])[] = [
    ['抽取单位', head.bureau, '抽取时间', head.at], ['抽取人', draw.by, '事由', draw.reason || '—'],
    ['候选机构', `${draw.pool} 家`, '抽取数量', `${draw.units.length} 家`], ['分层', head.strata, '权重', head.weights],
  ]
  const rows = draw.units.map((u, at) => `<tr><td class="n">${at + 1}</td><td>${esc(u.name)}</td><td>${esc(u.unit)}</td><td>${esc(head.regionOf(u.region))}</td><td>${esc(u.stratum || '—')}</td></tr>`)
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>随机抽取记录</title><style>${style}</style></head><body><h1>检查对象随机抽取记录</h1>`
    + `<table class="facts">${facts.map(([a, b, c, d]) => `<tr><th>${a}</th><td>${esc(b)}</td><th>${c}</th><td>${esc(d)}</td></tr>`).join('')}<tr><th>随机种子</th><td colspan="3"><code>${esc(draw.seed)}</code></td></tr><tr><th>候选名单摘要</th><td colspan="3"><code>${draw.digest}</code></td></tr></table>`
    + `<table><thead><tr><th class="n">序号</th><th>机构名称</th><th>${esc(head.unitIdName)}</th><th>地区</th><th>层</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    + '<p>抽取办法：每家机构按权重持有若干张签，每张签的号码是“种子|机构编号|签序”的 SHA-256 值；各层名额按签数的比例分配（最大余数法），层内号码小者中签。用同一份名录、同一种子和同样的设置再抽，结果相同。风险类别来自监管名录，不使用统计调查数据。</p>'
    + '<div class="sign"><span>抽取人：</span><span>监督人：</span><span>日期：</span></div></body></html>'
}
