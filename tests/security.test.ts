import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { CONTENT } from './support/securityFacts.ts'
import { root } from './support/sources.ts'

interface Locked { readonly name: string; readonly version: string; readonly place?: string }
const { advisories, locked, weaknesses } = await import(join(root, 'build/advisories.mjs')) as {
  advisories: () => { date: string; advisories: { package: string; ids: string[]; ranges: { from?: string; below: string }[]; source: string }[] }
  locked: () => Locked[]
  weaknesses: (packages: readonly Locked[]) => string[]
}
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(file => file !== '' && existsSync(join(root, file)))
type Entry = { version?: string; integrity?: string; link?: boolean; hasInstallScript?: boolean }

describe('what the product is made of', () => {
  const entries = Object.entries((JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry> }).packages).filter(([place]) => place !== '')

  it('is pinned with its digest, every package', () => {
    expect(entries.length).toBeGreaterThan(100)
    expect(entries.filter(([, entry]) => entry.link !== true && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '')).map(([place]) => place)).toEqual([])
  })

  it('runs at its installation only what the list allows', () => {
    const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> }
    const scripted = entries.filter(([, entry]) => entry.hasInstallScript === true).map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 13))
    expect([...new Set(scripted)].filter(name => !Object.hasOwn(allowScripts, name)).filter(name => !name.startsWith('fsevents'))).toEqual([])
    expect(Object.entries(allowScripts).filter(([, allowed]) => allowed).map(([name]) => name)).toEqual(['node'])
    expect(read('.npmrc').split('\n'), 'what is not listed fails the installation').toContain('strict-allow-scripts=true')
  })

  it('has no weakness of the offline list', () => {
    expect(weaknesses(locked())).toEqual([])
  })

  test.each([
    ['xlsx', '0.18.5', 2], ['xlsx', '0.20.1', 1], ['xlsx', '0.20.3', 0], ['@e965/xlsx', '0.20.1', 1], ['electron', '37.3.0', 1], ['electron', '37.3.1', 0], ['electron', '38.0.0', 0],
    ['ws', '8.17.0', 1], ['ws', '8.17.1', 0], ['vite', '6.2.0-beta.1', 0], ['semver', '7.5.2-beta.1', 1], ['left-pad', '1.0.0', 0],
  ])('the list knows %s %s', (name, version, found) => {
    expect(weaknesses([{ name, version }])).toHaveLength(found)
  })

  it('has a list with its date, and a source for every entry', () => {
    const list = advisories()
    expect(list.date).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(list.advisories.length).toBeGreaterThan(30)
    for (const one of list.advisories) {
      expect(one.source).toMatch(/^https:\/\/(github\.com\/advisories\/GHSA-|nvd\.nist\.gov\/vuln\/detail\/CVE-)/)
      expect(one.ids.every(id => /^(CVE-\d{4}-\d+|GHSA(-[0-9a-z]{4}){3})$/.test(id))).toBe(true)
      expect(one.ranges.length).toBeGreaterThan(0)
    }
  })
})

test('no secret stands in the tree', () => {
  const signs = [/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}/, new RegExp(`AGE-SECRET-${'KEY'}-1[0-9A-Z]{58}`), /\bAKIA[0-9A-Z]{16}\b/, /\bgh[pousr]_[A-Za-z0-9]{36}\b/, /\bnpm_[A-Za-z0-9]{36}\b/, /"seed":\s*"[A-Za-z0-9+/]{43}="/]
  const found = tracked.filter(file => !/\.(png|ico|woff2?|xlsx|gz)$/.test(file)).filter(file => signs.some(sign => sign.test(read(file))))
  expect(found).toEqual([])
  expect(tracked.filter(file => /\.(pem|p12|pfx|jbkey|key)$/.test(file))).toEqual([])
})

describe('docs/security.md', () => {
  const page = read('docs/security.md')

  it('names files and tests that are there', () => {
    const named = [...page.matchAll(/`((?:core|electron|renderer|tests|build|docs|bench)\/[\w./@*-]+)`/g)].map(found => found[1] ?? '')
    expect(named.length).toBeGreaterThan(40)
    expect([...new Set(named)].filter(file => !existsSync(join(root, file)))).toEqual([])
  })

  it('has every threat and every point of the checklist', () => {
    for (const threat of ['恶意工作簿', '恶意任务包', '恶意工作文件', '恶意更新', '同一台电脑上好奇的同事', '丢失的电脑', '被改动的安装']) expect(page).toContain(`### ${threat}`)
    const points = [...page.matchAll(/^\| (\d+) \|/gm)].map(found => Number(found[1]))
    expect(points).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  })
})

test('the window is made as the checklist says', () => {
  for (const [file, words] of Object.entries(CONTENT)) for (const word of words) expect(read(file), `${file}: ${word}`).toContain(word)
})
