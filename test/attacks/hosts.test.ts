import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../browser/chromium.ts'
import type { Attack } from './page.ts'
import { attackSite } from './site.ts'

declare const attack: Attack

let browser: Browser
let site: Awaited<ReturnType<typeof attackSite>>

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), attackSite()])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

async function opened(path: string): Promise<{ readonly page: Page; readonly wrong: string[] }> {
  const page = await browser.newPage({ viewport: { width: 900, height: 720 } })
  const wrong: string[] = []
  page.on('pageerror', ({ message }) => wrong.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  await page.goto(`${site.base}${path}`)
  return { page, wrong }
}

const ready = async (frame: Page | Frame): Promise<void> => void (await frame.waitForFunction(() => 'attack' in globalThis))

interface Look {
  readonly style: string
  readonly size: readonly [width: number, height: number]
}

/** How large the parts of the widget are, and how they look. */
async function looks(page: Page): Promise<readonly Look[]> {
  await ready(page)
  const shown = await page.evaluateHandle(async () => {
    const widget = await attack.widget()
    await widget.show('Hello **there**, [a link](https://example.com)')
    return widget
  })
  // what is loaded when it is wanted is there
  await expect.poll(() => shown.evaluate(({ element: { shadowRoot } }) =>
    ['select', '[part~=thumb]', '[part~=download]', '[part~=permission] button'].map((part) => shadowRoot?.querySelectorAll(part).length ?? 0).join(' '))).toBe('2 4 6 2')
  return shown.evaluate((widget) => {
    const root = widget.element.shadowRoot
    const found = [...(root?.querySelectorAll('header,[role=log],.bubble,textarea,button,a,strong') ?? [])].map((element) => {
      const { width, height } = element.getBoundingClientRect()
      const { color, backgroundColor, fontSize, display, position, fontWeight } = getComputedStyle(element)
      return { style: [element.localName, color, backgroundColor, fontSize, display, position, fontWeight].join(' '), size: [width, height] as const }
    })
    widget.close()
    return found
  })
}

describe('a page', () => {
  it('with hostile styles, in quirks mode, changes nothing of the widget', async () => {
    const [plain, hostile] = [await opened('/open'), await opened('/hostile')]
    const expected = await looks(plain.page)
    expect(expected.length).toBeGreaterThan(30)
    const found = await looks(hostile.page)
    expect(found.map(({ style }) => style)).toEqual(expected.map(({ style }) => style))
    // without a doctype a line may be a fraction of a pixel higher
    const off = found.flatMap(({ size }, at) => size.map((length, side) => Math.abs(length - (expected[at]?.size[side] ?? 0))))
    expect(Math.max(...off)).toBeLessThanOrEqual(1.5)
    await Promise.all([plain.page.close(), hostile.page.close()])
  })

  it('whose policy has nonces and strict-dynamic has a widget, and nothing is blocked', async () => {
    const { page, wrong } = await opened('/nonce')
    expect((await looks(page)).length).toBeGreaterThan(30)
    expect(wrong).toEqual([])
    await page.close()
  })

  it('in a sandboxed frame, where storage throws, has a widget that takes messages', async () => {
    const { page, wrong } = await opened('/framed')
    const frame = page.frames()[1]
    if (!frame) throw new Error('There is no frame.')
    await ready(frame)
    expect(await frame.evaluate(() => {
      try {
        return String(localStorage.length)
      } catch (error) {
        return (error as Error).name
      }
    })).toBe('SecurityError')
    await frame.evaluate(() => attack.corner())
    await frame.getByRole('button', { name: 'Open chat' }).click()
    await frame.getByRole('textbox', { name: 'Message' }).fill('Is anybody there?')
    await page.keyboard.press('Enter')
    await frame.getByText('Is anybody there?').waitFor()
    // this hub does not exist, and nothing else is wrong
    expect(wrong.filter((text) => !/CORS policy|Failed to load resource/.test(text))).toEqual([])
    await page.close()
  })

  it('that keeps the widget two shadow roots deep still gets focus, paste and Escape right', async () => {
    const { page, wrong } = await opened('/strict')
    await ready(page)
    await page.evaluate(() => attack.nested())
    const launcher = page.getByRole('button', { name: 'Open chat' })
    await launcher.focus()
    await page.keyboard.press('Enter')
    const box = page.getByRole('textbox', { name: 'Message' })
    await expect.poll(() => box.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true)
    await box.evaluate((element) => {
      const data = new DataTransfer()
      data.setData('text/plain', 'pasted')
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }))
    })
    await page.keyboard.insertText('pasted words')
    expect(await box.inputValue()).toBe('pasted words')
    await page.keyboard.press('Escape')
    await expect.poll(() => launcher.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true)
    expect(wrong).toEqual([])
    await page.close()
  })
})
