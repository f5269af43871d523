/** Verifying a submission in full against the naive SheetJS loop, read + sheet_to_json on every sheet (goal ≥ 8 times as fast). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from 'xlsx'
import { verifyWorkbook } from '../electron/excel/verifyWorkbook.ts'
import { sealedSample } from '../tests/excel/filings.ts'
import { report } from './support/report.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-verify-'))
const files = (['enterprise', 'institution', 'government'] as const).map((kind) => {
  const path = join(folder, `${kind}.xlsx`)
  writeFileSync(path, sealedSample(kind).bytes)
  return path
})
let kept = 0
function ours(): void {
  for (const path of files) {
    const seen = verifyWorkbook(readFileSync(path), path, () => 'known')
    if (seen.verdict !== 'sealed') throw new Error(`${path}: ${seen.verdict}`)
    kept++
  }
}
function naive(): void {
  for (const path of files) {
    const book = read(readFileSync(path))
    for (const name of book.SheetNames) kept += utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 }).length
  }
}
const times = { ours: [] as number[], naive: [] as number[] }
const timed = (work: () => void): number => {
  const from = performance.now()
  work()
  return (performance.now() - from) / files.length
}
for (let n = 0; n < 90; n++) {
  times.ours.push(timed(ours))
  times.naive.push(timed(naive))
}
rmSync(folder, { recursive: true })
const middle = (list: readonly number[]): number => list.slice(30).toSorted((a, b) => a - b)[30] ?? NaN
console.log(`a workbook: ${(1000 / middle(times.ours)).toFixed(0)} a second, naive ${(1000 / middle(times.naive)).toFixed(0)}; kept ${kept > 0}`)
report('verify / naive SheetJS loop', middle(times.ours), middle(times.naive), 1 / 8)
