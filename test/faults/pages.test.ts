import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTokens } from '../../src/hub/index.ts'
import type { TabUnderTest } from '../browser/tabs-page.ts'
import { startAgent } from './agent.ts'
import { launchBrowser } from './browser.ts'
import { bubbles, inState, say, sees, startTabSite, wrong } from './tab-site.ts'
import { figures, real, until } from './waiting.ts'

declare const tab: TabUnderTest

/** How long a page stands still, in ms: shorter than the watchdog's patience, and longer. */
const ASLEEP = real ? 50_000 : 4_000

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** How often this page came back from the back-forward cache. */
interface Kept {
  kept: number
}

/** Why it did not, as newer browsers tell. */
interface Navigation extends PerformanceNavigationTiming {
  readonly notRestoredReasons?: { readonly reasons?: readonly { readonly reason: string }[] }
}

const connected = ['live', 'polling']

/** Stops a page's scripts until `wake`. */
async function sleep(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Debugger.enable')
  const paused = new Promise((resolve) => session.once('Debugger.paused', resolve))
  // `pause` takes effect at the page's next statement
  await page.evaluate(() => void setInterval(() => undefined, 20))
  await session.send('Debugger.pause')
  await paused
  return async () => {
    await session.send('Debugger.resume')
    await session.detach()
  }
}

describe('a page in Chromium', () => {
  const cases = [
    { name: 'while another tab of the visitor goes on', others: 1 },
    { name: 'alone', others: 0 },
  ]
  const whole = 'is left and come back to, $name: its thread is whole, nothing is there twice, and there is one connection'
  it.for(cases)(whole, { timeout: 120_000 }, async ({ name, others }) => {
    const site = await startTabSite(browser)
    const page = await site.tab()
    await say(page, 'Hello')
    await sees(page, 'assistant Answer 1')
    await page.evaluate(() => {
      Object.assign(globalThis, { kept: 0 })
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) (globalThis as unknown as Kept).kept += 1
      })
    })
    const other = others > 0 ? await site.tab() : undefined
    const agent = await startAgent(site.hub)
    const all = ['sent Hello', 'assistant Answer 1']
    for (let round = 1; round <= 3; round += 1) {
      await page.evaluate(() => void setTimeout(() => location.assign('/elsewhere')))
      await page.waitForFunction(() => document.body.textContent === 'Elsewhere')
      await agent.say(`Meanwhile ${round}`)
      all.push(`agent Meanwhile ${round}`)
      if (other) await sees(other, `agent Meanwhile ${round}`)
      const began = performance.now()
      await page.evaluate(() => void setTimeout(() => history.back()))
      await page.waitForFunction('globalThis.tab')
      await page.evaluate(() => tab.chat.resume())
      await sees(page, `agent Meanwhile ${round}`)
      await inState(page, connected)
      const took = performance.now() - began
      const { kept, reasons } = await page.evaluate(() => {
        const [entry] = performance.getEntriesByType('navigation') as Navigation[]
        const reasons = (entry?.notRestoredReasons?.reasons ?? []).map(({ reason }) => reason).join(' ')
        return { kept: (globalThis as Partial<Kept>).kept ?? 0, reasons }
      })
      figures(`come back to, ${name}, ${round}`, { 'kept by the browser, times': kept, 'why not': reasons || '-', 'whole after ms': took })
      await until(() => site.hub.open() === 1 + agent.streams)
      await say(page, `Back ${round}`)
      all.push(`sent Back ${round}`)
      for (const shown of other ? [page, other] : [page]) {
        await sees(shown, `sent Back ${round}`)
        expect(await bubbles(shown)).toEqual(all)
        expect((await wrong(shown)).doubled).toEqual([])
      }
    }
  })

  it('works in memory where storage is denied, and says so once', async () => {
    const site = await startTabSite(browser)
    await site.context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('Access is denied for this document.', 'SecurityError')
          },
        })
      }
    })
    const page = await site.tab()
    await say(page, 'Hello')
    await sees(page, 'assistant Answer 1')
    await say(page, 'More')
    await sees(page, 'assistant Answer 2')
    const { doubled, errors } = await wrong(page)
    figures('storage denied', { state: await page.evaluate(() => tab.chat.$connection.get()), errors: errors.join(' ') })
    expect(await bubbles(page)).toEqual(['sent Hello', 'assistant Answer 1', 'sent More', 'assistant Answer 2'])
    expect({ doubled, errors }).toEqual({ doubled: [], errors: ['client/storage'] })
  })

  it('stands still for a while, and has everything soon after it goes on', async () => {
    const site = await startTabSite(browser)
    const page = await site.tab()
    await say(page, 'Hello')
    await sees(page, 'assistant Answer 1')
    await inState(page, connected)
    const wake = await sleep(page)
    // it asks for nothing and hears nothing while its stream is cut, and stays silent for as long as it sleeps
    site.hub.cut()
    const asleep = performance.now()
    const before = site.hub.requests('/stream').length
    await until(() => performance.now() - asleep > ASLEEP, ASLEEP + 5_000)
    expect(site.hub.requests('/stream')).toHaveLength(before)
    const began = performance.now()
    await wake()
    await say(page, 'Awake')
    await sees(page, 'assistant Answer 2')
    await inState(page, connected)
    figures('page stood still', { 'for ms': ASLEEP, 'question and answer after ms': performance.now() - began })
    expect(await bubbles(page)).toEqual(['sent Hello', 'assistant Answer 1', 'sent Awake', 'assistant Answer 2'])
    expect((await wrong(page)).doubled).toEqual([])
    expect(site.hub.open()).toBe(1)
  }, 120_000)

  it('wakes two hours later, when its token has ended: it gets another, and goes on in the same conversation', async () => {
    let later = 0
    const now = (): number => Date.now() + later
    const site = await startTabSite(browser, { now, tokens: createTokens(new Uint8Array(32).fill(3), { now }) })
    const page = await site.context.newPage()
    await page.clock.install()
    await page.goto(site.base)
    await page.waitForFunction('globalThis.tab')
    await page.evaluate(() => tab.chat.resume())
    await say(page, 'Hello')
    await sees(page, 'assistant Answer 1')
    await inState(page, connected)
    const sessions = site.hub.requests('/session').length
    const began = performance.now()
    later = 7_200_000
    await page.clock.fastForward(later)
    await until(() => site.hub.requests('/session').length > sessions)
    await inState(page, connected)
    await say(page, 'Two hours later')
    await sees(page, 'assistant Answer 2')
    figures('wakes two hours later', {
      'question and answer after ms': performance.now() - began,
      'tokens asked for': site.hub.requests('/session').length - sessions,
      'streams opened': site.hub.requests('/stream').length,
      errors: (await wrong(page)).errors.join(' '),
    })
    expect(await bubbles(page)).toEqual(['sent Hello', 'assistant Answer 1', 'sent Two hours later', 'assistant Answer 2'])
    expect((await wrong(page)).doubled).toEqual([])
    expect(site.hub.requests('/session').length - sessions).toBeLessThan(3)
  })
})
