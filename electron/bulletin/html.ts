import type { BulletinBlock } from '../../core/contract/regulator/watch.ts'
import { esc } from '../../core/print/html.ts'
import { chartSvg } from './svg.ts'

const style = `@page { size: A4; margin: 22mm 22mm 20mm } * { box-sizing: border-box } body { font-family: "SimSun","Noto Serif CJK SC",serif; font-size: 12pt; line-height: 1.75; color: #000; margin: 0 }
h1 { font: 700 18pt "SimHei","Noto Sans CJK SC",sans-serif; text-align: center; margin: 0 0 8mm } h2 { font: 700 14pt "SimHei","Noto Sans CJK SC",sans-serif; margin: 6mm 0 2mm; break-after: avoid }
p { text-indent: 2em; text-align: justify; margin: 0 0 2mm } figure { margin: 4mm 0; break-inside: avoid; text-align: center } figcaption { font: 10.5pt "SimHei","Noto Sans CJK SC",sans-serif; margin: 2mm 0 1mm }
table { border-collapse: collapse; width: 100%; font-size: 10pt; line-height: 1.4 } thead { display: table-header-group } tr { break-inside: avoid } th, td { border: 0.25mm solid #000; padding: 0.8mm 1.6mm } th { background: #f2f2f2; font-weight: 700 } td { text-align: left } td + td { text-align: right; font-variant-numeric: tabular-nums }`

/** The bulletin as pages to print: A4, table heads repeated, charts as drawings. */
export function bulletinHtml(title: string, blocks: readonly BulletinBlock[]): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${esc(title)}</title><style>${style}</style></head><body>${blocks.map(part).join('')}</body></html>`
}

function part(block: BulletinBlock): string {
  switch (block.kind) {
    case 'title': return `<h1>${esc(block.text)}</h1>`
    case 'heading': return `<h2>${esc(block.text)}</h2>`
    case 'text': return block.text.split('\n').map((line) => `<p>${esc(line)}</p>`).join('')
    case 'table': return `<figure><figcaption>${esc(block.text)}</figcaption>${table(block.rows)}</figure>`
    case 'chart': return block.chart ? `<figure>${chartSvg(block.chart, { width: 620, height: 340 })}<figcaption>${esc(block.text)}</figcaption></figure>` : ''
  }
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  return `<table><thead><tr>${head.map((text) => `<th scope="col">${esc(text)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((text) => `<td>${esc(text)}</td>`).join('')}</tr>`).join('')}</tbody></table>`
}
