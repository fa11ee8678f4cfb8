import { scripted } from 'handback/providers/scripted'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'
import { PATIENCE } from './rig.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof hubInTest>>

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), hubInTest({ provider: scripted(() => ['I see.']) })])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** A page with a chat that is open from the beginning, in its place or over the page. */
async function opened(body: string, target: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } })
  onTestFinished(() => page.close())
  const code = `import { mount } from '/handback/widget.js'; window.widget = mount({ endpoint: '/handback', titleBadge: true, ${target} }); await widget.open(); window.chat = await widget.chat()`
  await page.route(`${site.base}/page`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>Page</title>${body}<script type="module">${code}</script>` }))
  await page.goto(`${site.base}/page`)
  await page.waitForFunction('window.chat')
  return page
}
const unread = (page: Page): Promise<unknown> => page.evaluate('[chat.$unread.get(), document.title]')
/** Asks by the page's own button, and waits until the answer is there, wherever the chat stands. */
const ask = (page: Page): Promise<unknown> =>
  page.evaluate(`(async () => {
    const before = chat.$messages.get().length
    await widget.sendMessage('Hello')
    await new Promise((resolve) => chat.$messages.subscribe((rows) => rows.length >= before + 2 && resolve()))
    for (let frames = 0; frames < 4; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  })()`)

const place = "layout: 'inline', target: document.querySelector('#place')"
it.each([
  ['far down a page', '<div style="height:2000px"></div><div id="place"></div>', place, "place.scrollIntoView()", 'scrollTo(0, 0)'],
  ['under the edge of the window, but for its header', '<div style="height:600px"></div><div id="place"></div>', place, 'scrollTo(0, 400)', 'scrollTo(0, 0)'],
  ['in a closed drawer', '<div id="drawer" hidden><div id="place"></div></div>', place, 'drawer.hidden = false', 'drawer.hidden = true'],
  ['far down a page, higher than the window', '<div style="height:2000px"></div><div id="place" style="height:4000px"></div>', place, 'place.scrollIntoView()', 'scrollTo(0, 0)'],
  ['hidden by the page', '<script type="module">await widget.hide()</script>', '', 'widget.show()', 'widget.hide()'],
  ['hidden by the page, on a telephone', '<script type="module">await widget.hide()</script>', '', 'widget.show()', 'widget.hide()'],
  ['that fills the window, hidden by the page', '<script type="module">await widget.hide()</script>', "layout: 'page'", 'widget.show()', 'widget.hide()'],
])('what comes to a chat %s stays unread until it is seen', async (where, body, target, show, hide) => {
  const page = await opened(body, target)
  if (where.endsWith('telephone')) await page.setViewportSize({ width: 390, height: 700 })
  for (const round of [1, 2]) {
    await page.evaluate(hide)
    // what the browser has to say of it is said with the next frames
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
    await ask(page)
    expect([round, await unread(page)]).toEqual([round, [1, '(1) Page']])
    await page.evaluate(show)
    await expect.poll(() => unread(page), { timeout: PATIENCE }).toEqual([0, 'Page'])
  }
  // and what comes while it is seen is read
  await ask(page)
  await expect.poll(() => unread(page), { timeout: PATIENCE }).toEqual([0, 'Page'])
})
