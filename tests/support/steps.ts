// node steps.ts CLI.cjs STEPS.json RESULTS.json FOLDER: runs command lines one after the other in one process, in this folder,
// and writes what each answered. Started by the suite that compares Windows with this system, on both.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What one command line gave. */
export interface Step { readonly words: readonly string[]; readonly status: number; readonly out: string; readonly said: string }

const [cli = '', list = '', results = '', folder = ''] = process.argv.slice(2).map((path) => resolve(path))
process.chdir(folder)
process.env['JIANBAO_DATA_DIR'] = join(folder, '数据')
const written = { out: '', said: '' }
process.stdout.write = (text: string | Uint8Array): boolean => { written.out += String(text); return true }
process.stderr.write = (text: string | Uint8Array): boolean => { written.said += String(text); return true }

const steps: Step[] = []
const keep = (): void => writeFileSync(results, JSON.stringify(steps, null, 1))
process.on('uncaughtException', (error) => { steps.push({ words: ['uncaught'], status: 70, out: '', said: String(error.stack) }); keep(); process.exit(70) })
const { runCommandLine } = (await import(pathToFileURL(cli).href)) as { runCommandLine: (words: readonly string[]) => Promise<number> }
for (const words of JSON.parse(readFileSync(list, 'utf8')) as readonly (readonly string[])[]) {
  Object.assign(written, { out: '', said: '' })
  const status = await runCommandLine(words)
  steps.push({ words, status, ...written })
}
keep()
process.exit(0)
