import { parseArgs } from 'node:util'
import { z } from 'zod'
import { audit } from './cli/audit.ts'
import { bulletin } from './cli/bulletin.ts'
import { consolidate } from './cli/consolidate.ts'
import { demo } from './cli/demo.ts'
import { diagnostics } from './cli/diagnostics.ts'
import { fill } from './cli/fill.ts'
import { handover } from './cli/handover.ts'
import { help } from './cli/help.ts'
import { inputs } from './cli/inputs.ts'
import { installCheck } from './cli/installCheck.ts'
import { intake } from './cli/intake.ts'
import { key } from './cli/key.ts'
import { monitor } from './cli/monitor.ts'
import { nothingGiven, outputTo, refused, type Command, type Given, type Output, type Status } from './cli/output.ts'
import { pack } from './cli/pack.ts'
import { policyCommand } from './cli/policyCheck.ts'
import { register } from './cli/register.ts'
import { review } from './cli/review.ts'
import { slip } from './cli/reviewReturn.ts'
import { sample } from './cli/sample.ts'
import { status } from './cli/status.ts'
import { template } from './cli/template.ts'
import { update } from './cli/update.ts'
import { upward } from './cli/upward.ts'
import { verify } from './cli/verify.ts'
import { dataFolder, hostedBy, isBuilt } from './cli/workbench.ts'
import type { Host } from './handlers/host.ts'
import { LedgerFailure } from './ledger/failure.ts'
import { openLog } from './log.ts'

const commands: Readonly<Record<string, Command>> = { demo, verify, audit, fill, template, pack, status, key, register, intake, review, slip, sample, update, upward, bulletin, monitor, consolidate, inputs, policy: policyCommand, 'self-check': installCheck, diagnostics, handover }
const options = {
  json: { type: 'boolean' }, help: { type: 'boolean' },
  out: { type: 'string' }, today: { type: 'string' }, pack: { type: 'string' }, unit: { type: 'string' },
  set: { type: 'string' }, units: { type: 'string' }, seed: { type: 'string' },
  ledger: { type: 'string' }, region: { type: 'string' }, by: { type: 'string' },
  query: { type: 'string', multiple: true }, reason: { type: 'string' }, due: { type: 'string' }, clean: { type: 'boolean' },
  count: { type: 'string' }, strata: { type: 'string' }, weights: { type: 'string' }, group: { type: 'string' },
  edition: { type: 'string' }, year: { type: 'string' }, basis: { type: 'string' }, level: { type: 'string' }, switch: { type: 'string', multiple: true }, format: { type: 'string' },
  key: { type: 'string' }, source: { type: 'string' }, date: { type: 'string' },
} as const

/** Runs one command line and gives its exit status (D10); `host` is what the process that runs it brings. */
export async function runCommandLine(words: readonly string[], host: Partial<Host> = {}): Promise<Status> {
  hostedBy(host)
  // Whoever reads the answers may stop reading: `… | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'EPIPE') throw error; process.exit(0) })
  const parsed = parse(words)
  const output = outputTo(parsed?.json ?? words.includes('--json'))
  if (!parsed) return refused(output, { code: 'usage', params: { what: words.join(' ').slice(0, 80) } })
  if (parsed.help) { process.stdout.write(isBuilt ? help.replaceAll('npm run -s cli --', 'jianbao --cli') : help); return 0 }
  const command = Object.hasOwn(commands, parsed.name) ? commands[parsed.name] : undefined
  if (!command) return refused(output, { code: 'usage', params: { what: parsed.name === '' ? '没有写命令' : `没有“${parsed.name}”这个命令` } })
  return guarded(command, parsed.given, output)
}

interface Parsed { readonly name: string; readonly json: boolean; readonly help: boolean; readonly given: Given }
function parse(words: readonly string[]): Parsed | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
    const [name = '', ...files] = positionals
    const { json = false, help: asked = false, ...said } = values
    if ([said.today, said.due].some(day => day !== undefined && !z.iso.date().safeParse(day).success)) return null
    return { name, json, help: asked || name === 'help', given: { ...nothingGiven, ...said, files } }
  } catch {
    return null
  }
}

async function guarded(command: Command, given: Given, output: Output): Promise<Status> {
  try {
    return await command(given, output)
  } catch (error) {
    if (error instanceof LedgerFailure) return refused(output, error.problem)
    const ref = openLog(dataFolder(), () => new Date()).write('cli', error)
    return refused(output, { code: 'fault', params: {}, ref })
  }
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  void runCommandLine(process.argv.slice(2)).then(status => { process.exitCode = status })
}
