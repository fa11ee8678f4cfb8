import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { bundle } from './bundle.ts'
import { pageFor, startSite, visit } from './site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
})

const start = async (folder: string, entry: string, markup?: string) => {
  const files = await bundle(folder, entry)
  return startSite(new Map([['/', pageFor('/main.js')], ...files]), markup === undefined ? {} : { markup })
}

describe.each([
  { name: 'React', folder: 'react', entry: 'main.tsx', facts: 'chat, assistant, 0 unread' },
  { name: 'Vue', folder: 'vue', entry: 'main.ts', markup: 'vue', facts: 'assistant, 0 unread' },
  { name: 'Svelte', folder: 'svelte', entry: 'main.ts', markup: 'svelte-trusted-html', facts: 'assistant, 0 unread' },
])('a page made with $name', ({ folder, entry, markup, facts }) => {
  it('has one launcher, an answer, stores that it can show, one widget when mounted again, and none when unmounted', async () => {
    const site = await start(folder, entry, markup)
    const { page, wrong, chat, launcher, ask, answered, widgets, close } = await visit(browser, site.base)
    await launcher.click()
    await ask('Where is my card?')
    await answered()
    await page.locator('#facts').filter({ hasText: facts }).waitFor()
    expect(await widgets()).toBe(1)
    const toggle = page.getByRole('button', { name: 'Chat', exact: true })
    await toggle.click()
    await expect.poll(widgets).toBe(0)
    expect(await page.evaluate(() => document.querySelectorAll('[data-layout], handback-chat').length)).toBe(0)
    await toggle.click()
    await chat.waitFor()
    await ask('And now?')
    await answered(2)
    expect(await widgets()).toBe(1)
    expect(wrong).toEqual([])
    await close()
    await site.stop()
  })
})

describe('a page made with React', () => {
  it('changes the theme of the widget that stands', async () => {
    const site = await start('react', 'main.tsx')
    const { page, wrong, launcher, close } = await visit(browser, site.base)
    await launcher.waitFor()
    await page.evaluate(() => document.querySelector('[data-layout]')?.setAttribute('data-same', ''))
    await page.getByRole('button', { name: 'Dark' }).click()
    await page.locator('[data-same][data-color-scheme=dark]').waitFor({ state: 'attached' })
    expect(wrong).toEqual([])
    await close()
    await site.stop()
  })
})

describe('a page made with Vue', () => {
  it('binds the open attribute both ways', async () => {
    const site = await start('vue', 'main.ts', 'vue')
    const { page, wrong, chat, close } = await visit(browser, site.base)
    await page.getByRole('button', { name: 'Ask us' }).click()
    await chat.waitFor()
    await page.keyboard.press('Escape')
    await chat.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Ask us' }).click()
    await chat.waitFor()
    expect(wrong).toEqual([])
    await close()
    await site.stop()
  })
})
