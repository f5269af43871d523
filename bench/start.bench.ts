/** Start to a usable window against a bare window of the same Electron, both with the data of the start before, interleaved in one run (goal ≤ 1.5). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { report } from './support/report.ts'
import { median, startOnce } from './support/startOnce.ts'

const root = resolve(import.meta.dirname, '..')
const electron = process.env.JIANBAO_ELECTRON
if (!electron) throw new Error('JIANBAO_ELECTRON is not set: run npm run bench')
const bare = mkdtempSync(join(tmpdir(), 'jianbao-bare-'))
writeFileSync(join(bare, 'package.json'), '{"name":"bare","main":"main.cjs"}')
writeFileSync(join(bare, 'page.html'), '<!doctype html><title>bare</title><p>bare</p>')
writeFileSync(join(bare, 'main.cjs'), `const {app,BrowserWindow}=require('electron');app.whenReady().then(()=>{
  const w=new BrowserWindow({width:1366,height:728,show:false});w.once('ready-to-show',()=>{w.show();process.stdout.write('ready\\n')});w.loadFile('page.html')})`)

const data = { ours: mkdtempSync(join(tmpdir(), 'jianbao-start-')), twin: mkdtempSync(join(tmpdir(), 'jianbao-bare-data-')) }
const guard = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const [ours, twin]: [number[], number[]] = [[], []]
for (let round = 0; round < 8; round += 1) {
  twin.push(await startOnce({ command: [electron, ...guard, bare], data: data.twin, env: process.env }))
  ours.push(await startOnce({ command: [electron, ...guard, root], data: data.ours, env: process.env }))
}
// The first two fill the caches that every later start finds.
report('start to usable window', median(ours.slice(2)), median(twin.slice(2)), 1.5)
for (const folder of [bare, data.ours, data.twin]) rmSync(folder, { recursive: true, force: true })
