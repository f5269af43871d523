import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { problemSentence } from '../../core/text/problems.ts'
import { Clerk } from '../support/desk.ts'
import { describeNeeding } from '../support/needs.ts'

let clerk: Clerk
let mount: string
const options = (text: string): void => { execFileSync('mount', ['-o', text, mount]) }

describeNeeding(['root', 'tmpfs'], 'folders that give trouble', () => {
  beforeEach(() => {
    clerk = new Clerk()
    mount = join(clerk.folder, 'small')
    mkdirSync(mount)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount])
  })
  afterEach(() => {
    clerk.engine.close()
    execFileSync('umount', [mount])
    clerk.leaves()
  })

  it('a full disk refuses the export, says so, leaves nothing, and the filing stays open', async () => {
    await clerk.startsUnit('annual-2025')
    await clerk.fillsLike('enterprise', 2025)
    writeFileSync(join(mount, 'filler'), Buffer.alloc(2 * 1024 * 1024 - 16384))
    const refused = await clerk.isRefused('seal.run', { filing: clerk.filing, folder: mount })
    expect(refused.code).toBe('disk-full')
    expect(problemSentence(refused)).toContain('磁盘已满')
    expect(readdirSync(mount)).toEqual(['filler'])
    expect((await clerk.sees()).state).toBe('draft')
    rmSync(join(mount, 'filler'))
    await clerk.asks('seal.run', { filing: clerk.filing, folder: mount })
  })

  it('a read-only folder refuses the export, says so, and the filing stays open', async () => {
    await clerk.startsUnit('annual-2025')
    await clerk.fillsLike('enterprise', 2025)
    options('remount,ro')
    expect((await clerk.isRefused('seal.run', { filing: clerk.filing, folder: mount })).code).toBe('folder-readonly')
    expect(readdirSync(mount)).toEqual([])
    expect((await clerk.sees()).state).toBe('draft')
  })

  it('a cell that finds the disk full is refused, the stored value stands, and can be saved once there is room', async () => {
    const tight = new Clerk({ dataDir: join(mount, 'data') })
    await tight.startsUnit()
    await tight.types('tel', '24.00')
    let filler = 0
    for (let size = 512 * 1024; size >= 4096; size = Math.floor(size / 2)) {
      try { for (;;) writeFileSync(join(mount, `filler${filler++}`), Buffer.alloc(size)) } catch { rmSync(join(mount, `filler${filler - 1}`), { force: true }) }
    }
    let refused = null
    for (let n = 0; n < 200 && !refused; n++) {
      const result = await tight.engine.call('filing.set', { filing: tight.filing, cells: [{ item: 'reg_addr', row: null, text: `${n} ${'路'.repeat(1000)}` }] })
      if (!result.ok) refused = result.problem
    }
    expect(refused).toMatchObject({ code: 'disk-full' })
    expect((await tight.sees()).data.values.tel).toBe('24.00')
    for (const name of readdirSync(mount).filter(n => n.startsWith('filler'))) rmSync(join(mount, name))
    await tight.types('tel', '25.00')
    tight.restarts()
    expect((await tight.sees()).data.values.tel).toBe('25.00')
    tight.leaves()
  })
})

it('a file of the same name is never overwritten', async () => {
  const other = new Clerk()
  await other.startsUnit('annual-2025')
  await other.fillsLike('enterprise', 2025)
  mkdirSync(other.out)
  const name = '浙江澜序示例检测科技有限公司_91330114MAY0A1K2XU-00_2025_第1次'
  writeFileSync(join(other.out, `${name}.xlsx`), 'mine')
  await other.seals()
  await other.asks('seal.export', { filing: other.filing, submitNo: 1, folder: other.out })
  expect(readdirSync(other.out).sort()).toEqual([`${name}.xlsx`, `${name}（2）.xlsx`, `${name}（3）.xlsx`].sort())
  other.leaves()
})
