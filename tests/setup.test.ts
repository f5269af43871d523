import { expect, test } from 'vitest'
import { sourcesUnder } from './support/sources.ts'

const BEFORE_INSTALL = /^build\/((start|test|check|bench|cli|run-electron)|setup\/[^/]+)\.mjs$/
const AFTER_INSTALL = ['build/setup/adaptElectron.mjs']

test('the commands run before anything is installed', () => {
  const scripts = sourcesUnder('build').filter(({ path }) => BEFORE_INSTALL.test(path) && !AFTER_INSTALL.includes(path))
  expect(scripts.length).toBeGreaterThan(10)
  const outside = scripts.flatMap(({ path, imports }) => imports.filter((asked) => !/^(node:|\.)/.test(asked)).map((asked) => `${path} imports ${asked}`))
  expect(outside).toEqual([])
})
