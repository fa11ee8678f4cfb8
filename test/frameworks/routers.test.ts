import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { example, startSite, visit } from './site.ts'
import type { Site } from './site.ts'

const require = createRequire(import.meta.url)
const routers = { turbo: require.resolve('@hotwired/turbo/dist/turbo.es2017-esm.js'), htmx: require.resolve('htmx.org/dist/htmx.js') }
type Router = keyof typeof routers

const mounted = '<script type="module" src="/chat.js"></script>'
const defined = '<script type="module" src="/handback/element.js"></script>'
/** What each tells when a page is there. */
const told = { turbo: 'turbo:load', htmx: 'htmx:after:settle' }
const kept = { turbo: 'data-turbo-permanent', htmx: 'hx-preserve' }
/** How the chat comes into the page: what stands in its head, and in its body. */
const ways: Readonly<Record<string, (router: Router) => readonly [head: string, body: string]>> = {
  'a script that mounts it': () => [mounted, ''],
  'the async snippet': () => ['<script async src="/handback/snippet.js" data-endpoint="/handback"></script>', ''],
  'an element in each page': () => [defined, '<handback-chat endpoint="/handback"></handback-chat>'],
  'an element that is kept': (router) => [defined, `<handback-chat id="chat" ${kept[router]} endpoint="/handback"></handback-chat>`],
}
const cases = (Object.keys(routers) as Router[]).flatMap((router) =>
  Object.entries(ways).map(([way, markup], index) => ({ router, way, markup: markup(router), folder: `/${router}-${index}` })),
)

/** Two pages of each kind, from the page of the examples. */
const pages = cases.flatMap(({ router, markup: [head, body], folder }) => {
  const first = example(`body-swap/${router}.html`)
    .replace(mounted, head)
    .replace('</body>', `${body}</body>`)
    .replaceAll('href="/', `href="${folder}/`)
  return [[`${folder}/first`, first], [`${folder}/second`, first.replace('<h1>First', '<h1>Second')]] as const
})

let browser: Browser
let site: Site
beforeAll(async () => {
  browser = await launchChromium()
  const own = ['trusted', 'chat'].map((name) => [`/${name}.js`, example(`body-swap/${name}.js`)] as const)
  const theirs = Object.entries(routers).map(([name, path]) => [`/${name}.js`, readFileSync(path, 'utf8')] as const)
  site = await startSite(new Map([...pages, ...own, ...theirs]), { markup: 'default', styles: "'nonce-page'" })
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** What listens to the page as a whole. */
async function listeners(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  const all: string[] = []
  for (const expression of ['window', 'document', 'document.documentElement', 'visualViewport']) {
    const { result } = await session.send('Runtime.evaluate', { expression })
    const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' })
    all.push(...found.listeners.map(({ type }) => `${expression} ${type}`))
  }
  await session.detach()
  return all.toSorted()
}

describe.each(cases)('a site with $router and $way', ({ router, folder }) => {
  it('has one chat on all pages, with its conversation, its draft and whether it is open', async () => {
    const { page, wrong, chat, launcher, ask, answered, widgets, close } = await visit(browser, `${site.base}${folder}/first`)
    await page.evaluate(() => {
      Object.assign(globalThis, { loaded: 'once' })
      // every other page is put in place a task later, as where a site has transitions: then Turbo's copy of the page that is left has all that stood in it
      let late = false
      addEventListener('turbo:before-render', (event) => {
        late = !late
        if (!late) return
        event.preventDefault()
        setTimeout((event as CustomEvent<{ resume(): void }>).detail.resume)
      })
    })
    const box = chat.getByRole('textbox', { name: 'Message' })
    /** Goes to a page, and comes back when the router says that it is there. */
    const go = async (name: string, move: () => Promise<unknown>): Promise<void> => {
      await page.evaluate((type) => {
        const { dataset } = document.documentElement
        delete dataset['there']
        addEventListener(type, () => (dataset['there'] = ''), { once: true })
      }, told[router])
      await move()
      await page.locator('html[data-there]').waitFor()
      await page.getByRole('heading', { name }).waitFor()
      expect(await widgets()).toBe(1)
    }
    const follow = (name: string): Promise<void> => go(name, () => page.getByRole('link', { name }).click())
    await launcher.click()
    await ask('Where is my card?')
    await answered()
    await box.fill('Half a draft')
    await follow('Second')
    await chat.waitFor()
    await answered()
    await expect.poll(() => box.inputValue()).toBe('Half a draft')
    const heard = await listeners(page)
    await go('First', () => page.goBack())
    await go('Second', () => page.goForward())
    await follow('First')
    await follow('Second')
    await expect.poll(() => box.inputValue()).toBe('Half a draft')
    await expect.poll(() => listeners(page)).toEqual(heard)
    await ask('And now?')
    await answered(2)
    expect(await chat.getByRole('log').locator('[part~=message]').count()).toBe(4)
    await page.keyboard.press('Escape')
    // left open
    await go('First', () => page.goBack())
    await launcher.waitFor()
    expect(await chat.isVisible()).toBe(false)
    expect(await page.evaluate(() => (globalThis as { loaded?: string }).loaded)).toBe('once')
    expect(wrong).toEqual([])
    await close()
  })
})

describe('a page that Turbo makes anew part by part', () => {
  it.each(['a script that mounts it', 'an element that is kept'])('keeps %s, and shows what has come', async (way) => {
    const folder = cases.find((known) => known.router === 'turbo' && known.way === way)?.folder
    const { page, wrong, chat, launcher, ask, answered, widgets, close } = await visit(browser, `${site.base}${folder}/first`)
    await launcher.click()
    await ask('Where is my card?')
    await answered()
    await page.route(`**${folder}/first`, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('<body>', '<body data-morphed>').replace('</body>', '<div>Saved</div></body>') })
    })
    await page.evaluate(() => {
      document.head.append(Object.assign(document.createElement('meta'), { name: 'turbo-refresh-method', content: 'morph' }))
      ;(globalThis as unknown as { Turbo: { visit(address: string, options: object): void } }).Turbo.visit(location.href, { action: 'replace' })
    })
    await page.locator('body[data-morphed]').waitFor()
    await page.getByText('Saved').waitFor()
    await ask('And now?')
    await answered(2)
    expect([await chat.isVisible(), await widgets()]).toEqual([true, 1])
    expect(wrong).toEqual([])
    await close()
  })
})
