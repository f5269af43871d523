/** What is known of a submission before anybody opens it. */
export interface Known {
  readonly verdict: string; readonly changed: number; readonly mismatches: number; readonly trust: string; readonly late: boolean; readonly handFiled: boolean
  readonly errors: number
  /** Explanations that say nothing; explanations other units gave word for word, and how many units; ratios outside their class. */
  readonly boilerplate: number; readonly copied: number; readonly sharers: number; readonly outliers: readonly string[]
  /** Sent queries that this submission leaves open. */
  readonly unanswered: number
}
/** How much a submission asks to be looked at first, and why in words. */
export interface Attention { readonly attention: number; readonly why: readonly string[] }

interface Ground { readonly weight: number; readonly say: string | null }

/** Ranks a submission: what may be false before what is merely odd, what is odd before what is late. */
export function attentionOf(known: Known): Attention {
  const grounds = groundsOf(known).filter((ground) => ground.say !== null)
  return { attention: grounds.reduce((sum, ground) => sum + ground.weight, 0), why: grounds.toSorted((a, b) => b.weight - a.weight).map((ground) => ground.say ?? '') }
}

const when = (holds: boolean, weight: number, say: string): Ground => ({ weight, say: holds ? say : null })
const upTo = (count: number, most: number): number => Math.min(count, most)

function groundsOf(known: Known): readonly Ground[] {
  const { copied, sharers, outliers } = known
  return [
    when(known.trust === 'changed', 40, '签名密钥和以前不同，还没有确认'),
    when(known.verdict === 'altered', 30 + upTo(known.changed, 10), `封存后有 ${known.changed} 格被改过`),
    when(known.mismatches > 0, 25 + upTo(known.mismatches, 10), `${known.mismatches} 处和重新计算的不同`),
    when(known.errors > 0, 25 + upTo(known.errors, 10), `强制性 ${known.errors} 条`),
    when(known.unanswered > 0, 20 + upTo(known.unanswered, 10), `${known.unanswered} 条查询没有答复`),
    when(copied > 0, 15 + upTo(copied * 3, 15), `${copied} 条说明和别的单位一字不差（${sharers} 家）`),
    when(known.boilerplate > 0, 15 + upTo(known.boilerplate * 3, 15), `${known.boilerplate} 条说明没有说出原因`),
    when(outliers.length > 0, 10 + upTo(outliers.length * 4, 16), `偏离同类：${outliers.join('、')}`),
    when(known.handFiled, 6, '手工填报'),
    when(known.late, 4, '迟报'),
  ]
}
