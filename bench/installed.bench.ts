/** The packed application against a bare Electron of the same version: its size on disk, the size of the deb and of a setup.exe where one was built, cold and warm start (goal ≤ 1.5). */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { report } from './support/report.ts'
import { median, startOnce } from './support/startOnce.ts'

const root = resolve(import.meta.dirname, '..')
const electron = process.env.JIANBAO_ELECTRON
if (!electron) throw new Error('JIANBAO_ELECTRON is not set: run npm run bench')
const folder = mkdtempSync(join(tmpdir(), 'jianbao-installed-'))
const isRoot = process.getuid?.() === 0
const USER = 'jianbao-test'
const { JIANBAO_SIGN_KEY: _key, JIANBAO_SQLITE_BINDING: _binding, ...env } = process.env

const words = ['--target', 'linux', '--arch', process.arch, '--only', 'tree,deb', ...(process.env.JIANBAO_BENCH_XZ ? [] : ['--gzip']), '--out', folder]
execFileSync(process.execPath, [join(root, 'build', 'dist.mjs'), ...words], { env, stdio: 'ignore' })
const made = readdirSync(folder)
const tree = join(folder, made.find((name) => statSync(join(folder, name)).isDirectory()) ?? '')
const deb = join(folder, made.find((name) => name.endsWith('.deb')) ?? '')
const bare = makeBare(dirname(electron))
execFileSync('chmod', ['-R', 'a+rX', folder])
if (isRoot && spawnSync('id', [USER]).status !== 0) execFileSync('useradd', ['--create-home', USER])

const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
const sizeOf = (place: string): number => Number(execFileSync('du', ['-sb', place], { encoding: 'utf8' }).split('\t')[0])
sizes('installed folder against a bare Electron', sizeOf(tree), sizeOf(bare), 1.15)
sizes(`deb (${process.env.JIANBAO_BENCH_XZ ? 'xz' : 'gzip'}) against the installed folder`, statSync(deb).size, sizeOf(tree), 0.5)
for (const name of setups()) console.log(`${name.padEnd(44)} ${mega(statSync(join(root, 'dist', name)).size)}`)

for (const place of [tree, bare]) { mkdirSync(`${place}-data`); chmodSync(`${place}-data`, 0o777) }
for (const kind of ['cold', 'warm'] as const) {
  const [ours, twin]: [number[], number[]] = [[], []]
  for (let round = 0; round < 7; round += 1) {
    twin.push(await start(bare, kind))
    ours.push(await start(tree, kind))
  }
  report(`${kind} start of the installed application`, median(ours.slice(2)), median(twin.slice(2)), 1.5)
}
rmSync(folder, { recursive: true, force: true })

/** The same Electron with two languages and a page that says nothing. */
function makeBare(from: string): string {
  const to = join(folder, 'bare')
  cpSync(from, to, { recursive: true })
  for (const name of readdirSync(join(to, 'locales'))) if (!/^(zh-CN|en-US)\.pak$/.test(name)) rmSync(join(to, 'locales', name))
  renameSync(join(to, 'electron'), join(to, 'jianbao'))
  const app = join(to, 'resources', 'app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{"name":"bare","main":"main.cjs"}')
  writeFileSync(join(app, 'page.html'), '<!doctype html><title>bare</title><p>bare</p>')
  writeFileSync(join(app, 'main.cjs'), `const {app,BrowserWindow}=require('electron');app.enableSandbox();app.whenReady().then(()=>{
    const w=new BrowserWindow({width:1366,height:728,show:false});w.once('ready-to-show',()=>{w.show();process.stdout.write('ready\\n')});w.loadFile('page.html')})`)
  return to
}

/** The setup programs that stand in dist/. */
function setups(): readonly string[] {
  const built = join(root, 'dist')
  return existsSync(built) ? readdirSync(built).filter((name) => /setup.*\.exe$/.test(name)).toSorted() : []
}

/** One start, as an ordinary user with the sandbox on; cold: none of the folder is in memory. */
function start(place: string, kind: 'cold' | 'warm'): Promise<number> {
  const data = `${place}-data`
  if (kind === 'cold') forget(place)
  const program = join(place, 'jianbao')
  return startOnce({ command: isRoot ? ['runuser', '-u', USER, '--', 'env', `HOME=${data}`, program] : [program], data, env: { ...env, HOME: data } })
}

function forget(place: string): void {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of files) if (existsSync(file)) spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none'])
}

function sizes(name: string, ours: number, twin: number, limit: number): void {
  const ratio = ours / twin
  console.log(`${name.padEnd(44)} ours ${mega(ours)}  twin ${mega(twin)}  ratio ${ratio.toFixed(2)}  limit ${limit}  ${ratio <= limit ? 'ok' : 'over'}`)
}
