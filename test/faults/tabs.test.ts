import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { freeze } from './freeze.ts'
import { bubbles, inState, say, sees, startTabSite, wrong } from './tab-site.ts'
import { figures, until } from './waiting.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const connected = ['live', 'polling']

describe('seven tabs of one visitor', () => {
  it('share one connection; stopped, the leading one is replaced; going on again, it follows, and all show one thread', async () => {
    const site = await startTabSite(browser)
    const leader = await site.tab()
    await say(leader, 'Hello')
    await sees(leader, 'assistant Answer 1')
    const others = []
    for (let number = 2; number <= 7; number += 1) others.push(await site.tab())
    const [second, third] = others
    if (!second || !third) throw new Error('There are too few tabs.')
    for (const page of others) {
      await inState(page, connected)
      await sees(page, 'assistant Answer 1')
    }
    expect([site.hub.open(), site.hub.requests('/stream').length]).toEqual([1, 1])

    const frozen = await freeze(leader, second)
    const began = performance.now()
    await say(third, 'While it stands still')
    for (const page of others) await sees(page, 'assistant Answer 2')
    const replaced = performance.now() - began
    await frozen.thaw()
    await inState(leader, connected)
    await until(() => site.hub.open() === 1)
    await say(leader, 'Back again')
    const all = ['sent Hello', 'assistant Answer 1', 'sent While it stands still', 'assistant Answer 2', 'sent Back again', 'assistant Answer 3']
    for (const page of [leader, ...others]) {
      await sees(page, 'assistant Answer 3')
      await until(async () => (await bubbles(page)).every((bubble) => !bubble.startsWith('sending')))
      expect(await bubbles(page)).toEqual(all)
      expect((await wrong(page)).doubled).toEqual([])
    }
    figures('seven tabs, leader stopped', { 'answer in every other tab after ms': replaced, 'streams opened': site.hub.requests('/stream').length })
    expect(site.hub.open()).toBe(1)
    expect(replaced).toBeLessThan(5_000)
  }, 120_000)

  it('replace the leading one each time that it is closed, down to the last', async () => {
    const site = await startTabSite(browser)
    // whoever has asked for a stream last leads
    let leader: Page | undefined
    site.context.on('request', (request) => {
      if (request.url().includes('/handback/stream')) leader = request.frame().page()
    })
    let pages: Page[] = []
    for (let number = 1; number <= 7; number += 1) pages.push(await site.tab())
    const [first] = pages
    if (!first) throw new Error('There is no tab.')
    await say(first, 'Hello')
    for (const page of pages) await sees(page, 'assistant Answer 1')
    const times: number[] = []
    let answers = 1
    for (;;) {
      pages = pages.filter((page) => page !== leader)
      const [any] = pages
      if (!any) break
      const began = performance.now()
      await leader?.close()
      await say(any, `Without tab ${answers}`)
      answers += 1
      for (const page of pages) await sees(page, `assistant Answer ${answers}`)
      times.push(performance.now() - began)
      for (const page of pages) expect((await wrong(page)).doubled).toEqual([])
    }
    const opened = site.hub.requests('/stream').length
    figures('seven tabs, closed one by one', { 'answer ms after each': times.map(Math.round).join('/'), 'streams opened': opened })
    expect(times).toHaveLength(6)
    expect(opened).toBe(7)
    expect(Math.max(...times)).toBeLessThan(5_000)
  }, 120_000)
})
