import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { browserFiles } from '../../src/hub/adapters/node.ts'
import { scripted } from '../../src/providers/scripted.ts'
import type { Visitor } from '../browser/rig.ts'
import { newVisitor } from '../browser/rig.ts'
import type { HandbackChatElement } from '../../src/widget/element.ts'
import { launchBrowser } from './browser.ts'
import type { FaultsHub } from './hub.ts'
import { startHub } from './hub.ts'
import { figures, until } from './waiting.ts'

const page = `<!doctype html>
<link rel="icon" href="data:,">
<script type="module" src="/handback/element.js"></script>
<handback-chat endpoint="/handback"></handback-chat>`

/** How long a lost connection is nobody's business, in ms. */
const QUIET = 5_000

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** A visitor at the package's own widget, whose bot has answered once; everything ends with the test. */
async function answeredVisitor(): Promise<{ readonly hub: FaultsHub; readonly visitor: Visitor; readonly context: BrowserContext }> {
  const provider = scripted(({ messages }) => [`Answer to ${messages.filter(({ role }) => role === 'visitor').length}`])
  const files = browserFiles()
  const hub = await startHub({ provider }, (request, response) => {
    if (request.url !== '/') return files(request, response)
    response.setHeader('content-type', 'text/html').end(page)
    return true
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  onTestFinished(() => context.close())
  const visitor = await newVisitor(browser, `http://127.0.0.1:${hub.port}`, context)
  await visitor.open()
  await visitor.say('Before it is gone')
  await visitor.sees('Answer to 1')
  return { hub, visitor, context }
}

const sendingIsOver = (visitor: Visitor): Promise<void> => until(async () => (await visitor.chat.getByText('Sending').count()) === 0)

/** Fails unless each text is in the thread once, in this order, also on a page that begins anew. */
async function inOrder(visitor: Visitor, wanted: readonly string[]): Promise<void> {
  const check = async (): Promise<void> => {
    const thread = await visitor.thread()
    const places = wanted.map((text) => thread.flatMap((row, index) => (row.includes(text) ? [index] : [])))
    expect(places.every((found) => found.length === 1)).toBe(true)
    expect(places.flat()).toEqual(places.flat().toSorted((a, b) => a - b))
  }
  const answer = `Answer to ${wanted.length}`
  await visitor.sees(answer)
  await check()
  await visitor.page.reload()
  // it may have been open, and then opens by itself
  await visitor.page.evaluate(() => customElements.whenDefined('handback-chat'))
  await visitor.page.evaluate(() => document.querySelector<HandbackChatElement>('handback-chat')?.widget?.open())
  await visitor.sees(answer)
  await check()
}

describe('the widget of a visitor whose network is gone', () => {
  it('keeps what is written, and sends it once and in order when the network is back', async () => {
    const { visitor, context } = await answeredVisitor()
    // Chromium leaves open streams alone by this: only what is asked for anew fails
    await context.setOffline(true)
    const written = [1, 2, 3].map((number) => `In the tunnel ${number}`)
    for (const text of written) await visitor.say(text)
    await visitor.sees(/Sending/)
    const back = performance.now()
    await context.setOffline(false)
    await sendingIsOver(visitor)
    figures('offline for a moment', { 'all sent ms after it': performance.now() - back })
    await inOrder(visitor, ['Before it is gone', ...written])
  })

  it('says so after five seconds and not before, and no longer when the network is back', async () => {
    const { hub, visitor, context } = await answeredVisitor()
    const banner = visitor.chat.locator('[part~="banner"]')
    const gone = performance.now()
    await context.setOffline(true)
    hub.cut()
    const written = [1, 2, 3].map((number) => `In the long tunnel ${number}`)
    for (const text of written) await visitor.say(text)
    expect(await banner.count()).toBe(0)
    await banner.waitFor({ timeout: 20_000 })
    const told = performance.now() - gone
    const back = performance.now()
    await context.setOffline(false)
    await sendingIsOver(visitor)
    await until(async () => (await banner.count()) === 0)
    figures('offline for long', { 'banner after ms': told, 'all sent and no banner ms after it': performance.now() - back })
    expect(told).toBeGreaterThanOrEqual(QUIET)
    await inOrder(visitor, ['Before it is gone', ...written])
  })
})
