import type { ReactNode } from 'react'
import { blocksOf } from './markdown.ts'
import type { Block, Inline } from './markdown.ts'

interface Props { readonly markdown: string; readonly pictures: Readonly<Record<string, string>>; readonly follow: (to: string) => void }

const Piece = ({ piece, follow }: { piece: Inline; follow: Props['follow'] }): ReactNode => {
  if (piece.kind === 'strong') return <b>{piece.text}</b>
  if (piece.kind === 'code') return <code>{piece.text}</code>
  if (piece.kind === 'link') return <button type="button" className="link under" onClick={() => follow(piece.to)}>{piece.text}</button>
  return piece.text
}

const Line = ({ line, follow }: { line: readonly Inline[]; follow: Props['follow'] }): ReactNode => line.map((piece, at) => <Piece key={at} piece={piece} follow={follow} />)

const Table = ({ block, follow }: { block: Extract<Block, { kind: 'table' }>; follow: Props['follow'] }) => (
  <table className="help-table">
    <thead><tr>{block.head.map((cell, at) => <th key={at} scope="col"><Line line={cell} follow={follow} /></th>)}</tr></thead>
    <tbody>{block.rows.map((row, at) => <tr key={at}>{row.map((cell, n) => <td key={n}><Line line={cell} follow={follow} /></td>)}</tr>)}</tbody>
  </table>
)

const One = ({ block, pictures, follow }: { block: Block } & Omit<Props, 'markdown'>): ReactNode => {
  if (block.kind === 'heading') return block.level === 1 ? <h3><Line line={block.line} follow={follow} /></h3> : <h4><Line line={block.line} follow={follow} /></h4>
  if (block.kind === 'paragraph') return <p><Line line={block.line} follow={follow} /></p>
  if (block.kind === 'table') return <Table block={block} follow={follow} />
  if (block.kind === 'image') return pictures[block.name] ? <img src={pictures[block.name]} alt={block.alt} loading="lazy" /> : <p>{block.alt}</p>
  const items = block.items.map((item, at) => <li key={at}><Line line={item} follow={follow} /></li>)
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

/** A page of the manual; only what the parser knows is drawn, never HTML. */
export const Page = ({ markdown, pictures, follow }: Props) => <>{blocksOf(markdown).map((block, at) => <One key={at} block={block} pictures={pictures} follow={follow} />)}</>
