import { describe, expect, it } from 'vitest'
import { problemSentence } from '../../core/text/problems.ts'
import { readWorkbook } from '../../electron/excel/book.ts'
import { verifyWorkbook } from '../../electron/excel/verifyWorkbook.ts'
import { hostileCases } from './cases.ts'

describe('a hostile file', () => {
  for (const [name, make, answer, limit = 1500] of hostileCases) {
    it(name, () => {
      const bytes = make()
      const from = performance.now()
      const read = readWorkbook(bytes)
      const seen = verifyWorkbook(bytes, 'f', () => 'known')
      const took = performance.now() - from
      if (typeof answer === 'string') {
        expect(read.ok ? 'read' : read.problem.code).toBe(answer)
        if (!read.ok) expect(problemSentence(read.problem)).toMatch(/。$/)
      } else {
        if (!read.ok) throw new Error(read.problem.code)
        expect(Object.fromEntries([...(read.value.get('甲') ?? [])].map(([ref, found]) => [ref, found.text]))).toEqual(answer)
      }
      expect(['foreign', null]).toContain(seen.verdict)
      expect(took).toBeLessThan(limit)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    })
  }
})
