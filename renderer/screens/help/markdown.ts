/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string }
type Line = readonly Inline[]
/** A block of a page. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'image'; readonly name: string; readonly alt: string }

const INLINE = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g

const pieceOf = ([, strong, code, text, to]: RegExpMatchArray): Inline => {
  if (strong !== undefined) return { kind: 'strong', text: strong }
  if (code !== undefined) return { kind: 'code', text: code }
  return { kind: 'link', text: text ?? '', to: to ?? '' }
}

/** The pieces of a line: plain, strong, keys and file names, links. */
export const inlineOf = (line: string): Line => {
  const pieces: Inline[] = []
  let at = 0
  for (const match of line.matchAll(INLINE)) {
    if (match.index > at) pieces.push({ kind: 'text', text: line.slice(at, match.index) })
    pieces.push(pieceOf(match))
    at = match.index + match[0].length
  }
  if (at < line.length) pieces.push({ kind: 'text', text: line.slice(at) })
  return pieces
}

const cellsOf = (line: string): readonly Line[] => line.replace(/^\||\|$/g, '').split('|').map((cell) => inlineOf(cell.trim()))

const tableOf = ([head = '', , ...rows]: readonly string[]): Block => ({ kind: 'table', head: cellsOf(head), rows: rows.map(cellsOf) })

/** One block of lines without a blank one between them. */
const blockOf = (lines: readonly string[]): Block => {
  const [first = ''] = lines
  const heading = /^(#{1,3}) (.+)$/.exec(first)
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, line: inlineOf(heading[2] ?? '') }
  const image = /^!\[([^\]]*)\]\(([^)\s]+)\)$/.exec(first)
  if (image) return { kind: 'image', alt: image[1] ?? '', name: (image[2] ?? '').split('/').at(-1) ?? '' }
  if (first.startsWith('|')) return tableOf(lines)
  const mark = /^(- |\d+\. )/
  if (mark.test(first)) return { kind: 'list', ordered: /^\d/.test(first), items: lines.map((line) => inlineOf(line.replace(mark, ''))) }
  return { kind: 'paragraph', line: inlineOf(lines.join('')) }
}

/** The blocks of a page; what is not known is a paragraph, and nothing is ever taken as HTML. */
export const blocksOf = (markdown: string): readonly Block[] =>
  markdown.replaceAll('\r\n', '\n').split(/\n{2,}/).map((block) => block.trim()).filter((block) => block !== '').map((block) => blockOf(block.split('\n')))

/** The title of a page: its first heading, or ''. */
export const titleOf = (markdown: string): string => /^# (.+)$/m.exec(markdown)?.[1] ?? ''
