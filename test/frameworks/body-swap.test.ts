import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { example, startSite, visit } from './site.ts'
import type { Site } from './site.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  browser = await launchChromium()
  const pages = ['first', 'second', 'kept', 'marked'].map((name) => [`/${name}`, example(`body-swap/${name}.html`)] as const)
  site = await startSite(new Map([...pages, ...['/swap.js', '/chat.js'].map((name) => [name, example(`body-swap${name}`)] as const)]))
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe('a site that exchanges its body', () => {
  it('keeps what was mounted once, with its open panel and its conversation', async () => {
    const { page, wrong, chat, launcher, ask, answered, widgets, close } = await visit(browser, `${site.base}/first`)
    await launcher.click()
    await ask('Where is my card?')
    await answered()
    await page.getByRole('link', { name: 'Second' }).click()
    await page.getByRole('heading', { name: 'Second' }).waitFor()
    await chat.waitFor()
    await ask('And now?')
    await answered(2)
    await page.getByRole('link', { name: 'First' }).click()
    await page.getByRole('heading', { name: 'First' }).waitFor()
    expect(await chat.getByRole('log').getByText('on its way').count()).toBe(2)
    expect(await widgets()).toBe(1)
    expect(wrong).toEqual([])
    await close()
  })

  it('moves an element that it keeps, and the widget does not notice', async () => {
    const { page, wrong, chat, launcher, ask, answered, widgets, close } = await visit(browser, `${site.base}/kept`)
    await launcher.click()
    await ask('Where is my card?')
    await answered()
    await page.evaluate(() => {
      const kept = document.querySelector('handback-chat')
      kept?.addEventListener('handback:ready', () => document.body.setAttribute('data-again', ''))
    })
    await page.getByRole('link', { name: 'Again' }).click()
    await page.waitForURL('**/kept?again')
    await ask('And now?')
    await answered(2)
    expect(await chat.isVisible()).toBe(true)
    expect([await widgets(), await page.locator('body[data-again]').count()]).toEqual([1, 0])
    expect(wrong).toEqual([])
    await close()
  })

  it('resumes the conversation in the element of the next page, open if it was', async () => {
    const { page, wrong, launcher, ask, answered, widgets, close } = await visit(browser, `${site.base}/marked`)
    await launcher.click()
    await ask('Where is my card?')
    await answered()
    await page.getByRole('link', { name: 'Again' }).click()
    await page.waitForURL('**/marked?again')
    await answered()
    await ask('And now?')
    await answered(2)
    expect(await widgets()).toBe(1)
    expect(wrong).toEqual([])
    await close()
  })
})
