/** What decides whether a submission may be accepted in bulk (D9). */
export interface CleanFacts { readonly state: string; readonly verdict: string; readonly errors: number; readonly unexplained: number; readonly trust: string; readonly drafts: number; readonly open: number; readonly newer: number | null }

/** Why a submission may not be accepted in bulk, the first reason in words; null when it may. */
export function notClean(facts: CleanFacts): string | null {
  if (facts.newer !== null) return `有更新的第 ${facts.newer} 次报送`
  if (facts.verdict === 'altered') return '封存后被改过'
  if (facts.verdict !== 'sealed' && facts.verdict !== 'resaved') return '不是封存的报送件'
  if (facts.errors > 0) return `强制性 ${facts.errors} 条`
  if (facts.unexplained > 0) return `核实性 ${facts.unexplained} 条没有说明`
  if (facts.trust === 'changed') return '签名密钥和以前不同，还没有确认'
  if (facts.drafts > 0) return `${facts.drafts} 条新查询还没有发出`
  return facts.open > 0 ? `${facts.open} 条查询还没有了结` : null
}

const stateWords: Readonly<Record<string, string>> = {
  accepted: '已经接收', returned: '已经退回，等重报', superseded: '已由更新的报送代替', conflict: '和另一份同次报送内容不同，先选定哪一份作数',
  not_in_register: '单位不在名录里，先收进来', other_region: '不是本地区的单位，先收进来', other_year: '不是本年度的，先收进来', unknown_pack: '任务包本机没有，不能审核', duplicate: '和已有的一份相同', quarantined: '文件已隔离',
}

/** Why accepting is closed, in words; null when it may be accepted (with a reason where something of 强制性 stands). */
export function blockedBy(facts: Pick<CleanFacts, 'state' | 'drafts' | 'newer'>): string | null {
  if (facts.state !== 'in_review' && facts.state !== 'received') return stateWords[facts.state] ?? facts.state
  if (facts.newer !== null) return `有更新的第 ${facts.newer} 次报送，请看那一次`
  return facts.drafts > 0 ? '有新查询，接收前先处理' : null
}
