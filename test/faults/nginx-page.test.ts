import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TabUnderTest } from '../browser/tabs-page.ts'
import { launchBrowser } from './browser.ts'
import { startNginx } from './nginx.ts'
import { bubbles, inState, say, sees, startTabSite, wrong } from './tab-site.ts'
import { figures } from './waiting.ts'

declare const tab: TabUnderTest

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe('a page whose stream is held by an nginx', () => {
  it('polls in under five seconds, and so does every later page of this origin at once', async () => {
    const site = await startTabSite(browser)
    const nginx = await startNginx({ upstream: site.hub.port, directives: ['proxy_ignore_headers X-Accel-Buffering'] })
    const base = `http://127.0.0.1:${nginx.port}`
    const page = await site.tab(base)
    const began = performance.now()
    await say(page, 'Hello')
    await inState(page, ['polling'])
    const first = performance.now() - began
    await sees(page, 'assistant Answer 1')
    expect(site.hub.requests('/stream')).toHaveLength(1)

    const times: number[] = []
    for (let load = 1; load <= 3; load += 1) {
      const loaded = performance.now()
      await page.reload()
      await page.waitForFunction('globalThis.tab')
      await page.evaluate(() => tab.chat.resume())
      await inState(page, ['polling'])
      times.push(performance.now() - loaded)
      await say(page, `After load ${load}`)
      await sees(page, `assistant Answer ${load + 1}`)
    }
    const tried = site.hub.requests('/stream').length
    const later = times.map(Math.round).join('/')
    figures('page behind an nginx that holds the stream', { 'fall-back ms': first, 'later pages ms': later, 'streams tried': tried })
    // the second is the one beside the first poll, by which the page knows
    expect(tried).toBeLessThanOrEqual(2)
    expect(await bubbles(page)).toHaveLength(8)
    expect((await wrong(page)).doubled).toEqual([])
    expect(first).toBeLessThan(5_000)
    expect(Math.max(...times)).toBeLessThan(first)
  }, 120_000)
})
