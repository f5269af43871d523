import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { actionOf } from '../../renderer/grid/keys.ts'
import type { Action } from '../../renderer/grid/keys.ts'
import { chapterAt, chapters, fileOf } from '../../renderer/screens/help/chapters.ts'
import { entriesOf, findEntries } from '../../renderer/screens/help/itemList.ts'
import { keyLines, keysFor, pressOf } from '../../renderer/screens/help/keySheet.ts'
import { blocksOf, inlineOf, titleOf } from '../../renderer/screens/help/markdown.ts'
import { helpEn, helpZh } from '../../renderer/text/help.ts'
import { seedPack } from '../support/pack.ts'
import { root } from '../support/sources.ts'

const folder = join(root, 'docs', 'manual')
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')
const proofs = keyLines.flatMap((line) => (line.proof ?? []).map((proof) => [line.id, proof] as const))

describe('the keyboard sheet', () => {
  it.each(proofs)('says of %s what the grid does', (_, proof) => {
    const { press, mode } = pressOf(proof)
    expect(actionOf(press, mode)?.do).toBe(proof.does)
  })

  it('leaves no action of the grid out', () => {
    const all: Record<Action['do'], true> = { move: true, extend: true, edge: true, all: true, undo: true, redo: true, edit: true, cancel: true, clear: true, list: true, 'row-insert': true, 'row-delete': true, 'row-copy': true, 'row-up': true, 'row-down': true }
    expect(new Set(proofs.map(([, { does }]) => does))).toEqual(new Set(Object.keys(all)))
  })

  it('shows each role its own keys: forms to an agency, review and tables to a regulator, and every line to somebody', () => {
    const of = (role: 'agency' | 'regulator') => keysFor(role).flatMap(({ lines }) => lines.map(({ id }) => id))
    expect(keysFor('agency').map(({ part }) => part)).toEqual(['cell', 'range', 'table', 'everywhere'])
    expect(keysFor('regulator').map(({ part }) => part)).toEqual(['review', 'sheet', 'lists', 'everywhere'])
    expect(of('regulator')).toEqual(expect.arrayContaining(['query', 'unit', 'difference', 'lineage', 'findUnit', 'help']))
    expect(of('regulator').filter((id) => ['find', 'form', 'problem', 'print', 'undo'].includes(id))).toEqual([])
    expect(new Set([...of('agency'), ...of('regulator')]).size).toBe(keyLines.length)
  })

  it('has every key that the window itself listens to', () => {
    const listens = ['frame/useFrameKeys.ts', 'review/useReviewKeys.ts'].map((file) => readFileSync(join(root, 'renderer', 'screens', file), 'utf8')).join('')
    const said = keyLines.flatMap(({ keys }) => keys).join(' ')
    for (const [found, key] of [...listens.matchAll(/event\.key === '(F\d+|Enter|Escape)'/g), ...listens.matchAll(/\/\^(\w)\$\/i/g)].map((match) => [match[0], match[1] ?? ''] as const)) expect(said.toLowerCase().replaceAll('esc', 'escape'), found).toContain(key.toLowerCase())
  })

  it('names each line once', () => expect(new Set(keyLines.map(({ id }) => id)).size).toBe(keyLines.length))
})

describe('the manual', () => {
  it('is the files of docs/manual in their order', () => expect(chapters.map(fileOf)).toEqual(readdirSync(folder).toSorted()))

  it.each(chapters)('%s is titled as in the list, has its pictures, and leads nowhere wrong', (chapter) => {
    const markdown = textOf(fileOf(chapter))
    expect(titleOf(markdown)).toBe(helpZh.manual.titles[chapter])
    const blocks = blocksOf(markdown)
    expect(blocks.filter((block) => block.kind === 'image').filter(({ name, alt }) => alt === '' || !existsSync(join(root, 'docs', 'screens', name)))).toEqual([])
    const links = JSON.stringify(blocks).matchAll(/"to":"([^"]+)"/g)
    expect([...links].map(([, to]) => to ?? '').filter((to) => chapterAt(to) === null)).toEqual([])
    expect(blocks.filter((block) => block.kind === 'table').every(({ head, rows }) => rows.every((row) => row.length === head.length))).toBe(true)
  })

  it('keeps to the words of the office', () => {
    const said = [...chapters.map((chapter) => textOf(fileOf(chapter))), JSON.stringify(helpZh)]
    for (const word of ['您', '请务必', '系统', '操作失败', '！', '哦']) expect(said.filter((text) => text.includes(word)), word).toEqual([])
    expect(JSON.stringify(helpEn.screens)).not.toMatch(/[您！]/u)
  })
})

describe('a page of Markdown', () => {
  it('is read block by block', () => {
    const page = '# 题\n\n一句 **重** `F2` [链](02-fill.md)。\n\n- 甲\n- 乙\n\n1. 先\n2. 后\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![图](../screens/x.png)'
    expect(blocksOf(page).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'list', 'table', 'image'])
    expect(inlineOf('一句 **重** `F2` [链](02-fill.md)。').map(({ kind }) => kind)).toEqual(['text', 'strong', 'text', 'code', 'text', 'link', 'text'])
  })

  it('never turns into HTML', () => {
    expect(blocksOf('<img src=x onerror=alert(1)>')).toEqual([{ kind: 'paragraph', line: [{ kind: 'text', text: '<img src=x onerror=alert(1)>' }] }])
  })
})

describe('the list of explanations', () => {
  const entries = entriesOf(seedPack('annual-2026'))

  it('has every item and column; only plain columns of tables have no explanation', () => {
    expect(entries.length).toBeGreaterThan(200)
    expect(entries.filter(({ code, item }) => item.explanation.trim() === '' && /^\d+\.\d+$/.test(code))).toEqual([])
  })

  it('finds by code, by name, by initials, and by words of the explanation last', () => {
    expect(findEntries(entries, '', () => '')).toHaveLength(entries.length)
    expect(findEntries(entries, '301.03', () => '')[0]?.code).toBe('301.03')
    expect(findEntries(entries, '营业收入', () => '')[0]?.item.name).toContain('营业收入')
    expect(findEntries(entries, 'yysr', (name) => (name === '营业收入' ? 'yysr' : 'x'))[0]?.item.name).toBe('营业收入')
    const word = entries[0]?.item.explanation.slice(0, 6) ?? ''
    expect(findEntries(entries, word, () => '').map(({ code }) => code)).toContain(entries[0]?.code)
  })
})
