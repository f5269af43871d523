/** Cold start to a usable window against a bare window of the same Electron, interleaved in one run (goal ≤ 1.5). */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { report } from './support/report.ts'

const root = resolve(import.meta.dirname, '..')
const electron = process.env.JIANBAO_ELECTRON
if (!electron) throw new Error('JIANBAO_ELECTRON is not set: run npm run bench')
const bare = mkdtempSync(join(tmpdir(), 'jianbao-bare-'))
writeFileSync(join(bare, 'package.json'), '{"name":"bare","main":"main.cjs"}')
writeFileSync(join(bare, 'page.html'), '<!doctype html><title>bare</title><p>bare</p>')
writeFileSync(join(bare, 'main.cjs'), `const {app,BrowserWindow}=require('electron');app.whenReady().then(()=>{
  const w=new BrowserWindow({width:1366,height:728,show:false});w.once('ready-to-show',()=>{w.show();process.stdout.write('ready\\n')});w.loadFile('page.html')})`)

const ours: number[] = []
const twin: number[] = []
const warm = mkdtempSync(join(tmpdir(), 'jianbao-start-'))
for (let round = 0; round < 7; round += 1) {
  twin.push(await start(bare, mkdtempSync(join(tmpdir(), 'jianbao-bare-data-'))))
  ours.push(await start(root, warm))
}
report('cold start to usable window', median(ours.slice(1)), median(twin.slice(1)), 1.5)
rmSync(warm, { recursive: true, force: true })

function start(folder: string, data: string): Promise<number> {
  const from = performance.now()
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), folder, `--user-data-dir=${data}`]
  const child = spawn(electron as string, args, { env: { ...process.env, JIANBAO_SAY_READY: '1' }, stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error('no ready within 60 s')), 60_000)
    child.stdout.on('data', (bytes: Buffer) => {
      if (!bytes.toString().includes('ready')) return
      clearTimeout(timer)
      const took = performance.now() - from
      process.kill(-(child.pid as number), 'SIGKILL')
      setTimeout(() => done(took), 300)
    })
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
