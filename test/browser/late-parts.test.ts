import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import type { RunningServer, Visitor } from './rig.ts'
import { PATIENCE, newAgent, newVisitor, startServer } from './rig.ts'

let browser: Browser
let server: RunningServer

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Keeps the file of a late part on its way until it is let through, or fails it until then. */
async function hold(page: Page, name: string) {
  const asked: string[] = []
  let fails = false
  let pass = (): void => {}
  const free = new Promise<void>((resolve) => (pass = resolve))
  await page.route(new RegExp(`/${name}-\\w+\\.js`), async (route) => {
    asked.push(route.request().url())
    if (fails) return route.abort('connectionreset')
    await free
    return route.continue()
  })
  return {
    asked,
    setFails: (now: boolean) => (fails = now),
    /** Resolves when its code has run and whatever it changes is drawn. */
    async come() {
      pass()
      // as text: what compiles this file would make another function of it
      await page.evaluate(`import(${JSON.stringify(asked.at(-1))})`)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    },
  }
}

const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent
  })
const box = ({ chat }: Visitor) => chat.getByRole('textbox', { name: 'Message' })
const source = ({ chat }: Visitor) => chat.getByRole('log').getByRole('link').first()
const inert = ({ chat }: Visitor) => chat.locator('.main').evaluate((main) => (main as HTMLElement).inert)

describe('a menu whose code comes late', () => {
  it('opens for who waits, and neither opens nor takes the focus for who has gone on', async () => {
    for (const waits of [true, false]) {
      const visitor = await newVisitor(browser, server.base)
      const { page, chat } = visitor
      const code = await hold(page, 'menu')
      await visitor.open()
      const button = chat.getByRole('button', { name: 'More' })
      await button.click()
      await expect.poll(() => code.asked.length, { timeout: PATIENCE }).toBe(1)
      if (!waits) {
        await box(visitor).click()
        await page.keyboard.type('How do I ')
      }
      await code.come()
      expect([await chat.getByRole('menu').count(), await button.getAttribute('aria-expanded')]).toEqual(waits ? [1, 'true'] : [0, 'false'])
      await page.keyboard.type('activate it?')
      expect([await box(visitor).inputValue(), (await focused(page)) === 'Message']).toEqual(waits ? ['', false] : ['How do I activate it?', true])
      await visitor.close()
    }
  })

  it.each([
    ['a second press', async ({ chat }: Visitor) => chat.getByRole('button', { name: 'More' }).click()],
    ['Escape', async ({ page }: Visitor) => page.keyboard.press('Escape')],
    ['a press on the page', async ({ page }: Visitor) => page.mouse.click(5, 400)],
    ['a press on the header', async ({ chat }: Visitor) => chat.locator('header strong').click()],
  ])('stays away after %s', async (_way, takeBack) => {
    const visitor = await newVisitor(browser, server.base)
    const { page, chat } = visitor
    const code = await hold(page, 'menu')
    await visitor.open()
    await chat.getByRole('button', { name: 'More' }).click()
    await expect.poll(() => code.asked.length, { timeout: PATIENCE }).toBe(1)
    await takeBack(visitor)
    const before = await focused(page)
    await code.come()
    expect([await chat.getByRole('menu').count(), await chat.isVisible(), await focused(page)]).toEqual([0, true, before])
    await chat.getByRole('button', { name: 'More' }).click()
    await chat.getByRole('menu').waitFor({ timeout: PATIENCE })
    await visitor.close()
  })
})

