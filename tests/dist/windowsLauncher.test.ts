import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeNeeding } from '../support/needs.ts'
import { root } from '../support/sources.ts'
import { makeStubElectron } from '../support/stubElectron.ts'
import { makeWindows, type Windows } from '../support/wine.ts'

const { addWindowsLauncher } = (await import(join(root, 'build/dist/windowsLauncher.mjs'))) as { addWindowsLauncher: (facts: { readonly version: string }, tree: string) => void }

const folder = mkdtempSync(join(tmpdir(), 'jianbao-launcher-'))
const cli = 'C:\\检报 程序\\jianbao-cli.exe'

describeNeeding(['mingw', 'wine'], 'jianbao-cli.exe, beside a program with windows', () => {
  let windows: Windows
  let place = ''
  const heard = (): readonly string[] => readFileSync(join(windows.c, 'words.txt'), 'utf8').trimEnd().split('\n')
  beforeAll(() => {
    windows = makeWindows(folder)
    place = join(windows.c, '检报 程序')
    mkdirSync(place)
    copyFileSync(join(makeStubElectron(join(folder, 'electron'), 'x64'), 'electron.exe'), join(place, 'jianbao.exe'))
    addWindowsLauncher({ version: '1.2.3' }, place)
  }, 120_000)
  afterAll(() => { windows.close(); rmSync(folder, { recursive: true, force: true }) })

  test('hands its words on as they are, behind --cli', () => {
    const words = ['verify', '--json', 'C:\\我的 文件\\报送“一”.xlsx', 'a"b', 'c\\', 'd e\\', '', '100%', '--args-file', 'C:\\words.txt', '末']
    expect(windows.talk([cli, ...words]).status).toBe(0)
    expect(heard()).toEqual(['--log-level=3', '--cli', ...words])
  })

  test('hands --self-check and --cli on without another --cli', () => {
    for (const word of ['--self-check', '--cli']) {
      windows.talk([cli, word, '--args-file', 'C:\\words.txt'])
      expect(heard()).toEqual(['--log-level=3', word, '--args-file', 'C:\\words.txt'])
    }
    windows.talk([cli, '--client', '--args-file', 'C:\\words.txt'])
    expect(heard().slice(0, 3)).toEqual(['--log-level=3', '--cli', '--client'])
  })

  test('ends with the program’s status; output, errors and input go through', () => {
    for (const status of [0, 2, 64, 70]) expect(windows.talk([cli, '--exit', String(status)]).status).toBe(status)
    expect(windows.talk([cli, '--say', '答案', '--complain', '进度', '--echo', '--exit', '2'], '输入')).toEqual({ status: 2, out: '答案输入', err: '进度' })
  })

  test('writes into files that a script names', () => {
    cpSync(place, join(windows.c, 'Jianbao'), { recursive: true })
    expect(windows.batch(`C:\\Jianbao\\jianbao-cli.exe --say {"verdict":"sealed"} --complain progress --exit 2 > C:\\out.txt 2> C:\\err.txt`)).toBe(2)
    expect(readFileSync(join(windows.c, 'out.txt'), 'utf8')).toBe('{verdict:sealed}')
    expect(readFileSync(join(windows.c, 'err.txt'), 'utf8')).toBe('progress')
  })

  test('shows Chinese on a console, also where a character is parted between two pieces', () => {
    const long = Array.from({ length: 2000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
    const { status, shown } = windows.inConsole(`'${cli}' --say xy${long} --exit 3`)
    expect(status).toBe(3)
    expect([...`xy${long}`].filter((sign) => !shown.includes(sign))).toEqual([])
    expect(shown).not.toContain('\ufffd')
  })

  test('takes the program with it when it is ended', async () => {
    const ended = windows.start(cli, '--version-file', 'C:\\began.txt', '--hold', '3', '--version-file', 'C:\\late.txt')
    for (let i = 0; i < 100 && !existsSync(join(windows.c, 'began.txt')); i += 1) await new Promise((done) => { setTimeout(done, 100) })
    expect(existsSync(join(windows.c, 'began.txt'))).toBe(true)
    ended.kill('SIGKILL')
    await new Promise((done) => { setTimeout(done, 5000) })
    expect(existsSync(join(windows.c, 'late.txt'))).toBe(false)
  })

  test('says in a sentence that the program is not there', () => {
    rmSync(join(place, 'jianbao.exe'))
    expect(windows.talk([cli, 'help'])).toEqual({ status: 70, out: '', err: '检报的程序不在这里：C:\\检报 程序\\jianbao.exe。请重新安装检报。\r\n' })
  })
})
