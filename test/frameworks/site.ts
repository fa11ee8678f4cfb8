import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHub, createTokens } from 'handback/hub'
import { browserFiles, nodeHandler } from 'handback/hub/node'
import { scripted } from 'handback/providers/scripted'
import { memoryStore } from 'handback/stores/memory'
import type { Browser, Page } from 'playwright-core'
import { complaints, PATIENCE } from '../browser/rig.ts'
import { examples } from './bundle.ts'

/** Some frameworks make markup from text of their own, by policies that they name, and some bring styles of their own. */
const policy = (markup: string, styles: string): string =>
  `default-src 'none'; script-src 'self'; style-src ${styles}; connect-src 'self'; require-trusted-types-for 'script'; trusted-types ${markup}`

export interface Site {
  readonly base: string
  stop(): Promise<void>
}

interface SiteOptions {
  readonly markup?: string
  readonly styles?: string
  /** Others whose pages may use its hub. */
  readonly origins?: readonly string[]
}

/** Pages by their path and a hub behind them, in the test's own process; the bot answers every message. */
export async function startSite(pages: ReadonlyMap<string, string>, { markup = "'none'", styles = "'none'", origins = [] }: SiteOptions = {}): Promise<Site> {
  const store = memoryStore()
  const tokens = createTokens(crypto.getRandomValues(new Uint8Array(32)))
  const hub = createHub({ store, tokens, provider: scripted(() => ['It is **on its way**.']), origins: [...origins] })
  const handlers = [browserFiles(), nodeHandler(hub)]
  const server = createServer((request, response) => {
    if (handlers.some((handle) => handle(request, response))) return
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/favicon.ico') return void response.writeHead(204).end()
    const body = pages.get(pathname)
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
    response.setHeader('content-security-policy', policy(markup, styles))
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      await hub.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await store.close()
    },
  }
}

export const example = (path: string): string => readFileSync(`${examples}/${path}`, 'utf8')

/** A page for a bundle: one element to stand in, and one module. */
export const pageFor = (script: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><div id="app"></div><script type="module" src="${script}"></script>`

/** What a visitor does, and what is complained about meanwhile: whatever the console calls an error or a warning. */
export async function visit(browser: Browser, address: string) {
  const page: Page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  const wrong = complaints(page)
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(message.text())
  })
  await page.goto(address)
  const chat = page.getByRole('region', { name: 'Chat', exact: true })
  const launcher = page.getByRole('button', { name: 'Open chat' })
  return {
    page,
    wrong,
    chat,
    launcher,
    widgets: () => page.locator('[data-layout]').count(),
    async ask(text: string) {
      await chat.getByRole('textbox', { name: 'Message' }).fill(text)
      await chat.getByRole('button', { name: 'Send', exact: true }).click()
    },
    /** Waits until the thread holds so many answers. */
    answered: (times = 1) => chat.getByRole('log').getByText('on its way').nth(times - 1).waitFor({ timeout: PATIENCE }),
    close: () => page.context().close(),
  }
}
