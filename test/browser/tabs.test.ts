import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { build } from 'tsup'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHub, createTokens } from 'handback/hub'
import { nodeHandler } from 'handback/hub/node'
import { gates, scripted } from 'handback/providers/scripted'
import { memoryStore } from 'handback/stores/memory'
import { launchChromium } from './chromium.ts'
import type { TabUnderTest } from './tabs-page.ts'

declare const tab: TabUnderTest

/** What a new leader may take, in ms. */
const SOON = 5_000

let browser: Browser
let script: string

beforeAll(async () => {
  browser = await launchChromium()
  const outDir = mkdtempSync(join(tmpdir(), 'handback-tabs-'))
  const entry = { page: fileURLToPath(new URL('tabs-page.ts', import.meta.url)) }
  // one file is served
  const one = { splitting: false, dts: false, silent: true } as const
  await build({ config: false, entry, outDir, format: 'esm', platform: 'browser', target: 'es2022', noExternal: [/.*/], ...one })
  script = readFileSync(join(outDir, 'page.js'), 'utf8')
  rmSync(outDir, { recursive: true })
})
afterAll(() => browser?.close())

/** A hub on loopback, which is a secure context, that knows how many streams are open and were opened. */
async function site() {
  const at = gates()
  const last = at.gate('last')
  let answers = 0
  const hub = createHub({
    store: memoryStore(),
    tokens: createTokens(crypto.getRandomValues(new Uint8Array(32))),
    provider: scripted(({ messages }) => (JSON.stringify(messages.at(-1)).includes('Later') ? [last, 'The later answer'] : [`Answer ${(answers += 1)}`])),
    origins: ['null'],
  })
  const handle = nodeHandler(hub)
  const streams = { open: 0, opened: 0 }
  const requests: string[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://hub').pathname
    requests.push(path)
    if (path === '/page.js') {
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('content-type', 'text/javascript').end(script)
    } else if (path === '/sandbox') {
      response.setHeader('content-type', 'text/html').end('<!doctype html><iframe sandbox="allow-scripts" src="/"></iframe>')
    } else if (path === '/') {
      response.setHeader('content-type', 'text/html').end('<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>')
    } else {
      if (path === '/handback/stream' && request.method === 'GET') {
        streams.open += 1
        streams.opened += 1
        response.on('close', () => (streams.open -= 1))
      }
      if (!handle(request, response)) response.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const context = await browser.newContext()
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    base,
    streams,
    requests,
    context,
    later: () => at.open('last'),
    async page(path = '/'): Promise<Page> {
      const page = await context.newPage()
      await page.goto(base + path)
      if (path === '/') await page.waitForFunction('globalThis.tab')
      return page
    },
    async stop() {
      await context.close()
      await hub.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

type Site = Awaited<ReturnType<typeof site>>

const say = (page: Page | Frame, text: string): Promise<unknown> => page.evaluate((words) => tab.chat.sendMessage(words), text)
const sees = (page: Page | Frame, text: string, timeout = SOON): Promise<unknown> =>
  page.waitForFunction((words) => tab.bubbles().includes(words), text, { timeout, polling: 20 })
const live = (page: Page, timeout = SOON): Promise<unknown> =>
  page.waitForFunction(() => tab.chat.$connection.get() === 'live', undefined, { timeout, polling: 20 })
const bubbles = (page: Page | Frame): Promise<string[]> => page.evaluate(() => tab.bubbles())

/** Two tabs in one conversation; the first leads. */
async function two({ page }: Site): Promise<readonly [leader: Page, follower: Page]> {
  const leader = await page()
  await say(leader, 'Hello')
  await sees(leader, 'assistant Answer 1')
  const follower = await page()
  await follower.evaluate(() => tab.chat.resume())
  await live(follower)
  await sees(follower, 'assistant Answer 1')
  return [leader, follower]
}

/** Stops a tab's scripts, and shows it by a counter that stands still while the other tab's runs. Returns the way back. */
async function freeze(context: BrowserContext, page: Page, other: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => tab.count('frozen'))
  await other.evaluate(() => tab.count('running'))
  const session = await context.newCDPSession(page)
  await session.send('Debugger.enable')
  const paused = new Promise((resolve) => session.once('Debugger.paused', resolve))
  await session.send('Debugger.pause')
  await paused
  const read = () => other.evaluate(() => [localStorage.getItem('frozen'), localStorage.getItem('running')])
  await expect.poll(async () => Number((await read())[1])).toBeGreaterThan(5)
  const before = await read()
  await expect.poll(async () => Number((await read())[1])).toBeGreaterThan(Number(before[1]) + 20)
  expect((await read())[0]).toBe(before[0])
  return async () => {
    await session.send('Debugger.resume')
    await session.detach()
    await expect.poll(async () => Number((await read())[0])).toBeGreaterThan(Number(before[0]))
  }
}

describe('two tabs of one browser profile', () => {
  it('share one stream, and what one writes is in both', async () => {
    const world = await site()
    const [leader, follower] = await two(world)
    expect(world.streams).toEqual({ open: 1, opened: 1 })
    await say(follower, 'From the follower')
    for (const page of [leader, follower]) {
      await sees(page, 'sent From the follower')
      await page.waitForFunction(() => tab.bubbles().length === 4)
      expect(await page.evaluate(() => [tab.doubled, tab.errors])).toEqual([[], []])
    }
    expect(world.streams).toEqual({ open: 1, opened: 1 })
    await leader.evaluate(() => tab.chat.reset())
    await follower.waitForFunction(() => tab.chat.$state.get().conversation === null && tab.bubbles().length === 0)
    await expect.poll(() => world.streams.open).toBe(0)
    await world.stop()
  })

  it('have a new leader in less than five seconds when the leading tab is closed, and miss nothing', async () => {
    const world = await site()
    const [leader, follower] = await two(world)
    await say(leader, 'Later, please')
    await sees(follower, 'sent Later, please')
    const began = performance.now()
    await leader.close()
    await expect.poll(() => world.streams.opened).toBe(2)
    await live(follower)
    world.later()
    await sees(follower, 'assistant The later answer')
    expect(performance.now() - began).toBeLessThan(SOON)
    expect(world.streams.open).toBe(1)
    expect(await bubbles(follower)).toEqual(['sent Hello', 'assistant Answer 1', 'sent Later, please', 'assistant The later answer'])
    await world.stop()
  })

  it('have a new leader in less than five seconds when the leading tab freezes; thawed, it follows, and nothing is there twice', async () => {
    const world = await site()
    const [leader, follower] = await two(world)
    const thaw = await freeze(world.context, leader, follower)
    const began = performance.now()
    await say(follower, 'While it is frozen')
    await sees(follower, 'sent While it is frozen')
    await sees(follower, 'assistant Answer 2')
    expect(performance.now() - began).toBeLessThan(SOON)
    expect(world.streams.opened).toBe(2)
    await thaw()
    await expect.poll(() => world.streams.open, { timeout: SOON }).toBe(1)
    await live(leader)
    await say(leader, 'Back again')
    const all = ['sent Hello', 'assistant Answer 1', 'sent While it is frozen', 'assistant Answer 2', 'sent Back again', 'assistant Answer 3']
    for (const page of [leader, follower]) {
      await page.waitForFunction(() => tab.bubbles().length === 6)
      expect(await bubbles(page)).toEqual(all)
    }
    expect(world.streams).toEqual({ open: 1, opened: 2 })
    await world.stop()
  })
})

describe('a quiet start', () => {
  it('stores and requests nothing before the first message, which goes to IndexedDB and survives a reload', async () => {
    const world = await site()
    const page = await world.page()
    await page.evaluate(() => tab.chat.resume())
    const other = await world.page()
    const kept = () => page.evaluate(async () => [Object.keys({ ...localStorage }), (await indexedDB.databases()).map(({ name }) => name)])
    expect(await kept()).toEqual([[], []])
    expect(world.requests.filter((path) => path.startsWith('/handback'))).toEqual([])
    await say(page, 'Hello')
    await sees(page, 'assistant Answer 1')
    // the other tab, which was idle, has joined it
    await sees(other, 'assistant Answer 1')
    expect(world.streams).toEqual({ open: 1, opened: 1 })
    expect(await kept()).toEqual([['handback', 'session'], ['handback']])
    expect(await page.evaluate(() => localStorage.getItem('handback'))).toBe('{"in":"indexeddb"}')
    await other.close()
    await page.reload()
    await page.waitForFunction('globalThis.tab')
    await page.evaluate(() => tab.chat.resume())
    await sees(page, 'assistant Answer 1')
    await page.evaluate(() => tab.chat.reset())
    expect((await kept())[0]).toEqual(['session'])
    await world.stop()
  })
})

describe('a frame whose storage is denied', () => {
  it('holds its conversation in memory, and says so once', async () => {
    const world = await site()
    const page = await world.page('/sandbox')
    const [, frame] = page.frames()
    if (!frame) throw new Error('There is no frame.')
    await frame.waitForFunction('globalThis.tab')
    await frame.evaluate(() => tab.chat.resume())
    await say(frame, 'Hello')
    await sees(frame, 'assistant Answer 1')
    await say(frame, 'More')
    await frame.waitForFunction(() => tab.bubbles().length === 4)
    expect(await frame.evaluate(() => tab.errors)).toEqual(['client/storage'])
    await world.stop()
  })
})
