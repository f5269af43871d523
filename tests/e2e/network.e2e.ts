import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forget, launch, type Running } from './support/app.ts'

let running: Running
let server: Server
let address = ''
let reached = 0

beforeAll(async () => {
  server = createServer((_request, response) => { reached += 1; response.end('reached') })
  server.on('connection', () => { reached += 1 })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  running = await launch()
}, 120_000)
afterAll(async () => {
  await running.stop()
  server.close()
  forget(running.dataDir)
})

describe('nothing leaves the machine', () => {
  it('refuses what a page could try: fetch, image, frame, beacon, socket, window, navigation', async () => {
    const before = running.page.url()
    const answers = await running.page.evaluate(async (url) => {
      const image = await new Promise((done) => { const img = new Image(); img.onload = () => done('loaded'); img.onerror = () => done('refused'); img.src = `${url}x.png` })
      const fetched = await fetch(url).then(() => 'loaded', () => 'refused')
      const socket = await new Promise((done) => {
        try { const ws = new WebSocket(url.replace('http', 'ws')); ws.onopen = () => done('loaded'); ws.onerror = () => done('refused') } catch { done('refused') }
      })
      navigator.sendBeacon(url, 'x')
      const frame = document.createElement('iframe'); frame.src = url; document.body.append(frame)
      const opened = window.open(url) === null ? 'refused' : 'loaded'
      setTimeout(() => { location.href = url }, 50)
      return { image, fetched, socket, opened }
    }, address)
    await running.page.waitForTimeout(1500)
    expect(answers).toEqual({ image: 'refused', fetched: 'refused', socket: 'refused', opened: 'refused' })
    expect(running.page.url()).toBe(before)
    expect(reached).toBe(0)
  }, 60_000)

  it('refuses requests of the main process session too', async () => {
    const answer = await running.app.evaluate(({ net }, url) => net.fetch(url).then(() => 'loaded', () => 'refused'), address)
    expect(answer).toBe('refused')
    expect(reached).toBe(0)
  })

  it('grants no permission, no Node and only our bridge to the page', async () => {
    const seen = await running.page.evaluate(async () => ({
      node: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      bridge: Object.keys((globalThis as unknown as { api: object }).api).toSorted(),
      notifications: await Notification.requestPermission(),
    }))
    expect(seen).toEqual({ node: 'undefined', process: 'undefined', bridge: ['call', 'dialog', 'pathOf', 'platform'], notifications: 'denied' })
  })

  it('checks the channel and the arguments of every message', async () => {
    const answers = await running.page.evaluate(async () => {
      const api = (globalThis as unknown as { api: { call: (c: string, a: unknown) => Promise<{ ok: boolean; problem?: { code: string } }> } }).api
      const tries: [string, unknown][] = [['no.such', {}], ['filing.open', { filing: 'x' }], ['filing.open', { filing: 1, extra: 1 }], ['__proto__', {}], ['app.settings', { zoom: 7 }]]
      return Promise.all(tries.map(async ([channel, args]) => (await api.call(channel, args)).problem?.code))
    })
    expect(answers).toEqual(['usage', 'usage', 'usage', 'usage', 'usage'])
  })
})
