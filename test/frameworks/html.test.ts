import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import { example, startSite, visit } from './site.ts'
import type { Site } from './site.ts'

let browser: Browser
let site: Site
let inlineRule: string
beforeAll(async () => {
  browser = await launchChromium()
  const files = ['module.html', 'own-button.js', 'snippet.html', 'page.js']
  const tag = /<script async.*<\/script>/
  const twice = example('html/snippet.html').replace(tag, (found) => found + found)
  // the very words of the docs, whose sheet comes from the site
  const docs = readFileSync(new URL('../../docs/widget.md', import.meta.url), 'utf8')
  const [, line = '', rule = ''] = /`(<handback-chat [^>]*layout="inline"[^>]*><\/handback-chat>)` with `([^`]*)`/.exec(docs) ?? []
  const inline = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><script type="module" src="/handback/element.js"></script>${line}`
  inlineRule = rule
  site = await startSite(new Map([['/twice.html', twice], ['/inline.html', inline], ...files.map((name) => [`/${name}`, example(`html/${name}`)] as const)]))
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe('a page with one module tag', () => {
  it('has a launcher that a keyboard reaches, an answer, and the focus where it was', async () => {
    const { page, wrong, chat, launcher, ask, answered, close } = await visit(browser, `${site.base}/module.html`)
    await launcher.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await chat.waitFor()
    await ask('Where is my card?')
    await answered()
    await page.keyboard.press('Escape')
    await chat.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className)).toBe('launcher')
    expect(wrong).toEqual([])
    await close()
  })

  it('may have a button of its own, which has the focus again afterwards', async () => {
    const { page, wrong, chat, close } = await visit(browser, `${site.base}/module.html`)
    await page.getByRole('button', { name: 'Ask us' }).click()
    await chat.waitFor()
    expect(await page.locator('handback-chat[open]').count()).toBe(1)
    await page.keyboard.press('Escape')
    await chat.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('help')
    expect(wrong).toEqual([])
    await close()
  })

  it('loses nothing when the element is moved, and has nothing left when it is removed', async () => {
    const { page, wrong, launcher, ask, answered, close } = await visit(browser, `${site.base}/module.html`)
    await launcher.click()
    await ask('Where is my card?')
    await answered()
    await page.evaluate(() => {
      const element = document.querySelector('handback-chat') as HTMLElement
      element.addEventListener('handback:ready', () => element.setAttribute('data-again', ''))
      document.body.append(document.createElement('main'))
      document.querySelector('main')?.append(element)
    })
    await ask('And now?')
    await answered(2)
    expect(await page.locator('main > handback-chat:not([data-again])').count()).toBe(1)
    await page.evaluate(() => document.querySelector('handback-chat')?.remove())
    expect(await page.locator('handback-chat').count()).toBe(0)
    expect(wrong).toEqual([])
    await close()
  })
})

describe('a page with the chat in it', () => {
  it('gives it its size, and its own styles stay outside', async () => {
    const { page, wrong, chat, ask, answered, close } = await visit(browser, `${site.base}/inline.html`)
    await page.evaluate((rule) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(rule)
      document.adoptedStyleSheets.push(sheet)
    }, inlineRule)
    await ask('Where is my card?')
    await answered()
    expect(await page.locator('handback-chat').boundingBox()).toMatchObject({ height: 600 })
    expect(await chat.boundingBox()).toMatchObject({ height: 600 })
    const look = () => chat.getByText('Where is my card?').evaluate((element) => {
      const { fontSize, letterSpacing, textTransform, wordSpacing, textIndent, lineHeight, fontStyle, cursor, visibility } = getComputedStyle(element)
      return { fontSize, letterSpacing, textTransform, wordSpacing, textIndent, lineHeight, fontStyle, cursor, visibility }
    })
    const before = await look()
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      const hostile = 'font-size:40px!important;letter-spacing:9px!important;text-transform:uppercase!important;word-spacing:9px!important;'
      sheet.replaceSync(`*{${hostile}text-indent:9px!important;line-height:4!important;font-style:italic!important;cursor:wait!important;visibility:hidden}`)
      document.adoptedStyleSheets.push(sheet)
    })
    expect(await look()).toEqual(before)
    expect(wrong).toEqual([])
    await close()
  })
})

describe('a page with the async snippet', () => {
  it('does what was asked before it was there, and at once what is asked after', async () => {
    const { page, wrong, chat, launcher, ask, answered, widgets, close } = await visit(browser, `${site.base}/snippet.html`)
    await launcher.waitFor()
    expect(await page.locator('handback-chat').getAttribute('data-position')).toBe('start')
    await page.evaluate(() => (globalThis as unknown as { handback: unknown[] }).handback.push(['open']))
    await chat.waitFor()
    await ask('Where is my card?')
    await answered()
    // The first answer may come with the first look at the conversation; the second comes by itself.
    await ask('And now?')
    await answered(2)
    await page.locator('#heard').filter({ hasText: 'open message' }).waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['shop'])
    expect(await widgets()).toBe(1)
    expect(wrong).toEqual([])
    await close()
  })

  it('leaves one widget when its tag stands twice, and tells what goes wrong as an event', async () => {
    const { page, wrong, launcher, widgets, close } = await visit(browser, `${site.base}/twice.html`)
    await launcher.waitFor()
    const told = await page.evaluate(() => {
      const heard = new Promise((resolve) => {
        document.addEventListener('handback:error', (event) => resolve((event as CustomEvent<{ code: string }>).detail.code))
      })
      ;(globalThis as unknown as { handback: unknown[] }).handback.push(['fly'])
      return heard
    })
    expect(told).toBe('command/unknown')
    expect(await widgets()).toBe(1)
    expect(wrong).toEqual([])
    await close()
  })
})
