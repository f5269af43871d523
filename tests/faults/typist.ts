import { writeSync } from 'node:fs'
import { startCalls } from '../../electron/handlers/call.ts'

/** Types numbers into cells for ever; says each only when the engine has said that it is saved, and what it is told when it is not. */
const [dataDir = '', seedsDir = '', filing = '1', from = '0'] = process.argv.slice(2)
const items = ['staff_total', 'tel', 'legal_rep', 'fe_assets', 'reg_addr', 'staff_avg']
const engine = startCalls({ now: () => new Date(), osUser: 'typist', appVersion: '0', seedsDir, dataDir, exportDir: '', pdf: null })

for (let n = Number(from); ; n++) {
  const item = items[n % items.length] ?? ''
  const done = await engine.call('filing.set', { filing: Number(filing), cells: [{ item, row: null, text: String(n) }] })
  writeSync(1, done.ok ? `${n} ${item}\n` : `! ${done.problem.code}\n`)
}
