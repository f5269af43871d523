import { signLine, splitId } from './head.ts'
import { esc } from './html.ts'
import type { PrintInput } from './input.ts'
import { show } from './show.ts'

/** One line of the index: what it is, how much is filled, on which page it begins. */
export interface IndexLine { readonly no: string; readonly name: string; readonly filled: string; readonly page: number }

/** The cover: who, when, an index, the counts of findings, the sign-off. */
export function coverPage(input: PrintInput, index: readonly IndexLine[]): string {
  const { pack, meta } = input
  const marks = [['制定机关', pack.marks.maker], ['批准机关', pack.marks.approver], ['批准文号', pack.marks.approvalNo], ['有效期至', pack.marks.validUntil]]
  const warnings = input.findings.filter((finding) => finding.severity === 'warning')
  return `<div class="marks cover">${marks.map(([name, value]) => `<p>${name}：${esc(value ?? '')}</p>`).join('')}</div>`
    + `<h1 class="big">检验检测统计调查${meta.seal ? '报送件' : '核对稿'}</h1><p class="nth">${pack.year} 年度　${meta.seal ? `第 ${meta.submitNo} 次报送` : '未封存'}</p>`
    + facts(input) + '<h2>目录</h2>'
    + `<table class="index"><thead><tr><th style="width:13mm">序号</th><th style="width:29mm">表号</th><th>表名</th><th style="width:25mm">已填 / 应填</th><th style="width:15mm">页</th></tr></thead><tbody>`
    + index.map((line, at) => `<tr><td class="mid">${at + 1}</td><td>${esc(line.no)}</td><td>${esc(line.name)}</td><td class="mid">${line.filled}</td><td class="mid">${line.page}</td></tr>`).join('')
    + '</tbody></table><h2>审核结果</h2><table class="counts"><thead><tr><th>审核关系</th><th>强制性</th><th>核实性</th><th>已写说明</th></tr></thead>'
    + `<tbody><tr><td>${pack.rules.length} 条</td><td>${input.findings.length - warnings.length} 项</td><td>${warnings.length} 项</td><td>${warnings.filter((finding) => finding.explained).length} 项</td></tr></tbody></table>`
    + signLine(input)
    + `<p class="advice">${meta.seal ? sealedAdvice : '本稿未封存，供打印核对，不能作为报送件。核对无误后在检报中封存，再打印盖章。'}</p>`
}

const sealedAdvice = '本工作簿已封存，各表受保护，不含公式、宏和外部链接。用 Excel、WPS 打开查看、打印均可；<br>改动任何一格，收件时都会逐格列出封存值与现值。不要在表中改数，需要改正时在检报中重新打开。'

function facts(input: PrintInput): string {
  const { pack, meta, data } = input
  const [uscc, seq] = splitId(meta.unitId)
  const shown = (key: string): string => {
    const item = pack.forms.flatMap((form) => form.items).find((each) => each.key === key)
    return item ? show(pack, item, data.values[key] ?? '') : ''
  }
  const money = pack.forms.find((form) => form.variantOf !== undefined && input.forms.some((state) => state.form === form.no && state.applies))
  const rows: readonly (readonly [string, string, string?, string?])[] = [
    ['机构名称', meta.orgName], ['统一社会信用代码', uscc, '单位序号', seq],
    ['主要场所所在地', shown('biz_region'), '机构类型', shown('legal_form')],
    ['执行会计标准', shown('acct_std'), '财务表', money ? `${pack.marks.prefix}${money.no}表` : '—'],
    ['上年依据', meta.priorText],
    ['封存时间', meta.seal?.sealedAt ?? '未封存', '任务包', `${pack.year}-${pack.version}${pack.sample ? '「示例」' : ''}`],
    ['密钥指纹', meta.seal?.signer ?? '—'],
  ]
  return `<table class="facts">${rows.map(([a, b, c, d]) => (c === undefined
    ? `<tr><th>${a}</th><td colspan="3">${esc(b)}</td></tr>`
    : `<tr><th>${a}</th><td>${esc(b)}</td><th>${c}</th><td>${esc(d ?? '')}</td></tr>`)).join('')}</table>`
}
