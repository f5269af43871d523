/** Writing a sealed workbook from its plan against the plain SheetJS write of the same cells (goal ≤ 1/3); the whole sealing is printed beside it. */
import { utils, write, type CellObject, type WorkSheet } from 'xlsx'
import { planSheets } from '../core/submission/plan.ts'
import { refOf, type SheetPlan } from '../core/submission/sheet.ts'
import { sealFiling } from '../electron/excel/submission.ts'
import { envelopes } from '../electron/excel/frame.ts'
import { marksOf, packMark, writeBook } from '../electron/excel/write.ts'
import { planInput, sign } from '../tests/excel/filings.ts'
import { report } from './support/report.ts'

const input = planInput('enterprise')
const sheets = planSheets(input)
const made = sealFiling(input, sign)
const marks = marksOf(packMark(input.pack), 'submission')

function plainSheet(plan: SheetPlan): WorkSheet {
  const made: WorkSheet = { '!ref': `A1:${refOf(plan.heights.length - 1, plan.widths.length - 1)}` }
  for (const cell of plan.cells) {
    if (cell.text === '') continue
    const put: CellObject = cell.numeric ? { t: 'n', v: Number(cell.text), z: '#,##0.00' } : { t: 's', v: cell.text }
    made[refOf(cell.r, cell.c)] = put
  }
  made['!merges'] = plan.merges.map(([r, c, r2, c2]) => ({ s: { r, c }, e: { r: r2, c: c2 } }))
  made['!cols'] = plan.widths.map((wch) => ({ wch }))
  return made
}

/** What a plain program would do: the same cells, and the payload once in two cells. */
function plain(): number {
  const book = utils.book_new()
  for (const plan of sheets) utils.book_append_sheet(book, plainSheet(plan), plan.name)
  utils.book_append_sheet(book, utils.aoa_to_sheet([[made.text.slice(0, 32000)], [made.text.slice(32000)]]), 'payload')
  return (write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array).length
}
const ours = (): number => writeBook({ pack: input.pack, envelope: envelopes.submission, title: 'bench', sheets, proofs: { receipt: made.receipt, digest: made.digest, signer: made.signer }, footer: made.receipt, payload: made.text, marks }).length

const times = { ours: [] as number[], plain: [] as number[], whole: [] as number[] }
const timed = (work: () => unknown): number => {
  const from = performance.now()
  work()
  return performance.now() - from
}
for (let n = 0; n < 160; n++) {
  times.ours.push(timed(ours))
  times.plain.push(timed(plain))
  times.whole.push(timed(() => sealFiling(input, sign)))
}
const middle = (list: readonly number[]): number => list.slice(40).toSorted((a, b) => a - b)[60] ?? NaN
console.log(`cells ${sheets.reduce((sum, plan) => sum + plan.cells.length, 0)}, file ${ours()} bytes, plain ${plain()} bytes; plan, payload, signature and write together ${middle(times.whole).toFixed(2)} ms`)
report('export compute / plain SheetJS write', middle(times.ours), middle(times.plain), 1 / 3)
