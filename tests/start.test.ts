import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { sourcesUnder } from './support/sources.ts'

const texts = new Map(sourcesUnder('core', 'electron', 'renderer').map((source) => [source.path, source.text]))

test.each([
  ['electron/engine.ts', ['xlsx', 'docx', 'echarts', 'pg', 'age-encryption', 'qrcode-generator']],
  ['renderer/main.tsx', ['zod', 're2js', 'echarts', 'pinyin-pro']],
])('%s starts without the libraries that the first screen does not need', (entry, slow) => {
  const packages = loadedBy(entry)
  expect(packages.size).toBeGreaterThan(1)
  expect(slow.filter((name) => packages.has(name)).map((name) => `${name}: ${packages.get(name) ?? ''}`)).toEqual([])
})

/** The packages that a program loads before its first call, each with who imports it; `import()` and types are left out. */
function loadedBy(entry: string): ReadonlyMap<string, string> {
  const packages = new Map<string, string>()
  const seen = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const asked of statics(texts.get(path) ?? '')) {
      if (asked.startsWith('.')) visit(posix.join(posix.dirname(path), asked))
      else if (!asked.startsWith('node:')) packages.set(asked.split('/').slice(0, asked.startsWith('@') ? 2 : 1).join('/'), path)
    }
  }
  visit(entry)
  return packages
}

/** What a file imports for its values as it is loaded. */
function statics(text: string): readonly string[] {
  return [...text.matchAll(/^(?:import|export) (?!type\b)(?:([^'"]*?) from )?'([^']+)'/gm)].filter(([, names = '']) => !onlyTypes(names)).map(([, , from = '']) => from)
}

const onlyTypes = (names: string): boolean => /^\{.*\}$/s.test(names.trim()) && names.replace(/[{}]/g, '').split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '))
