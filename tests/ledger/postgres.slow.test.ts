import { execFileSync } from 'node:child_process'
import { createConnection, createServer, type Socket } from 'node:net'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { LedgerFailure } from '../../electron/ledger/failure.ts'
import { createLedger, openLedger, type Ledger, type LedgerOptions } from '../../electron/ledger/ledger.ts'
import { Bureau } from '../support/bureau.ts'
import { good } from '../support/desk.ts'
import { testNow } from '../support/ledger.ts'
import { describeNeeding } from '../support/needs.ts'
import { Office } from '../support/office.ts'
import { psql, startCluster, stopCluster } from '../support/postgres.ts'
import { sealedUnit, unitOf } from '../support/submissions.ts'

/** A server of its own, so that it may be stopped and its rules changed: passwords on the socket, TLS on a port of the loopback. */
describeNeeding(['postgresql'], 'a ledger on a server', () => {
  let folder = ''
  let socket = ''
  let port = 0
  const open: Ledger[] = []
  const options: LedgerOptions = { now: () => testNow, userName: () => '示例审核员', dataDir: mkdtempSync(join(tmpdir(), 'jianbao-ledger-')) }
  const at = (user: string, more = ''): string => `postgres://${user}@/postgres?host=${encodeURIComponent(socket)}&port=${port}${more}`
  const asOwner = (statements: string): string => psql(socket, statements, port)
  const kept = (ledger: Ledger): Ledger => { open.push(ledger); return ledger }
  const opens = async (user: string, more = ''): Promise<Ledger> => kept(good(await openLedger({ postgres: at(user, more) }, options)))
  const made = async (schema: string): Promise<string> => {
    kept(good(await createLedger({ postgres: at('jianbao', `&schema=${schema}`) }, options, { bureau: '示例局' })))
    return `&schema=${schema}`
  }
  const cutAll = (): string => asOwner(`select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'jianbao'`)

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jianbao-pg-'))
    port = 20_000 + (process.pid % 20_000)
    const [key, cert] = [join(folder, 'k.pem'), join(folder, 'c.pem')]
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' })
    if (process.getuid?.() === 0) execFileSync('chown', ['postgres:postgres', key])
    chmodSync(key, 0o600)
    startCluster(folder, `-c listen_addresses=127.0.0.1 -c port=${port} -c ssl=on -c ssl_cert_file=${cert} -c ssl_key_file=${key}`)
    socket = join(folder, 's')
  })
  afterEach(() => { for (const ledger of open.splice(0)) ledger.close() })
  afterAll(() => { stopCluster(folder); rmSync(options.dataDir, { recursive: true, force: true }) })

  it('nothing is made by opening; making twice is refused; two makers at once make one', async () => {
    expect(await openLedger({ postgres: at('jianbao', '&schema=empty_one') }, options)).toMatchObject({ ok: false, problem: { code: 'ledger-missing' } })
    await made('twice')
    expect(await createLedger({ postgres: at('jianbao', '&schema=twice') }, options, { bureau: 'x' })).toMatchObject({ ok: false, problem: { code: 'ledger-exists' } })
    const both = await Promise.all([1, 2].map(() => openLedger({ postgres: at('jianbao', '&schema=both') }, { ...options, make: true })))
    for (const one of both) kept(good(one))
    asOwner(`update twice.ledger_info set value = '99' where key = 'schema'`)
    expect(await openLedger({ postgres: at('jianbao', '&schema=twice') }, options)).toMatchObject({ ok: false, problem: { code: 'ledger-newer', params: { version: 99 } } })
  })

  it('a connection that breaks between two calls is made again, and reads do not notice', async () => {
    const more = await made('cut')
    const ledger = await opens('jianbao', more)
    await ledger.learn({ region: '50' })
    cutAll()
    expect(await ledger.sql.get('select value from ledger_info where key = ?', ['region'])).toEqual({ value: '50' })
    expect(ledger.lost()).toBe(false)
  })

  it('a connection that breaks inside a transaction leaves nothing of it, says so, and the next call works', async () => {
    const more = await made('half')
    const ledger = await opens('jianbao', more)
    const broken = ledger.sql.write(async w => {
      await w.run('insert into reviewer (name, role, since) values (?, ?, ?)', ['半截', 'reviewer', '2027'])
      cutAll()
      await w.run('insert into reviewer (name, role, since) values (?, ?, ?)', ['另半截', 'reviewer', '2027'])
    })
    await expect(broken).rejects.toThrow(LedgerFailure)
    await expect(broken).rejects.toMatchObject({ problem: { code: 'ledger-lost' } })
    expect(ledger.lost()).toBe(true)
    expect(await ledger.sql.all('select name from reviewer')).toEqual([])
    await ledger.sql.write(w => w.run('insert into reviewer (name, role, since) values (?, ?, ?)', ['整个', 'reviewer', '2027']))
    expect(await ledger.sql.all('select name from reviewer')).toEqual([{ name: '整个' }])
    expect(ledger.lost()).toBe(false)
  })

  it('a line that breaks while a transaction is being confirmed: it is done or it is not, and the caller is told which', async () => {
    const more = await made('confirm')
    for (const reaches of [true, false]) {
      const proxy = await cuttingProxy(join(socket, `.s.PGSQL.${port}`), reaches)
      const ledger = kept(good(await openLedger({ postgres: `postgres://jianbao@/postgres?host=${encodeURIComponent(proxy.folder)}${more}` }, options)))
      proxy.arm()
      const put = ledger.sql.write(w => w.run('insert into reviewer (name, role, since) values (?, ?, ?)', [String(reaches), 'reviewer', '2027']))
      if (reaches) expect(await put).toBe(1)
      else await expect(put).rejects.toMatchObject({ problem: { code: 'ledger-lost' } })
      expect(asOwner('select name from confirm.reviewer')).toBe('true')
      ledger.close()
      proxy.close()
    }
  })

  it('while the server is away the window shows what was known, and says so; then all goes on', async () => {
    const office = new Office()
    const proxy = await cuttingProxy(join(socket, `.s.PGSQL.${port}`), true)
    const place = { postgres: `postgres://jianbao@/postgres?host=${encodeURIComponent(proxy.folder)}&schema=away` }
    await office.asks('ledger.create', { place, region: '500106', bureau: '示例局', pack: 'annual-2026' })
    await office.registers(2)
    const state = await office.asks('ledger.state', {})
    expect(state).toMatchObject({ lost: false, counts: { due: 2 }, name: 'postgres.away' })
    expect(JSON.stringify(state)).not.toContain('password')
    proxy.pause(true)
    expect(await office.asks('ledger.state', {})).toEqual({ ...state, lost: true })
    expect(await office.isRefused('ledger.use', { pack: 'annual-2025' })).toMatchObject({ code: 'ledger-lost' })
    proxy.pause(false)
    expect(await office.asks('ledger.state', {})).toEqual(state)
    office.restarts()
    expect(await office.asks('ledger.state', {})).toEqual(state)
    office.leaves()
    proxy.close()
  })

  it('the server\'s rights decide what somebody may do, and the record only grows', async () => {
    const more = await made('rights')
    asOwner('create role kan login in role jianbao_viewer; create role shen login in role jianbao_reviewer; create role fa login in role jianbao_issuer')
    const [viewer, reviewer, issuer] = [await opens('kan', more), await opens('shen', more), await opens('fa', more)]
    expect([viewer, reviewer, issuer].map(ledger => ledger.hand().role)).toEqual(['viewer', 'reviewer', 'issuer'])
    const decide = (ledger: Ledger) => ledger.sql.write(w => w.insert('insert into decision (kind, by_name, at, reason, detail) values (?, ?, ?, ?, ?)', ['accept', 'x', '2027', '', '']))
    await expect(decide(viewer)).rejects.toMatchObject({ problem: { code: 'ledger-role' } })
    expect(await decide(reviewer)).toBeGreaterThan(0)
    await expect(reviewer.sql.write(w => w.run('delete from decision'))).rejects.toMatchObject({ problem: { code: 'ledger-role' } })
    await expect(issuer.sql.write(w => w.run('update decision set reason = ?', ['改']))).rejects.toMatchObject({ problem: { code: 'ledger-role' } })
    const register = (ledger: Ledger) => ledger.sql.write(w => w.insertMany('register_change', ['unit_id', 'at', 'by_name', 'effective', 'field', 'old', 'now', 'reason'], [['u', '2027', 'x', '2027', '', '', '', '']]))
    await expect(register(reviewer)).rejects.toMatchObject({ problem: { code: 'ledger-role' } })
    await register(issuer)
    expect(asOwner(`select has_table_privilege('kan', 'rights.submission', 'insert')`)).toBe('f')
  })

  it('a reviewer\'s first return slip waits for the key of who issues, and goes out once it is loaded', async () => {
    const [chief, reviewer] = [new Bureau('示例科长'), new Bureau('示例审核员')]
    asOwner('create role keyless login in role jianbao_reviewer')
    await chief.makesLedger({ postgres: at('jianbao', '&schema=keyless') })
    await chief.expects(unitOf(1))
    await reviewer.opensLedger({ postgres: at('keyless', '&schema=keyless') })
    const path = join(reviewer.folder, 'a.xlsx')
    writeFileSync(path, sealedUnit({ n: 1 }).bytes)
    const { submission } = await reviewer.takes(path)
    await reviewer.puts(submission, 'client_cnt', '请核对。')
    const slip = { submission, reason: '有 1 处要核对', due: '2027-03-25', folder: reviewer.out }
    expect(await reviewer.isRefused('review.return', slip)).toMatchObject({ code: 'ledger-key-first' })
    expect((await reviewer.opens(submission)).line).toMatchObject({ state: 'in_review', queries: { draft: 1 } })
    const file = join(chief.folder, '监管密钥.key')
    expect(await reviewer.isRefused('ledger.key', { do: 'make' })).toMatchObject({ code: 'ledger-role' })
    await chief.asks('ledger.key', { do: 'make' })
    await chief.asks('ledger.key', { do: 'save', path: file, passphrase: '示例口令' })
    expect(await reviewer.isRefused('review.return', slip)).toMatchObject({ code: 'ledger-key' })
    await reviewer.asks('ledger.key', { do: 'load', path: file, passphrase: '示例口令' })
    expect((await reviewer.asks('review.return', slip)).view.line.state).toBe('returned')
    for (const one of [chief, reviewer]) one.leaves()
  }, 60_000)

  it('a wrong password, a missing database, nobody there and a wrong address each get their sentence', async () => {
    asOwner(`create role mima login password 'right'`)
    const data = join(folder, 'data', 'pg_hba.conf')
    const before = readFileSync(data, 'utf8')
    writeFileSync(data, `local all mima scram-sha-256\nhostssl all all 127.0.0.1/32 scram-sha-256\nhostnossl all all 127.0.0.1/32 reject\n${before}`)
    asOwner('select pg_reload_conf()')
    const code = async (postgres: string, password?: string) => {
      const opened = await openLedger({ postgres, ...(password === undefined ? {} : { password }) }, options)
      return opened.ok ? 'open' : opened.problem.code
    }
    for (let n = 0; n < 50 && await code(at('mima')) !== 'ledger-password'; n++) await new Promise(resolve => setTimeout(resolve, 50))
    expect(await code(at('mima'))).toBe('ledger-password')
    expect(await code(at('mima'), 'wrong')).toBe('ledger-password')
    expect(await code(at('mima', '&schema=empty_one'), 'right')).toBe('ledger-missing')
    const file = join(folder, 'pass')
    writeFileSync(file, `localhost:${port}:*:mima:ri\\ght\n`, { mode: 0o600 })
    process.env['PGPASSFILE'] = file
    expect(await code(at('mima', '&schema=empty_one'))).toBe('ledger-missing')
    delete process.env['PGPASSFILE']
    expect(await code(at('jianbao').replace('/postgres?', '/nowhere?'))).toBe('ledger-server')
    expect(await code('postgres://x@/db?host=/nonexistent')).toBe('ledger-server')
    for (const wrong of ['postgres://[', 'postgres://h/d?sslmode=maybe', 'postgres://h/d?schema=A;b', 'postgres://h/d?sslrootcert=/nonexistent']) expect(await code(wrong)).toBe('ledger-address')
  })

  it('over TLS the server must prove itself; without its certificate nobody talks to it', async () => {
    const code = async (more: string) => {
      const opened = await openLedger({ postgres: `postgres://mima:right@localhost:${port}/postgres${more}` }, options)
      return opened.ok ? 'open' : opened.problem.code
    }
    const cert = `sslrootcert=${encodeURIComponent(join(folder, 'c.pem'))}`
    expect(await code(`?sslmode=verify-full&${cert}&schema=empty_one`)).toBe('ledger-missing')
    expect(await code('?sslmode=require&schema=empty_one')).toBe('ledger-missing')
    expect(await code('?sslmode=verify-full')).toBe('ledger-tls')
    expect(await code(`?sslmode=verify-full&host=127.0.0.1&${cert}`)).toBe('ledger-tls')
    expect(await code('?sslmode=disable')).toBe('ledger-tls')
  })
})

