import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import Layout from '../../examples/frameworks/next/app/layout.tsx'
import Page from '../../examples/frameworks/next/app/page.tsx'
import { launchChromium } from '../browser/chromium.ts'
import { bundle } from './bundle.ts'
import { startSite, visit } from './site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
})

describe('the app router’s components', () => {
  it('are rendered by the server, hydrated without a difference, and have the chat', async () => {
    const files = await bundle('next', 'hydrate.tsx')
    const html = renderToString(createElement(Layout, null, createElement(Page)))
    expect(html).toContain('<h1>Shop</h1><main>Rendered by the server</main>')
    const rendered = `<!doctype html>${html.replace('</head>', '<script type="module" src="/hydrate.js"></script></head>')}`
    const site = await startSite(new Map([['/', rendered], ...files]))
    const { page, wrong, launcher, ask, answered, widgets, close } = await visit(browser, site.base)
    await launcher.click()
    await ask('Where is my card?')
    await answered()
    await ask('And now?')
    await answered(2)
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName('message by assistant').length)).toBeGreaterThan(0)
    expect(await widgets()).toBe(1)
    expect(wrong).toEqual([])
    await close()
    await site.stop()
  })
})
