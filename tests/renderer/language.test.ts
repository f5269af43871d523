import { afterEach, describe, expect, it } from 'vitest'
import { problem } from '../../core/problem.ts'
import { en } from '../../renderer/text/en.ts'
import { say, speak, t } from '../../renderer/text/texts.ts'
import { zh } from '../../renderer/text/zh.ts'
import { sourcesUnder, walk, type Source, type SyntaxNode } from '../support/sources.ts'

afterEach(() => speak('zh'))
const groupTakenEarly = t.status.enterWords

describe('the language', () => {
  it('changes in every sentence at once, also in groups kept in a constant', () => {
    expect([t.app, groupTakenEarly.down, t.home.daysLong(3)]).toEqual([zh.app, zh.status.enterWords.down, '3 天'])
    speak('en')
    expect([t.app, groupTakenEarly.down, t.home.daysLong(3)]).toEqual([en.app, en.status.enterWords.down, '3 days'])
    expect(Object.keys(groupTakenEarly)).toEqual(['down', 'right', 'stay'])
    expect({ ...t.state }).toEqual(en.state)
  })

  it('is also that of problems', () => {
    const chinese = say(problem('undo-none'))
    speak('en')
    expect(say(problem('undo-none'))).not.toBe(chinese)
    expect(say(problem('undo-none'))).toMatch(/^[ -~’]+$/)
  })

  it('has no Chinese left in English, but for names of files and of the seal', () => {
    expect(leaves(en).filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([path]) => path)).toEqual(ALLOWED)
  })

  it('is taken at the time of drawing, never when a file is loaded', () => {
    const early = sourcesUnder('renderer').filter((source) => !source.path.startsWith('renderer/text/')).flatMap(takenEarly)
    expect(early).toEqual([])
  })
})

const ALLOWED: readonly string[] = []

function leaves(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return Array.isArray(value) ? value.flatMap((each, at) => leaves(each, `${path}.${at}`)) : []
  return Object.entries(value).flatMap(([key, each]) => leaves(each, path === '' ? key : `${path}.${key}`))
}

const FUNCTIONS = ['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration']

/** Sentences read outside any function: they would stay in the language of the start. */
function takenEarly(source: Source): readonly string[] {
  const found: string[] = []
  walk(source.tree, (node, parents) => {
    if (node.type !== 'MemberExpression' || parents[0]?.type === 'MemberExpression' || parents.some((each) => FUNCTIONS.includes(each.type))) return
    const path = pathOf(node)
    if (path?.[0] !== 't') return
    const value = path.slice(1).reduce<unknown>((whole, key) => (whole as Record<string, unknown> | undefined)?.[key], zh)
    if (typeof value !== 'object') found.push(`${source.path}: ${path.join('.')}`)
  })
  return found
}

function pathOf(node: SyntaxNode): readonly string[] | null {
  if (node.type === 'Identifier') return [String(node['name'])]
  if (node.type !== 'MemberExpression' || node['computed'] === true) return null
  const before = pathOf(node['object'] as SyntaxNode)
  return before && [...before, String((node['property'] as SyntaxNode)['name'])]
}
