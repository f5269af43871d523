import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'

/** The folder of the checkout. */
export const root = resolve(import.meta.dirname, '..', '..')

/** A node of a syntax tree, as far as the checks look at it. */
export interface SyntaxNode { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }

/** A parsed source file; `imports` are its static, re-exporting, dynamic and `require` imports as written. */
export interface Source { readonly path: string; readonly text: string; readonly tree: SyntaxNode; readonly imports: readonly string[] }

const EXTENSION = /\.(ts|tsx|mjs)$/
const parsed = new Map<string, Source>()

/** The source files under the folders, parsed once. */
export function sourcesUnder(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) => listFiles(join(root, folder))).map(sourceOf)
}

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile() && EXTENSION.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort()
}

function sourceOf(file: string): Source {
  const path = relative(root, file).replaceAll('\\', '/')
  const known = parsed.get(path)
  if (known) return known
  const text = readFileSync(file, 'utf8')
  const result = parseSync(file, text)
  const tree = result.program as unknown as SyntaxNode
  const made = { path, text, tree, imports: importsOf(tree) }
  parsed.set(path, made)
  return made
}

function importsOf(tree: SyntaxNode): string[] {
  const found: string[] = []
  walk(tree, (node) => {
    const asked = node['source'] ?? (isRequire(node) ? (node['arguments'] as unknown[])[0] : null)
    if (asked) found.push(textOf(asked as SyntaxNode))
  })
  return found
}

function isRequire(node: SyntaxNode): boolean {
  return node.type === 'CallExpression' && (node['callee'] as SyntaxNode)['name'] === 'require'
}

/** The text of a string literal; `<computed>` for anything else. */
function textOf(node: SyntaxNode): string {
  return typeof node['value'] === 'string' ? node['value'] : '<computed>'
}

/** Visits every node below and including `node`; `parents` are its ancestors, nearest first. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void, parents: readonly SyntaxNode[] = []): void {
  visit(node, parents)
  const inner = [node, ...parents]
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, inner)
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'
}

/** The number, from 1, of the line that holds a position. */
export function lineAt(source: Source, position: number): number {
  return source.text.slice(0, position).split('\n').length
}