/** A socket before the server's which, once armed, cuts the line at the next `commit`: after it went through, or before. */
async function cuttingProxy(target: string, reaches: boolean): Promise<{ readonly folder: string; readonly arm: () => void; readonly pause: (away: boolean) => void; readonly close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-cut-'))
  let [armed, away] = [false, false]
  const lines = new Set<Socket>()
  const server = createServer(client => {
    if (away) { client.destroy(); return }
    lines.add(client)
    const up = createConnection(target)
    let cut = false
    up.on('data', data => { if (!cut) client.write(data) })
    for (const [one, other] of [[client, up], [up, client]] as const) one.on('error', () => other.destroy()).on('close', () => { if (!cut) other.destroy() })
    client.on('data', data => {
      if (!armed || !data.includes('commit')) { up.write(data); return }
      armed = false
      cut = true
      if (reaches) up.write(data, () => { setTimeout(() => { client.destroy(); up.end() }, 200) })
      else { client.destroy(); up.destroy() }
    })
  })
  await new Promise<void>(resolve => { server.listen(join(folder, '.s.PGSQL.5432'), resolve) })
  return { folder, arm: () => { armed = true }, pause: gone => { away = gone; for (const line of lines) line.destroy(); lines.clear() }, close: () => { server.close(); rmSync(folder, { recursive: true, force: true }) } }
}
