import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchChromium } from './chromium.ts'
import { complaints } from './rig.ts'
import type { TabHubUnderTest } from './tab-hub-page.ts'

declare const tab: TabHubUnderTest

/** How soon another tab serves, in ms. */
const NEXT = 1_000
/** How soon clients are live with it. */
const SOON = 5_000
/** How soon another tab takes the place of one that answers nobody, in ms. */
const PATIENCE = 7_000

let browser: Browser
let base: string
/** The files that the page is made of. */
let bundled: readonly string[]
const server = createServer()
const html = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>'
/** A tab, and what it complained of. */
type Tab = Page & { readonly troubles: string[] }

beforeAll(async () => {
  browser = await launchChromium()
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('tab-hub-page.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    write: false,
    metafile: true,
  })
  bundled = Object.keys(metafile.inputs)
  const script = outputFiles[0]?.text ?? ''
  server.on('request', (request, response) => {
    if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script)
    else response.setHeader('content-type', 'text/html').end(html)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await browser?.close()
  server.closeAllConnections()
  server.close()
})

/** A browser profile and its tabs. */
async function profile() {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  return {
    context,
    async page(): Promise<Tab> {
      const page = await context.newPage()
      const troubles = complaints(page)
      await page.goto(base)
      await page.waitForFunction('globalThis.tab')
      return Object.assign(page, { troubles })
    },
  }
}

const waits = (page: Page, condition: string, timeout = SOON): Promise<unknown> =>
  page.waitForFunction(condition, undefined, { timeout, polling: 20 })
const serves = (page: Page, timeout = SOON): Promise<unknown> => waits(page, 'tab.serves()', timeout)
const say = (page: Page, text: string): Promise<unknown> => page.evaluate((words) => tab.chat.sendMessage(words), text)
const sees = (page: Page, bubble: string): Promise<unknown> => waits(page, `tab.bubbles().includes(${JSON.stringify(bubble)})`)
const reads = (page: Page, line: string): Promise<unknown> => waits(page, `tab.said().includes(${JSON.stringify(line)})`)

/** One tab serves, a visitor in another has asked for a person, an agent in a third has come. */
async function three() {
  const { page, context } = await profile()
  const [serving, visiting, agent] = [await page(), await page(), await page()]
  await serving.evaluate(() => tab.serve())
  await serves(serving)
  await visiting.evaluate(() => tab.serve())
  await agent.evaluate(() => tab.serve())
  await say(visiting, 'Hello')
  await sees(visiting, 'assistant Answer 1')
  await agent.evaluate(() => tab.signIn())
  await visiting.evaluate(() => tab.chat.requestHuman())
  await waits(agent, 'tab.queued() === 1')
  expect(await agent.evaluate(() => tab.claim())).toMatchObject({ ok: true })
  await agent.evaluate(() => tab.say('Sarah here'))
  await sees(visiting, 'agent Sarah here')
  await say(visiting, 'Hello Sarah')
  await reads(agent, 'visitor Hello Sarah')
  return { serving, visiting, agent, context }
}

/** What both sides have after the serving tab has gone, and nothing of it twice. */
async function goesOn({ visiting, agent }: { readonly visiting: Tab; readonly agent: Tab }) {
  await Promise.all([say(visiting, 'Are you there?'), agent.evaluate(() => tab.say('Still here'))])
  await reads(agent, 'visitor Are you there?')
  await sees(visiting, 'sent Are you there?')
  await sees(visiting, 'agent Still here')
  const [shown, read] = [await visiting.evaluate(() => tab.bubbles()), await agent.evaluate(() => tab.said())]
  const before = ['sent Hello', 'assistant Answer 1', 'agent Sarah here', 'sent Hello Sarah']
  expect(shown.slice(0, 4)).toEqual(before)
  expect(shown.slice(4).toSorted()).toEqual(['agent Still here', 'sent Are you there?'])
  expect(read).toEqual(shown.map((bubble) => bubble.replace('sent', 'visitor')))
  for (const page of [visiting, agent]) expect([await page.evaluate(() => [tab.doubled, tab.errors]), page.troubles]).toEqual([[[], []], []])
}

