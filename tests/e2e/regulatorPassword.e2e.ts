import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeNeeding } from '../support/needs.ts'
import { serverPrograms, startCluster, stopCluster } from '../support/postgres.ts'
import { forget, launch, type Running } from './support/app.ts'

const folder = mkdtempSync(join(tmpdir(), 'jb-pw-'))
const dataDir = join(folder, '数据')
const password = '口令 Secret-2027'
let running: Running

/** A key store of the desktop, as the program sees one; there is none where tests run. */
const putKeyStore = (): Promise<void> => running.app.evaluate(({ safeStorage }) => {
  const turned = (text: string): string => [...text].reverse().join('')
  Object.assign(safeStorage, {
    isEncryptionAvailable: () => true, getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text: string) => Buffer.from(`locked ${turned(text)}`), decryptString: (bytes: Buffer) => turned(bytes.toString('utf8').slice(7)),
  })
})
const sql = (text: string): Buffer => execFileSync(join(serverPrograms() ?? '', 'psql'), ['-h', join(folder, 's'), '-U', 'jianbao', '-d', 'postgres', '-c', text])
async function restarts(): Promise<void> {
  await running.stop()
  running = await launch({ dataDir })
  await running.page.setViewportSize({ width: 1366, height: 768 })
  await running.page.waitForSelector('[data-problem="ledger-password"]')
}

describeNeeding(['postgresql'], 'the password of a bureau’s server', () => {
  beforeAll(async () => {
    startCluster(folder)
    sql(`alter user jianbao password '${password}'`)
    const hba = join(folder, 'data', 'pg_hba.conf')
    writeFileSync(hba, readFileSync(hba, 'utf8').replaceAll(/trust$/gm, 'scram-sha-256'))
    execFileSync('kill', ['-HUP', readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''])
    running = await launch({ dataDir })
    await running.page.setViewportSize({ width: 1366, height: 768 })
    await running.page.click('[data-link="regulator"]')
    await running.page.waitForSelector('[data-first-ledger]')
  }, 180_000)
  afterAll(async () => {
    await running.stop()
    stopCluster(folder)
    forget(dataDir)
    rmSync(folder, { recursive: true, force: true })
  })

  it('without a key store is asked at each start, and nothing else: the server is still filled in', async () => {
    const { page } = running
    await page.click('[data-make-ledger]')
    await page.fill('#ledger-bureau', '示例市市场监督管理局')
    await page.getByRole('button', { name: 'PostgreSQL 服务器', exact: true }).click()
    await page.fill('#server-host', join(folder, 's'))
    await page.fill('#server-database', 'postgres')
    await page.fill('#server-user', 'jianbao')
    await page.selectOption('#server-tls', 'disable')
    await page.fill('#server-password', password)
    expect(await page.locator('[data-keep]').getAttribute('data-keep')).toBe('none')
    await page.locator('[data-ledger-make]:not([disabled])').click()
    await page.waitForSelector('[data-office-home]', { timeout: 60_000 })
    await restarts()
    await running.page.click('[data-ledger-password]')
    expect([await running.page.inputValue('#server-host'), await running.page.inputValue('#server-password')]).toEqual([join(folder, 's'), ''])
  }, 120_000)

  it('is kept by the key store where that is asked for, never as it is, and opens the ledger at the next start', async () => {
    await putKeyStore()
    const { page } = running
    // The key store is looked for whenever the server is another one.
    await page.fill('#server-port', '5433')
    await page.fill('#server-port', '5432')
    await page.waitForSelector('[data-keep="may"]')
    await page.fill('#server-password', password)
    await page.check('[data-keep-password]')
    await page.click('[data-server-open]')
    await page.waitForSelector('[data-office-home]', { timeout: 60_000 })
    const file = join(dataDir, '台账口令.json')
    await expect.poll(() => existsSync(file), { timeout: 10_000 }).toBe(true)
    expect(readFileSync(file, 'utf8')).not.toContain('Secret')
    await restarts()
    await putKeyStore()
    await running.page.click('[data-ledger-again]')
    await running.page.waitForSelector('[data-office-home]', { timeout: 60_000 })
  }, 120_000)

  it('that was changed on the server is forgotten and asked again', async () => {
    await restarts()
    execFileSync(join(serverPrograms() ?? '', 'psql'), ['-h', join(folder, 's'), '-U', 'jianbao', '-d', 'postgres', '-c', `alter user jianbao password 'other'`], { env: { ...process.env, PGPASSWORD: password } })
    await putKeyStore()
    await running.page.click('[data-ledger-again]')
    await expect.poll(() => existsSync(join(dataDir, '台账口令.json')), { timeout: 20_000 }).toBe(false)
    expect(await running.page.locator('[data-problem="ledger-password"]').count()).toBe(1)
  }, 120_000)
})
