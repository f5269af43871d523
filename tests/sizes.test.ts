import { expect, test } from 'vitest'
import { lineAt, sourcesUnder, walk, type Source, type SyntaxNode } from './support/sources.ts'

const PRODUCT = ['core', 'electron', 'renderer', 'build', 'bench']
const LIMIT = { source: 250, test: 400, function: 40, component: 80, parameters: 4 }
const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']
const VAGUE = /\/(utils?|helpers?|common|managers?|services?|misc)(\.|\/)/i

test('source files are at most 250 lines', () => {
  expect(tooLong(sourcesUnder(...PRODUCT), LIMIT.source)).toEqual([])
})

test('test files are at most 400 lines', () => {
  expect(tooLong(sourcesUnder('tests'), LIMIT.test)).toEqual([])
})

test('functions are at most 40 lines, components 80', () => {
  const measured = [...sourcesUnder(...PRODUCT, 'tests')].flatMap(functionsOf)
  expect(measured.length).toBeGreaterThan(100)
  expect(measured.filter(({ lines, limit }) => lines > limit).map(({ where, lines }) => `${where}: ${lines} lines`)).toEqual([])
})

test('functions have at most 4 parameters', () => {
  const measured = sourcesUnder(...PRODUCT, 'tests').flatMap(functionsOf)
  expect(measured.filter(({ parameters }) => parameters > LIMIT.parameters).map(({ where, parameters }) => `${where}: ${parameters} parameters`)).toEqual([])
})

test('no file or folder has a name that says nothing', () => {
  expect(sourcesUnder(...PRODUCT, 'tests').map((source) => source.path).filter((path) => VAGUE.test(`/${path}`))).toEqual([])
})

function tooLong(sources: readonly Source[], limit: number): string[] {
  expect(sources.length).toBeGreaterThan(0)
  return sources.map((source) => ({ path: source.path, lines: source.text.trimEnd().split('\n').length })).filter(({ lines }) => lines > limit).map(({ path, lines }) => `${path}: ${lines} lines`)
}

interface Measured { readonly where: string; readonly lines: number; readonly limit: number; readonly parameters: number }

function functionsOf(source: Source): Measured[] {
  const found: Measured[] = []
  walk(source.tree, (node, parents) => {
    if (!FUNCTIONS.includes(node.type) || isSuiteBody(parents)) return
    const line = lineAt(source, node.start)
    const name = nameOf(node, parents)
    const limit = source.path.endsWith('.tsx') && /^[A-Z]/.test(name) ? LIMIT.component : LIMIT.function
    const parameters = (node['params'] as unknown[]).length
    found.push({ where: `${source.path}:${line} ${name}`, lines: lineAt(source, node.end) - line + 1, limit, parameters })
  })
  return found
}

/** The body of a `describe` holds tests, each a function of its own. */
function isSuiteBody([parent]: readonly SyntaxNode[]): boolean {
  if (parent?.type !== 'CallExpression') return false
  let callee = parent['callee'] as SyntaxNode
  while (callee.type === 'MemberExpression' || callee.type === 'CallExpression') callee = (callee['object'] ?? callee['callee']) as SyntaxNode
  return String(callee['name'] ?? '').startsWith('describe')
}

/** The name a function is declared under, directly or as the value of a constant (also inside `memo(…)`). */
function nameOf(node: SyntaxNode, parents: readonly SyntaxNode[]): string {
  if (node['id']) return String((node['id'] as SyntaxNode)['name'])
  const holder = parents[0]?.type === 'CallExpression' ? parents[1] : parents[0]
  return holder?.type === 'VariableDeclarator' ? String((holder['id'] as SyntaxNode)['name']) : ''
}
