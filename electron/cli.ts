import { parseArgs } from 'node:util'
import { z } from 'zod'
import { audit } from './cli/audit.ts'
import { demo } from './cli/demo.ts'
import { fill } from './cli/fill.ts'
import { help } from './cli/help.ts'
import { outputTo, refused, type Command, type Given, type Output, type Status } from './cli/output.ts'
import { packCheck } from './cli/packCheck.ts'
import { template } from './cli/template.ts'
import { verify } from './cli/verify.ts'
import { dataFolder } from './cli/workbench.ts'
import { openLog } from './log.ts'

const commands: Readonly<Record<string, Command>> = { demo, verify, audit, fill, template, pack: packCheck }
const options = {
  json: { type: 'boolean' }, help: { type: 'boolean' },
  out: { type: 'string' }, today: { type: 'string' }, pack: { type: 'string' }, unit: { type: 'string' },
  set: { type: 'string' }, units: { type: 'string' }, seed: { type: 'string' },
} as const

/** Runs one command line and gives its exit status (D10). */
export async function runCommandLine(words: readonly string[]): Promise<Status> {
  const parsed = parse(words)
  const output = outputTo(parsed?.json ?? words.includes('--json'))
  if (!parsed) return refused(output, { code: 'usage', params: { what: words.join(' ').slice(0, 80) } })
  if (parsed.help) { process.stdout.write(help); return 0 }
  const command = Object.hasOwn(commands, parsed.name) ? commands[parsed.name] : undefined
  if (!command) return refused(output, { code: 'usage', params: { what: parsed.name === '' ? '没有写命令' : `没有“${parsed.name}”这个命令` } })
  return guarded(command, parsed.given, output)
}

interface Parsed { readonly name: string; readonly json: boolean; readonly help: boolean; readonly given: Given }
function parse(words: readonly string[]): Parsed | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
    const [name = '', ...files] = positionals
    const today = values.today ?? null
    if (today !== null && !z.iso.date().safeParse(today).success) return null
    const given: Given = { files, out: values.out ?? null, today, pack: values.pack ?? null, unit: values.unit ?? null, set: values.set ?? null, units: values.units ?? null, seed: values.seed ?? null }
    return { name, json: values.json ?? false, help: values.help === true || name === 'help', given }
  } catch {
    return null
  }
}

async function guarded(command: Command, given: Given, output: Output): Promise<Status> {
  try {
    return await command(given, output)
  } catch (error) {
    const ref = openLog(dataFolder(), () => new Date()).write('cli', error)
    return refused(output, { code: 'fault', params: {}, ref })
  }
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  void runCommandLine(process.argv.slice(2)).then(status => { process.exitCode = status })
}
