import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { key } from '../../electron/cli/key.ts'
import { nothingGiven, type Command, type Given, type Output } from '../../electron/cli/output.ts'
import { register } from '../../electron/cli/register.ts'
import { status } from '../../electron/cli/status.ts'
import { readLetter } from '../../electron/excel/letter.ts'
import { writeForeignBook } from '../support/foreign.ts'
import { describeLedger } from '../support/ledger.ts'
import { madeUpCode, madeUpUnit } from '../support/office.ts'

describeLedger('the ledger on the command line', make => {
  let folder: string
  let ledger: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jianbao-cli-'))
    process.env['JIANBAO_DATA_DIR'] = join(folder, 'data')
    const place = await make.place()
    ledger = 'path' in place ? place.path : place.postgres
  })
  afterEach(() => { delete process.env['JIANBAO_DATA_DIR']; rmSync(folder, { recursive: true, force: true }) })

  const runs = async (command: Command, more: Partial<Given>) => {
    const answers: Record<string, unknown>[] = []
    const said: string[] = []
    const output: Output = { answer: data => { answers.push(data as Record<string, unknown>) }, say: text => { said.push(text) } }
    return { status: await command({ ...nothingGiven, ledger, ...more }, output), answers, said }
  }

  it('a ledger is made by the first import; what is wrong is named on standard error and is status 2', async () => {
    const path = writeForeignBook(join(folder, '名录.xlsx'), { 名录: [['统一社会信用代码', '机构名称', '区县'], [madeUpCode(1), '甲示例', '沙坪坝区'], ['123', '乙示例', '']] })
    const done = await runs(register, { files: ['import', path], region: '500106', pack: 'annual-2026', today: '2027-03-25', by: '赵示例' })
    expect(done.status).toBe(2)
    expect(done.answers).toEqual([{ file: path, sheet: '名录', counts: { new: 1, change: 0, same: 0, refused: 1 }, absent: 0, refused: [expect.objectContaining({ line: 3, name: '乙示例' })] }])
    expect(done.said[0]).toContain('新建了台账')
    expect(done.said.join()).toContain('第 3 行')
    const state = await runs(status, { by: '赵示例' })
    expect(state.answers).toMatchObject([{ region: '500106', regionName: '重庆市 沙坪坝区', pack: 'annual-2026', year: 2026, counts: { due: 1, missing: 1 }, reviewer: '赵示例', fingerprint: null }])
    const missing = await runs(register, { files: ['missing'], today: '2027-03-25', out: join(folder, '催报.csv') })
    expect(missing.answers).toMatchObject([{ unit: madeUpUnit(1), regionName: '沙坪坝区', daysLate: 6, state: 'missing' }])
    expect(existsSync(join(folder, '催报.csv'))).toBe(true)
  })

  it('task files are signed by the key of the data folder, the same in every run', async () => {
    const path = writeForeignBook(join(folder, '名录.xlsx'), { 名录: [['统一社会信用代码', '机构名称'], [madeUpCode(1), '甲示例'], [madeUpCode(2), '乙示例']] })
    await runs(register, { files: ['import', path], pack: 'annual-2026' })
    const out = join(folder, 'out')
    expect(await runs(register, { files: ['issue'], out })).toMatchObject({ status: 0, answers: [{ files: 2, folder: out }], said: [] })
    const first = (await runs(status, {})).answers[0]?.['fingerprint']
    const shown = await runs(key, { files: ['show'] })
    expect(shown).toMatchObject({ status: 0, answers: [{ fingerprint: first, recipient: expect.stringMatching(/^age1/) }] })
    const task = readLetter(readFileSync(join(out, readdirSync(out)[0] ?? '')))
    expect(task).toMatchObject({ ok: true, value: { letter: { kind: 'task', recipient: shown.answers[0]?.['recipient'] } } })
    expect((await runs(key, { files: ['make'] })).status).toBe(2)
    await runs(register, { files: ['issue'], out, unit: madeUpUnit(2) })
    expect((await runs(status, {})).answers[0]?.['fingerprint']).toBe(first)
    expect(readdirSync(out)).toHaveLength(3)
    expect(existsSync(join(folder, 'data', 'keys', 'regulator.key'))).toBe(true)
    expect(existsSync(join(folder, 'data', '台账.json'))).toBe(false)
  })

  it('a key is made and shown by command before any task is issued', async () => {
    await runs(register, { files: ['import', writeForeignBook(join(folder, '名录.xlsx'), { 名录: [['统一社会信用代码', '机构名称'], [madeUpCode(1), '甲示例']] })], pack: 'annual-2026' })
    expect(await runs(key, { files: ['show'] })).toMatchObject({ status: 2, answers: [], said: [expect.stringContaining('还没有监管部门的密钥')] })
    const made = await runs(key, { files: ['make'] })
    expect([made.status, (await runs(key, { files: ['show'] })).answers]).toEqual([0, made.answers])
    expect((await runs(key, { files: ['burn'] })).status).toBe(64)
  })

  it('wrong use is status 64; a ledger that is not there is not made by looking at it', async () => {
    for (const given of [{ ledger: null, files: ['missing'] }, { files: ['import'] }, { files: ['issue'] }, { files: ['burn'] }, { files: ['missing'], region: 'x' }]) {
      expect((await runs(register, given)).status).toBe(64)
    }
    for (const one of [await runs(status, { pack: 'annual-2026' }), await runs(register, { files: ['missing'] })]) expect([one.status, one.answers, one.said[0]]).toEqual([2, [], expect.stringContaining('这里没有台账')])
  })
})
