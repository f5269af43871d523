import { braceEnd } from '../formula/braces.ts'

/** A figure as the tables print it: its text (`*` where it is kept back), and whether it is below, at or above zero as printed. */
export interface Figure { readonly text: string; readonly sign: -1 | 0 | 1 }
/** A figure the words ask for. */
export interface Asked { readonly expression: string; readonly decimals: number }
/** What fills the words: names and figures; null where a figure has no value. */
export interface Filling { readonly names: Readonly<Record<string, string>>; readonly figure: (asked: Asked) => Figure | null }

type Piece =
  | { readonly k: 'text'; readonly text: string }
  | { readonly k: 'name'; readonly name: string }
  | { readonly k: 'figure'; readonly asked: Asked; readonly words: readonly string[] | null }
  | { readonly k: 'maybe'; readonly of: readonly Piece[] }

/** Every figure that words ask for, each once. */
export function figuresIn(text: string): readonly Asked[] {
  const found = new Map<string, Asked>()
  const walk = (pieces: readonly Piece[]): void => {
    for (const p of pieces) {
      if (p.k === 'figure') found.set(keyOf(p.asked), p.asked)
      if (p.k === 'maybe') walk(p.of)
    }
  }
  walk(parse(text))
  return [...found.values()]
}

/** One key a figure. */
export const keyOf = ({ expression, decimals }: Asked): string => `${expression}:${decimals}`

/** The words with their names and figures; a figure without a value stands as “—” outside [[ ]]. */
export function fill(text: string, filling: Filling): string {
  return parse(text).map((p) => say(p, filling) ?? '—').join('')
}

function say(piece: Piece, filling: Filling): string | null {
  switch (piece.k) {
    case 'text': return piece.text
    case 'name': return filling.names[piece.name] ?? ''
    case 'figure': return sayFigure(piece, filling)
    case 'maybe': {
      const said = piece.of.map((p) => say(p, filling))
      return said.includes(null) ? '' : said.join('')
    }
  }
}

function sayFigure({ asked, words }: Extract<Piece, { k: 'figure' }>, filling: Filling): string | null {
  const figure = filling.figure(asked)
  if (figure?.text === '*' && words !== null) return null
  if (figure === null || words === null) return figure?.text ?? null
  const [rise = '', fall = '', same = ''] = words
  return (figure.sign > 0 ? rise : figure.sign < 0 ? fall : same).replaceAll('#', figure.text.replace(/^[−+-]/, ''))
}

const namePattern = /^(year|region|bureau|cutoff)([+-]\d)?$/

/** Words in pieces; braces that hold no known name are figures. Quotes inside an expression may hold anything. */
function parse(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let rest = text
  while (rest !== '') {
    const at = rest.search(/\{|\[\[/)
    if (at < 0) return [...pieces, { k: 'text', text: rest }]
    if (at > 0) pieces.push({ k: 'text', text: rest.slice(0, at) })
    const open = rest.startsWith('[[', at)
    const end = open ? rest.indexOf(']]', at) : braceEnd(rest, at)
    if (end < 0) throw new Error(`“${rest.slice(at, at + 12)}”没有收尾`)
    pieces.push(open ? { k: 'maybe', of: parse(rest.slice(at + 2, end)) } : braced(rest.slice(at + 1, end)))
    rest = rest.slice(end + (open ? 2 : 1))
  }
  return pieces
}

function braced(inside: string): Piece {
  const name = namePattern.exec(inside)
  if (name) return { k: 'name', name: inside }
  const [head = '', ...words] = inside.split('|')
  const cut = /:(\d)$/.exec(head)
  return { k: 'figure', asked: { expression: cut ? head.slice(0, -2) : head, decimals: Number(cut?.[1] ?? 0) }, words: words.length > 0 ? words : null }
}
