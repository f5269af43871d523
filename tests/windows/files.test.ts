import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { briefFolder, removeFolder } from '../../electron/briefFolder.ts'
import { fileProblem, safeName } from '../../electron/files.ts'
import { moveOver, placeNew } from '../../electron/move.ts'
import { isSamePath } from '../../electron/samePath.ts'
import { windowsStorage } from '../../electron/storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-windows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const failing = (code: string): Error => Object.assign(new Error(code), { code })
const written = (name: string, text: string): string => { const path = join(folder, name); writeFileSync(path, text); return path }

describe('a name', () => {
  it.each([
    ['CON', '_CON'], ['con.xlsx', '_con.xlsx'], ['NUL .csv', '_NUL .csv'], ['com1', '_com1'], ['LPT9.表.xlsx', '_LPT9.表.xlsx'], ['CONOUT$', '_CONOUT$'], ['COM¹.txt', '_COM¹.txt'],
    ['CONTROL', 'CONTROL'], ['COM10', 'COM10'], ['公司con', '公司con'], ['甲：乙', '甲：乙'], ['甲:乙/丙\\丁*?"<>|', '甲_乙_丙_丁______'], ['表. . ', '表'], ['...', '_'], ['', '_'],
  ])('%s is written as %s', (name, safe) => { expect(safeName(name)).toBe(safe) })
})

describe('a file moved to its place', () => {
  it('waits on Windows for whoever looks at it for a moment, and elsewhere does not', () => {
    const [from, to] = [written('new', '新'), written('there', '旧')]
    const tries = { left: 3 }
    const held = (a: string, b: string): void => { if (tries.left-- > 0) throw failing('EBUSY'); renameSync(a, b) }
    moveOver(from, to, { patient: true, move: held as typeof renameSync })
    expect([readFileSync(to, 'utf8'), existsSync(from), tries.left]).toEqual(['新', false, -1])
    tries.left = 1
    expect(() => moveOver(to, from, { patient: false, move: held as typeof renameSync })).toThrow('EBUSY')
  })

  it('gives up after about a second, and at once where waiting helps nothing', () => {
    const began = performance.now()
    expect(() => moveOver('a', 'b', { patient: true, move: () => { throw failing('EPERM') } })).toThrow('EPERM')
    expect(performance.now() - began).toBeGreaterThan(1000)
    const tries = { made: 0 }
    expect(() => moveOver('a', 'b', { patient: true, move: () => { tries.made += 1; throw failing('ENOSPC') } })).toThrow('ENOSPC')
    expect(tries.made).toBe(1)
  })

  it.each(['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'UNKNOWN'])('takes a new name where the disk has no links and says so by %s, as sticks do', (code) => {
    const place = mkdtempSync(join(folder, 'stick-'))
    const target = join(place, '表.xlsx')
    const noLinks = (): never => { throw failing(code) }
    expect(placeNew(written('one', '一'), target, noLinks)).toBe(target)
    expect(placeNew(written('two', '二'), target, noLinks)).toBe(join(place, '表（2）.xlsx'))
    expect([readFileSync(target, 'utf8'), readFileSync(join(place, '表（2）.xlsx'), 'utf8'), readdirSync(place).length]).toEqual(['一', '二', 2])
  })

  it('leaves no empty file behind when the move fails', () => {
    const place = mkdtempSync(join(folder, 'full-'))
    expect(() => placeNew(join(folder, 'is not there'), join(place, '表.xlsx'), () => { throw failing('EISDIR') })).toThrow('ENOENT')
    expect(readdirSync(place)).toEqual([])
  })
})

it('what Windows says of a file that another program holds is a sentence about that', () => {
  expect(['EPERM', 'EBUSY', 'EACCES', 'EROFS'].map((code) => fileProblem(failing(code), 'x').code)).toEqual(['target-open', 'target-open', 'folder-readonly', 'folder-readonly'])
})

it('a drive letter or a link that leads to a share is a share, whoever asks', () => {
  const never = (): string => { throw new Error('asked') }
  expect(windowsStorage('\\\\fs01\\数据\\检报', 'C:', never)).toBe('network')
  expect(windowsStorage('\\\\?\\UNC\\fs01\\数据', 'C:', never)).toBe('network')
  expect(windowsStorage('C:\\Users\\张三\\AppData\\Roaming\\检报', 'c:', never)).toBe('local')
})

it.each([
  ['D:\\报送', 'd:/报送\\', true, true], ['C:\\Users\\ZHANG\\a.jianbao', 'c:\\users\\zhang\\x\\..\\A.JIANBAO', true, true], ['\\\\fs01\\数据', '\\\\FS01\\数据\\', true, true], ['D:\\报送', 'E:\\报送', true, false],
  ['/srv/a', '/srv/x/../a/', false, true], ['/srv/a', '/srv/A', false, false],
])('%s and %s, on Windows %s, are the same place: %s', (a, b, windows, same) => { expect(isSamePath(a, b, windows)).toBe(same) })

describe('a folder for one run', () => {
  it('that Windows does not let go spoils nothing', () => {
    expect(removeFolder(folder, { remove: () => { throw failing('EBUSY') } })).toBe(false)
    expect([removeFolder(join(folder, 'is not there')), existsSync(folder)]).toEqual([true, true])
  })

  it('left by an earlier one goes a day later; a younger one and others’ folders stay', () => {
    const place = mkdtempSync(join(folder, 'temp-'))
    const now = Date.now()
    for (const [name, hours] of [['jianbao-profile-old', 25], ['jianbao-profile-new', 1], ['another-old', 99]] as const) {
      mkdirSync(join(place, name))
      utimesSync(join(place, name), (now - hours * 3_600_000) / 1000, (now - hours * 3_600_000) / 1000)
    }
    const made = briefFolder('jianbao-profile-', { place, now })
    expect(readdirSync(place).map((name) => join(place, name)).toSorted()).toEqual([join(place, 'another-old'), join(place, 'jianbao-profile-new'), made].toSorted())
  })
})
