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

  it.each(['first', 'kept'])('leaves the reader where they were, at the end and further up, and the focus in the box (%s)', async (name) => {
    const { page, wrong, launcher, ask, answered, close } = await visit(browser, `${site.base}/${name}`)
    await launcher.click()
    for (let count = 1; count <= 8; count += 1) {
      await ask(`Where is my card ${count}?\nIt was sent\nlast week`)
      await answered(count)
    }
    const read = () => page.evaluate(() => {
      const root = document.querySelector('[data-layout]')?.shadowRoot
      const log = root?.querySelector('.log')
      const { scrollTop = -1, scrollHeight = 0, clientHeight = 0 } = log ?? {}
      return { top: Math.round(scrollTop), left: Math.round(scrollHeight - scrollTop - clientHeight), focus: root?.activeElement?.localName }
    })
    const scroll = (top: number) => page.evaluate((to) => {
      const log = document.querySelector('[data-layout]')?.shadowRoot?.querySelector('.log')
      return new Promise((resolve) => {
        log?.addEventListener('scroll', () => requestAnimationFrame(resolve), { once: true })
        log?.scrollTo({ top: to, behavior: 'instant' })
      })
    }, top)
    /** A page change that no pointer begins, and two frames of the page after it. */
    const swap = async () => {
      await page.evaluate(() => {
        document.body.dataset.before = ''
        document.querySelector<HTMLElement>('a')?.click()
      })
      await page.waitForFunction(() => document.querySelector('body:not([data-before]) [data-layout]'))
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    }
    const box = page.getByRole('textbox', { name: 'Message' })
    await box.focus()
    await expect.poll(async () => (await read()).left).toBeLessThan(4)
    const end = await read()
    expect(end.top).toBeGreaterThan(300)
    await swap()
    expect(await read()).toEqual(end)
    // what stands above is in the document then
    await scroll(0)
    await scroll(120)
    const up = await read()
    expect(up.top).toBe(120)
    await swap()
    expect(await read()).toEqual(up)
    // taken out and put in again by the page itself
    await page.evaluate(() => {
      const element = document.querySelector('handback-chat')
      element?.remove()
      if (element) document.body.append(element)
    })
    expect(await read()).toEqual(up)
    await page.keyboard.type('Still here')
    expect(await box.inputValue()).toBe('Still here')
    expect(wrong).toEqual([])
    await close()
  })

  it('has what was typed right before the page change in the next element', async () => {
    const { page, wrong, chat, launcher, ask, answered, close } = await visit(browser, `${site.base}/marked`)
    await launcher.click()
    await ask('Where is my card?')
    await answered()
    const box = chat.getByRole('textbox', { name: 'Message' })
    await box.pressSequentially('Half a')
    // in one task, so that no pause keeps it first
    await page.evaluate(() => {
      const root = document.querySelector('handback-chat')?.shadowRoot
      const area = root?.querySelector('textarea') as HTMLTextAreaElement
      area.value = 'Half a draft'
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
      const next = document.body.cloneNode(true)
      document.body.replaceWith(next)
    })
    await answered()
    await expect.poll(() => box.inputValue()).toBe('Half a draft')
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
