const wide = /[０-９Ａ-Ｚａ-ｚ]/g

/** A name without what does not tell items apart: 其中：, brackets, numbering, punctuation, spaces. */
export function plainName(name: string): string {
  return name
    .replace(wide, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/^\s*(?:[一二三四五六七八九十]+、|\(?[0-9]+[).、．]?\s*)/, '')
    .replace(/^\s*(?:其中|减|加|按[^：:]{2,6})[:：]/, '')
    .replace(/[\s，,、。.：:；;“”"'\-—/]/g, '')
    .toLowerCase()
}

/** How alike two names are: 1 the same, 0 nothing in common. */
export function likeness(a: string, b: string): number {
  const [x, y] = [plainName(a), plainName(b)]
  if (x === '' || y === '') return 0
  if (x === y) return 1
  const pairs = (text: string): readonly string[] => [...text].slice(0, -1).map((c, i) => c + ([...text][i + 1] ?? ''))
  const [p, q] = [pairs(x), pairs(y)]
  if (p.length === 0 || q.length === 0) return 0
  const left = [...q]
  const shared = p.filter((pair) => { const at = left.indexOf(pair); if (at < 0) return false; left.splice(at, 1); return true }).length
  const dice = (2 * shared) / (p.length + q.length)
  return Math.min(0.95, x.includes(y) || y.includes(x) ? Math.max(dice, 0.7) : dice)
}
