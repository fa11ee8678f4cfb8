import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { scripted } from 'handback/providers/scripted'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof hubInTest>>

beforeAll(async () => {
  browser = await launchChromium()
  site = await hubInTest({ provider: scripted(() => ['An answer. '.repeat(200)]) })
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** A page of its own at the site of the hub. */
async function opened(body: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } })
  onTestFinished(() => page.close())
  await page.route(`${site.base}/page`, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>Page</title>${body}` }))
  await page.goto(`${site.base}/page`)
  return page
}
const module = (code: string) => `<script type="module">${code}</script>`
const mounted = (target: string) =>
  `${target}${module("import { mount } from '/handback/widget.js'; window.widget = mount({ endpoint: '/handback', target: document.querySelector('#place') })")}`
const element = (style: string, around = '') =>
  `<style>handback-chat{${style}}</style><div style="${around}"><handback-chat endpoint="/handback" layout="inline"></handback-chat></div>${module("import '/handback/element.js'")}`

describe('an inline chat', () => {
  const heights = async (page: Page) => {
    await page.getByRole('textbox', { name: 'Message' }).fill('Hello')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('An answer.').first().waitFor()
    return page.locator('.panel').evaluate((panel) => [
      Math.round(panel.getBoundingClientRect().height),
      Math.round((document.querySelector('#place > div, handback-chat') as Element).getBoundingClientRect().height),
    ])
  }

  it.each([
    ['a target without a height', mounted('<div id="place"></div>'), 600],
    ['a target that has only a least height', mounted('<div id="place" style="min-height:350px"></div>'), 600],
    ['a target that may only be so high', mounted('<div id="place" style="max-height:300px"></div>'), 300],
    ['an element that nothing gives a height', element('display:block'), 600],
  ])('has a height of its own in %s', async (_what, body, height) => {
    expect(await heights(await opened(body))).toEqual([height, height])
  })

  it.each([
    ['a target with a height', mounted('<div id="place" style="height:400px"></div>'), 400],
    ['what is left of a column', mounted('<div style="display:flex;flex-direction:column;height:500px"><p style="margin:0;height:80px">Help</p><div id="place" style="flex:1"></div></div>'), 420],
    ['a row of a grid', mounted('<div style="display:grid;grid-template-rows:120px 1fr;height:500px"><p>Help</p><div id="place"></div></div>'), 380],
    ['an element with a height', element('display:block;height:250px'), 250],
    ['an element in a place with a height', element('display:block', 'height:300px'), 300],
  ])('fills %s', async (_what, body, height) => {
    expect(await heights(await opened(body))).toEqual([height, height])
  })

  it('takes the height that its place gets later', async () => {
    const page = await opened(mounted('<div id="place"></div>'))
    await page.waitForFunction(() => document.querySelector('#place')?.clientHeight === 600)
    await page.locator('#place').evaluate((place) => (place.style.height = '450px'))
    expect(await heights(page)).toEqual([450, 450])
  })

  it('has its height in a tab of the page that is opened later', async () => {
    const page = await opened(mounted('<div hidden><div id="place"></div></div>'))
    await page.waitForFunction(() => document.querySelector('#place > div')?.shadowRoot?.querySelector('.panel'))
    await page.locator('[hidden]').first().evaluate((tab: HTMLElement) => (tab.hidden = false))
    expect(await heights(page)).toEqual([600, 600])
  })
})

describe('a launcher whose panel is not served', () => {
  it('tells an error of ours that names the file, to who asked and as an event', async () => {
    const page = await opened(module("import { mount } from '/handback/widget.js'; window.widget = mount({ endpoint: '/handback' })"))
    await page.route('**/handback/first-look*', (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found' }))
    const told = await page.evaluate(async () => {
      const { widget } = window as unknown as { widget: { open(): Promise<void>; on(type: 'error', listener: (error: unknown) => void): void; element: HTMLElement } }
      const shown = (thrown: unknown) => {
        const error = thrown as Error & { code: string; retryable: boolean; [key: symbol]: unknown }
        return { ours: error[Symbol.for('handback.error')], code: error.code, retryable: error.retryable, message: error.message, cause: (error.cause as Error).name }
      }
      const heard = new Promise<unknown>((resolve) => widget.on('error', resolve))
      const asked = await widget.open().catch(shown)
      widget.element.shadowRoot?.querySelector('button')?.click()
      return [asked, shown(await heard)]
    })
    const file = expect.stringMatching(/\/handback\/first-look-\w+\.js/) as string
    const error = { ours: true, code: 'client/unavailable', retryable: true, message: file, cause: 'TypeError' }
    expect(told).toEqual([error, error])
    await page.getByRole('alert').getByText('could not be loaded').waitFor()
  })
})
