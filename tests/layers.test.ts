import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { root, sourcesUnder, walk, type Source, type SyntaxNode } from './support/sources.ts'

interface Folder { readonly imports: readonly string[]; readonly packages: readonly string[]; readonly node: boolean }
interface Layers {
  readonly folders: Readonly<Record<string, Folder>>
  readonly packageGates: Readonly<Record<string, readonly string[]>>
  readonly nameGates: Readonly<Record<string, readonly string[]>>
  readonly neverInCore: readonly string[]
}

const layers = JSON.parse(readFileSync(join(root, 'build', 'layers.json'), 'utf8')) as Layers
const sources = sourcesUnder(...Object.keys(layers.folders))
const builtin = new Set(builtinModules)

test('there are sources to check', () => {
  expect(sources.length).toBeGreaterThan(20)
})

test.each(Object.entries(layers.folders))('%s imports only what its row allows', (name, folder) => {
  const own = sources.filter((source) => source.path.startsWith(`${name}/`))
  expect(own.flatMap((source) => source.imports.filter((asked) => !allowed(source, asked, folder)).map((asked) => `${source.path} imports ${asked}`))).toEqual([])
})

test.each(Object.entries(layers.packageGates))('%s is imported only by its owner', (name, owners) => {
  const importers = sources.filter((source) => source.imports.some((asked) => packageOf(asked) === name))
  expect(outside(importers, owners)).toEqual([])
})

test.each(Object.entries(layers.nameGates))('%s is used only by its owner', (name, owners) => {
  expect(outside(sources.filter((source) => namesIn(source).has(name)), owners)).toEqual([])
})

test('core knows neither clock, chance nor machine', () => {
  const core = sources.filter((source) => source.path.startsWith('core/'))
  const found = core.flatMap((source) => {
    const names = namesIn(source)
    return [...layers.neverInCore, 'new Date()'].filter((name) => names.has(name)).map((name) => `${source.path} uses ${name}`)
  })
  expect(found).toEqual([])
})

test('no import cycle', () => {
  expect(cycles(sources)).toEqual([])
})

test('no check is switched off in a file', () => {
  const off = new RegExp(`(${['ox', 'es'].map((tool) => `${tool}lint-disable`).join('|')}|@ts-(ignore|nocheck|expect-error))`)
  expect(sourcesUnder('core', 'electron', 'renderer', 'tests', 'build', 'bench').filter((source) => off.test(source.text)).map((source) => source.path)).toEqual([])
})

function outside(importers: readonly Source[], owners: readonly string[]): string[] {
  return importers.map((source) => source.path).filter((path) => !owners.some((owner) => (owner.endsWith('/') ? path.startsWith(owner) : path === owner)))
}

function allowed(source: Source, asked: string, folder: Folder): boolean {
  if (asked.startsWith('.')) return folder.imports.includes(target(source, asked).split('/')[0] ?? '')
  const name = packageOf(asked)
  return asked.startsWith('node:') || builtin.has(name) ? folder.node && asked.startsWith('node:') : folder.packages.includes(name)
}

function packageOf(asked: string): string {
  return asked.split('/').slice(0, asked.startsWith('@') ? 2 : 1).join('/')
}

function target(source: Source, asked: string): string {
  return posix.join(posix.dirname(source.path), asked)
}

/** The free names, member pairs such as `Math.random`, and bare `new Date()` of a file. */
function namesIn(source: Source): ReadonlySet<string> {
  const names = new Set<string>()
  walk(source.tree, (node, [parent]) => {
    if (node.type === 'Identifier' && !isLabel(node, parent)) names.add(String(node['name']))
    if (node.type === 'MemberExpression') names.add(`${nameOf(node['object'])}.${nameOf(node['property'])}`)
    if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && (node['arguments'] as unknown[]).length === 0) names.add('new Date()')
  })
  return names
}

function nameOf(node: unknown): string {
  return String((node as SyntaxNode)['name'] ?? '')
}

/** Whether an identifier is only the name of a property, field or parameter of the file's own. */
function isLabel(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return false
  if (parent.type === 'MemberExpression') return parent['property'] === node && parent['computed'] !== true
  return ['Property', 'TSPropertySignature', 'PropertyDefinition', 'TSMethodSignature'].includes(parent.type) && parent['key'] === node
}

function cycles(all: readonly Source[]): string[] {
  const edges = new Map(all.map((source) => [source.path, source.imports.filter((asked) => asked.startsWith('.')).map((asked) => target(source, asked))]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return found
}
