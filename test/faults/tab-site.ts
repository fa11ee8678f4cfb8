import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'tsup'
import { onTestFinished } from 'vitest'
import type { HubOptions } from '../../src/hub/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import type { TabUnderTest } from '../browser/tabs-page.ts'
import type { FaultsHub } from './hub.ts'
import { startHub } from './hub.ts'
import { tokens } from './tokens.ts'

declare const tab: TabUnderTest

/** What a page may take to show what has happened, in ms. */
const SOON = 20_000

let script: string | undefined
const html = '<!doctype html><link rel="icon" href="data:,">'

/** A page with a chat and no widget, bundled for a browser once. */
async function bundle(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'handback-page-'))
  const entry = { page: fileURLToPath(new URL('../browser/tabs-page.ts', import.meta.url)) }
  await build({ config: false, entry, outDir, format: 'esm', platform: 'browser', target: 'es2022', noExternal: [/.*/], splitting: false, silent: true, dts: false })
  const text = readFileSync(join(outDir, 'page.js'), 'utf8')
  rmSync(outDir, { recursive: true })
  return text
}

export interface TabSite {
  readonly base: string
  readonly hub: FaultsHub
  readonly context: BrowserContext
  /** A tab that shows the page, with its chat resumed. `base`: where the site is reached, if not directly. */
  tab(base?: string): Promise<Page>
}

/** A site whose pages hold a chat with a bot that answers each message once, and a browser profile of its own. Both end with the test. */
export async function startTabSite(browser: Browser, options: Partial<HubOptions> = {}): Promise<TabSite> {
  script ??= await bundle()
  let answers = 0
  const provider = scripted(() => [`Answer ${(answers += 1)}`])
  const pages: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': ['text/html', `${html}<script type="module" src="/page.js"></script>`],
    '/page.js': ['text/javascript', script],
    // another page of the same site, without a chat
    '/elsewhere': ['text/html', `${html}Elsewhere`],
  }
  const hub = await startHub({ provider, tokens, ...options }, (request, response) => {
    const page = pages[request.url ?? '']
    if (page) response.setHeader('content-type', page[0]).end(page[1])
    return page !== undefined
  })
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const base = `http://127.0.0.1:${hub.port}`
  return {
    base,
    hub,
    context,
    async tab(at = base) {
      const page = await context.newPage()
      await page.goto(at)
      await page.waitForFunction('globalThis.tab')
      await page.evaluate(() => tab.chat.resume())
      return page
    },
  }
}

export const say = (page: Page, text: string): Promise<unknown> => page.evaluate((words) => tab.chat.sendMessage(words), text)
export const sees = (page: Page, text: string, timeout = SOON): Promise<unknown> =>
  page.waitForFunction((words) => tab.bubbles().includes(words), text, { timeout, polling: 20 })
export const inState = (page: Page, states: readonly string[], timeout = SOON): Promise<unknown> =>
  page.waitForFunction((wanted) => wanted.includes(tab.chat.$connection.get()), states, { timeout, polling: 20 })
export const bubbles = (page: Page): Promise<readonly string[]> => page.evaluate(() => tab.bubbles())
/** Bubbles that were there twice at any moment, and the codes of errors. */
export const wrong = (page: Page): Promise<{ readonly doubled: readonly string[]; readonly errors: readonly string[] }> =>
  page.evaluate(() => ({ doubled: tab.doubled, errors: tab.errors }))
