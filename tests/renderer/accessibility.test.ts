import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/sources.ts'

const page = readFileSync(join(root, 'docs', 'accessibility.md'), 'utf8')
const rows = [...page.matchAll(/^\| (\d\.\d\.\d+) [^|]+\| (\S+) \| ?(.*?) ?\|$/gm)].map(([, criterion = '', verdict = '', shown = '']) => ({ criterion, verdict, shown }))

/** WCAG 2.2, levels A and AA: how many criteria each guideline has. */
const CRITERIA = '1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3'.split(' ')

describe('docs/accessibility.md', () => {
  it('has every criterion of A and AA once', () => {
    expect(CRITERIA).toHaveLength(55)
    expect(rows.map(({ criterion }) => criterion)).toEqual(CRITERIA)
  })

  it('says one of four things of each, and why unless it was not checked', () => {
    expect(rows.filter(({ verdict }) => !['达到', '部分达到', '未检查', '不涉及'].includes(verdict))).toEqual([])
    expect(rows.filter(({ verdict, shown }) => verdict !== '未检查' && shown === '')).toEqual([])
  })

  it('names files that are there', () => {
    const named = [...page.matchAll(/`([\w./-]+\.(?:tsx?|css))`/g)].map(([, file = '']) => file)
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})
