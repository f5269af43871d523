import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/sources.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

test('no host of a package registry stands in the tree', () => {
  const hosts = [['registry', 'npmjs', 'org'], ['registry', 'yarnpkg', 'com'], ['registry', 'npmmirror', 'com'], ['npm', 'pkg', 'github', 'com'], ['pypi', 'org'], ['deb', 'debian', 'org']].map((parts) => parts.join('.'))
  const found = tracked().filter((file) => hosts.some((host) => read(file).includes(host)))
  expect(found).toEqual([])
})

test('the lock file names no place of download', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> }
  expect(Object.keys(packages).length).toBeGreaterThan(100)
  expect(Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined).map(([place]) => place)).toEqual([])
})

test('every direct dependency is pinned exactly', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  const pinned = /^(npm:@?[^@]+@)?\d+\.\d+\.\d+$/
  expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !pinned.test(version))).toEqual([])
})

test('the spreadsheet library is the one that was reviewed', () => {
  const digest = createHash('sha256').update(readFileSync(join(root, 'node_modules', 'xlsx', 'xlsx.js'))).digest('hex')
  expect(digest).toBe('fd159f1e2d694e12cd0709c1ec1b63c6e1f045d2c4ce857a346f9b965798cbfa')
})

function tracked(): string[] {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter((file) => file !== '' && existsSync(join(root, file)))
  expect(files.length).toBeGreaterThan(10)
  return files
}
