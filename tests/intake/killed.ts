import { resolve } from 'node:path'
import { startCalls } from '../../electron/handlers/call.ts'
import { liveBatch } from '../../electron/handlers/regulator/intake/live.ts'

/** A whole application in a process of its own that takes a folder in until it is done or killed: data folder, then the paths. */
const [dataDir = '', ...paths] = process.argv.slice(2)
const engine = startCalls({ now: () => new Date('2027-03-18T02:30:00Z'), osUser: '示例审核员', appVersion: '0.1.0', seedsDir: resolve(import.meta.dirname, '../../seeds'), dataDir, exportDir: '', pdf: null })
const started = await engine.call('intake.start', { paths })
if (started.ok) {
  process.stdout.write('started\n')
  const ledger = await engine.desk.ledger()
  if (ledger.ok) await liveBatch(engine.desk, ledger.value, started.value.batch)?.finished
}
engine.close()