describe.each([['all-pages'], ['article-preview']])('an article whose %s comes late', (piece) => {
  const begin = async () => {
    const visitor = await newVisitor(browser, server.base)
    const code = await hold(visitor.page, piece)
    await visitor.open()
    await visitor.say('How do I activate my card?')
    await source(visitor).waitFor({ timeout: PATIENCE })
    return { visitor, code, ...visitor }
  }

  it('stands when it has come, and nothing under it can be used until it is left', async () => {
    const { visitor, code, chat, page, close } = await begin()
    await source(visitor).click()
    await expect.poll(() => code.asked.length, { timeout: PATIENCE }).toBe(1)
    expect(await inert(visitor)).toBe(false)
    await code.come()
    await chat.getByRole('dialog').waitFor({ timeout: PATIENCE })
    expect([await inert(visitor), await focused(page)]).toEqual([true, 'Back'])
    await page.keyboard.press('Escape')
    expect([await chat.getByRole('dialog').count(), await inert(visitor), await focused(page)]).toEqual([0, false, await source(visitor).textContent()])
    await close()
  })

  it('lets who waits for it write and send, and does not come between', async () => {
    const { visitor, code, chat, page, close } = await begin()
    await source(visitor).click()
    await expect.poll(() => code.asked.length, { timeout: PATIENCE }).toBe(1)
    await box(visitor).click()
    await page.keyboard.type('And how do I ')
    await code.come()
    await page.keyboard.type('change my PIN?')
    expect([await chat.getByRole('dialog').count(), await inert(visitor), await box(visitor).inputValue()]).toEqual([0, false, 'And how do I change my PIN?'])
    await page.keyboard.press('Enter')
    await visitor.sees('And how do I change my PIN?')
    await close()
  })

  it('is told when it cannot be fetched, and everything can be used; who asks again has it', async () => {
    const { visitor, code, chat, close } = await begin()
    code.setFails(true)
    await source(visitor).click()
    await chat.getByRole('alert').filter({ hasText: 'That didn’t work' }).waitFor({ timeout: PATIENCE })
    expect(await inert(visitor)).toBe(false)
    await visitor.say('How do I change my PIN?')
    await visitor.sees('How do I change my PIN?')
    expect(await chat.getByRole('dialog').count()).toBe(0)
    code.setFails(false)
    await source(visitor).click()
    await expect.poll(() => code.asked.length, { timeout: PATIENCE }).toBeGreaterThan(1)
    await code.come()
    await chat.getByRole('dialog').waitFor({ timeout: PATIENCE })
    expect(await inert(visitor)).toBe(true)
    await close()
  })
})

it('lets who types go on when the survey comes late', async () => {
  const visitor = await newVisitor(browser, server.base)
  const agent = await newAgent(browser, server.base)
  const { page, chat } = visitor
  const code = await hold(page, 'survey')
  await visitor.open()
  await visitor.say('I want to talk to a human')
  await agent.claimFirst()
  await agent.press('Hand back')
  await expect.poll(() => code.asked.length, { timeout: PATIENCE }).toBe(1)
  await box(visitor).click()
  await page.keyboard.type('One ')
  await code.come()
  await chat.getByRole('radio', { name: '7' }).waitFor({ state: 'attached', timeout: PATIENCE })
  await page.keyboard.type('more thing')
  expect([await box(visitor).inputValue(), await focused(page)]).toEqual(['One more thing', 'Message'])
  await visitor.close()
  await agent.close()
})

it('asks whether to end where the focus is, once the menu is there, and gives the box back to who keeps it', async () => {
  const visitor = await newVisitor(browser, server.base)
  const { page, chat } = visitor
  await visitor.open()
  await visitor.say('How do I activate my card?')
  await source(visitor).waitFor({ timeout: PATIENCE })
  await chat.getByRole('button', { name: 'More' }).click()
  await chat.getByRole('menuitem', { name: 'End conversation' }).click({ timeout: PATIENCE })
  await chat.getByRole('alertdialog').waitFor({ timeout: PATIENCE })
  expect(await focused(page)).toBe('Keep chatting')
  await page.keyboard.press('Escape')
  expect([await chat.getByRole('alertdialog').count(), await focused(page)]).toEqual([0, 'More'])
  await visitor.close()
})

it('ends a conversation over which a page stands, and the next can be begun where the focus is', async () => {
  const visitor = await newVisitor(browser, server.base)
  const { page, chat } = visitor
  await visitor.open()
  await visitor.say('How do I activate my card?')
  await source(visitor).click({ timeout: PATIENCE })
  await chat.getByRole('dialog').waitFor({ timeout: PATIENCE })
  expect(await inert(visitor)).toBe(true)
  await chat.getByRole('button', { name: 'More' }).click()
  await chat.getByRole('menuitem', { name: 'End conversation' }).click({ timeout: PATIENCE })
  await chat.getByRole('alertdialog').getByRole('button', { name: 'End conversation' }).click({ timeout: PATIENCE })
  await visitor.status('Conversation ended')
  expect([await chat.getByRole('dialog').count(), await inert(visitor)]).toEqual([0, false])
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  await visitor.close()
})