/** How long until one of these tabs serves, in ms. */
async function another(...pages: readonly Page[]): Promise<number> {
  const began = performance.now()
  await Promise.race(pages.map((page) => serves(page, PATIENCE)))
  const serving = await Promise.all(pages.map((page) => page.evaluate(() => tab.serves())))
  expect(serving.filter(Boolean)).toHaveLength(1)
  return performance.now() - began
}

describe('three tabs of one browser profile, one of which serves', () => {
  it('go on when that one is closed', async () => {
    const world = await three()
    await world.serving.close()
    expect(await another(world.visiting, world.agent)).toBeLessThan(NEXT)
    await goesOn(world)
  })

  it('go on when that one is reloaded', async () => {
    const world = await three()
    await world.serving.reload()
    expect(await another(world.visiting, world.agent)).toBeLessThan(NEXT)
    await goesOn(world)
  })

  it('go on when that one crashes, without a word', async () => {
    const world = await three()
    const crashed = new Promise((resolve) => world.serving.once('crash', resolve))
    const session = await world.context.newCDPSession(world.serving)
    // never answered: who would answer is gone
    void session.send('Page.crash').catch(() => undefined)
    await crashed
    expect(await another(world.visiting, world.agent)).toBeLessThan(NEXT)
    await goesOn(world)
  })

  it('go on when that one is stopped, and when it wakes up it serves no more', async () => {
    const world = await three()
    const session = await world.context.newCDPSession(world.serving)
    await session.send('Debugger.enable')
    const paused = new Promise((resolve) => session.once('Debugger.paused', resolve))
    await session.send('Debugger.pause')
    await paused
    expect(await another(world.visiting, world.agent)).toBeLessThan(PATIENCE)
    await goesOn(world)
    await session.send('Debugger.resume')
    await session.detach()
    await waits(world.serving, '!tab.serves()')
    const serving = await Promise.all([world.visiting, world.agent].map((page) => page.evaluate(() => tab.serves())))
    expect(serving.filter(Boolean)).toHaveLength(1)
    await say(world.visiting, 'And now?')
    await reads(world.agent, 'visitor And now?')
    expect(await world.serving.evaluate(() => tab.errors)).toEqual([])
  })

  it('go on when that one leaves and comes back out of turn, as a page from the cache does', async () => {
    const world = await three()
    await world.serving.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
    expect(await another(world.visiting, world.agent)).toBeLessThan(NEXT)
    await goesOn(world)
    for (const page of [world.visiting, world.agent]) await page.evaluate(() => tab.stop())
    await serves(world.serving, NEXT)
  })
})

it('the whole hub runs in a page, of which nothing is made for Node', () => {
  expect(bundled).toContain('src/hub/hub.ts')
  expect(bundled.filter((path) => path.includes('/pino/') || path.startsWith('node:'))).toEqual(['node_modules/pino/browser.js'])
})

describe('the IndexedDB store in a real browser', () => {
  it('keeps every law of the contract', async () => {
    const page = await (await profile()).page()
    const outcomes = await page.evaluate(() => tab.runKit())
    expect(outcomes.length).toBeGreaterThan(45)
    process.stdout.write(outcomes.map(([name, outcome]) => `  ${outcome === 'passed' ? '✓' : `✗ ${outcome}:`} ${name}\n`).join(''))
    expect(outcomes.filter(([, outcome]) => outcome !== 'passed')).toEqual([])
  })

  it('says store/full when the browser gives no more room, writes nothing by halves, and goes on with more', async () => {
    const { page: open, context } = await profile()
    const page = await open()
    const session = await context.newCDPSession(page)
    await session.send('Storage.overrideQuotaForOrigin', { origin: base, quotaSize: 4_000_000 })
    const { code, seq, header, events } = await page.evaluate(() => tab.fill())
    expect(code).toBe('store/full true')
    expect(seq).toBeGreaterThan(0)
    expect([header, events]).toEqual([seq, seq])
    await session.send('Storage.overrideQuotaForOrigin', { origin: base })
    await page.evaluate((at) => tab.appendMore(at), seq)
    await session.detach()
  })
})
