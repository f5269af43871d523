import type { Node } from '../formula/ast.ts'

/** Tables whose rows a condition asks for with any() and rows(). */
export function nodeTables(node: Node | null): readonly string[] {
  if (node === null) return []
  switch (node.k) {
    case 'neg': case 'not': return nodeTables(node.a)
    case 'between': return [node.x, node.low, node.high].flatMap(nodeTables)
    case 'binary': return [...nodeTables(node.a), ...nodeTables(node.b)]
    case 'call': {
      const [first] = node.args
      return [...((node.fn === 'any' || node.fn === 'rows') && first?.k === 'name' ? [first.name] : []), ...nodeTables(node.where)]
    }
    default: return []
  }
}
