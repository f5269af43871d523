import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import type { Answer } from '../../core/contract.ts'
import { ok, type Result } from '../../core/result.ts'
import { policySentence } from '../../core/text/policyWords.ts'
import { backupsOf } from '../backup.ts'
import { settingsOf } from '../db/setting.ts'
import { soundness } from '../db/engineFacts.ts'
import { packParts } from '../excel/plainZip.ts'
import { stage } from '../files.ts'
import { storageOf } from '../storage.ts'
import { aboutOf } from './aboutFacts.ts'
import { workFile, type Desk } from './desk.ts'
import { settingsIn } from './settings.ts'

/** Names of the parts of an archive for technical support. */
const README = `这是检报的诊断包，给技术支持用。里面只有：
版本.json　程序、内核和任务包的版本，安装文件核对的结果
设置.json　显示和操作设置，不含姓名和路径
策略.json　管理员规定的设置
检查.json　工作文件和备份是否完好，只有结果
用时.json　几样操作花的毫秒数
日志.txt　　出错的时间、编号和程序位置
没有任何填报内容：没有单位名称、代码、数、文字、姓名和电话。
`

/** Writes one archive for technical support. Nothing in it comes from what was filled in. */
export async function writeDiagnostics(desk: Desk, path: string): Promise<Result<Answer<'about.diagnostics'>>> {
  const check = await desk.program.begin()
  const timed = timings(desk)
  const { dataFolder: _place, ledger, ...about } = aboutOf(desk)
  const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
  const parts = {
    '说明.txt': README,
    '版本.json': json({ ...about, check, ledger: ledger === null ? 'none' : ledger.startsWith('postgres') ? 'server' : 'file' }),
    '设置.json': json(settingsShown(desk)),
    '策略.json': json({ ...desk.policy, sentences: desk.policy.problems.map(one => policySentence(one)) }),
    '检查.json': json(integrity(desk)),
    '用时.json': json(timed),
    '日志.txt': logOf(desk.host.dataDir),
  }
  const staged = stage(dirname(path), packParts(parts), 0o600)
  const placed = staged.ok ? staged.value.place(path) : staged
  return placed.ok ? ok({ path: placed.value, parts: Object.keys(parts) }) : placed
}

/** The settings that say nothing of a person or a place. */
function settingsShown(desk: Desk): unknown {
  const store = storeThere(desk)
  if (!store) return { workFile: existsSync(workFile(desk.host, desk.which())) ? 'closed' : 'none' }
  const { userName: _name, exportFolder: _folder, ...shown } = settingsIn(store.read, desk.host)
  return { ...shown, stored: Object.keys(settingsOf(store.read)).filter(key => /^[a-zA-Z]+$/.test(key)).toSorted() }
}

function storeThere(desk: Desk) {
  const store = existsSync(workFile(desk.host, desk.which())) ? desk.store() : null
  return store?.ok ? store.value : null
}

/** How sound the work file and its copies are, in yes and no. */
function integrity(desk: Desk): unknown {
  const { dataDir } = desk.host
  const file = workFile(desk.host, desk.which())
  const opened = existsSync(file) ? desk.store() : null
  const copies = backupsOf(file, dataDir)
  return {
    which: desk.which(), problem: opened && !opened.ok ? opened.problem.code : null, soundness: opened?.ok ? soundness(opened.value.read) : null,
    storage: storageOf(dataDir), notices: desk.notices().map(notice => notice.kind),
    backups: copies.map(({ at, reason, verified }) => ({ at, reason, verified })),
    freeGigabytes: freeSpace(dataDir), memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  }
}

function freeSpace(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return Math.round((bavail * bsize) / 2 ** 30)
  } catch {
    return null
  }
}

/** How long a few things take here, in milliseconds. */
function timings(desk: Desk): unknown {
  const timed = (work: () => unknown): number => {
    const from = performance.now()
    work()
    return Math.round((performance.now() - from) * 10) / 10
  }
  return {
    packs: desk.packs.ids().map(pack => ({ pack, ms: timed(() => desk.packs.get(pack)) })),
    workFile: timed(() => storeThere(desk)),
    durableWrite: timed(() => { const written = stage(desk.host.dataDir, new Uint8Array(4096)); if (written.ok) written.value.discard() }),
  }
}

/** A line of the log, or of the place where an error arose; anything else stays out, whoever wrote it. */
const LINE = /^(\d{4}-\d\d-\d\dT[\d:.]+Z [0-9A-Z]{6} [\w. :-]{1,120}|\s+at [^\u4e00-\u9fff]{1,300})$/

/** The log of this start and the one before it, only in lines that the log itself makes. */
export function logOf(dataDir: string): string {
  const texts = ['jianbao.log.1', 'jianbao.log'].map(name => join(dataDir, name)).filter(existsSync).map(file => readFileSync(file, 'utf8'))
  return texts.join('').split('\n').filter(line => LINE.test(line)).slice(-4000).join('\n')
}
