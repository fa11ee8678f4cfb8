import { scripted } from 'handback/providers/scripted'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { startGallery } from '../../examples/gallery/server.ts'
import { open } from '../gallery/shoot.ts'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'
import { PATIENCE, newAgent, newVisitor, startServer } from './rig.ts'

/** A reader who has scrolled up in a long thread. */
interface Reading {
  /** Words of the row at the top of the view, and how far above it that begins. */
  readonly row: string
  readonly above: number
  /** The button that leads back to the newest is there. */
  readonly away: boolean
}

let browser: Browser
let gallery: Awaited<ReturnType<typeof startGallery>>
let page: Page
beforeAll(async () => {
  ;[browser, gallery] = await Promise.all([launchChromium(), startGallery()])
})
afterAll(async () => {
  await browser?.close()
  gallery?.stop()
})
beforeEach(async () => {
  page = await open(browser, gallery.base, { theme: 'default', scheme: 'light', dir: 'ltr', width: 390, state: 'long' }, 1)
})
afterEach(() => page.context().close())

const reading = (): Promise<Reading> =>
  page.evaluate(() => {
    const root = document.querySelector('.box > *')?.shadowRoot
    const log = root?.querySelector('.log')
    if (!root || !log) throw new Error('there is no thread')
    const { top } = log.getBoundingClientRect()
    const row = [...root.querySelectorAll('.page .row')].find((each) => each.getBoundingClientRect().bottom > top)
    return { row: row?.textContent ?? '', above: Math.round(top - (row?.getBoundingClientRect().top ?? 0)), away: root.querySelector('.jump') !== null }
  })
/** Gives the widget's place a style, and waits until the thread has taken it. */
const style = (change: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate(async (styles) => {
    const box = document.querySelector<HTMLElement>('.box')
    Object.assign(box?.style ?? {}, styles)
    for (let frames = 0; frames < 4; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  }, change)

it('who reads further up goes on where he was when the place was another size for a while', async () => {
  const before = await reading()
  expect(before).toMatchObject({ away: true, row: expect.stringMatching(/\w/) })
  await style({ width: '120px', height: '240px' })
  expect(await reading()).toMatchObject({ away: true, row: before.row })
  await style({ width: '390px', height: '640px' })
  expect(await reading()).toEqual(before)
})

it('who reads further up goes on where he was when the panel was not to be seen for a while', async () => {
  const before = await reading()
  await style({ display: 'none' })
  await style({ display: '' })
  expect(await reading()).toEqual(before)
})

it('who is at the end stays there whatever comes, and who sends something from further up is brought there', async () => {
  const server = await startServer()
  const visitor = await newVisitor(browser, server.base)
  const agent = await newAgent(browser, server.base)
  const log = visitor.chat.getByRole('log')
  const left = () => log.evaluate((element) => Math.round(element.scrollHeight - element.scrollTop - element.clientHeight))
  /** By the newest row's own place: what a reader sees. */
  const hidden = () => log.evaluate((element) => {
    const rows = [...element.querySelectorAll('.page .row, .page .line')]
    return Math.round((rows.at(-1)?.getBoundingClientRect().bottom ?? Infinity) - element.getBoundingClientRect().bottom)
  })
  await visitor.open()
  await visitor.say('I want to talk to a human')
  await agent.claimFirst()
  for (let number = 1; number <= 14; number += 1) {
    const words = `Line ${number} of what there is to say about it`
    await agent.say(words)
    await visitor.sees(words)
    await expect.poll(left, { timeout: PATIENCE }).toBeLessThan(2)
    expect(await hidden()).toBeLessThanOrEqual(0)
  }
  expect(await log.evaluate((element) => element.scrollHeight > element.clientHeight + 300)).toBe(true)
  await log.hover()
  await visitor.page.mouse.wheel(0, -400)
  await expect.poll(left, { timeout: PATIENCE }).toBeGreaterThan(200)
  await agent.say('This does not bring anybody back')
  await visitor.chat.getByRole('button', { name: /1 new message/ }).waitFor({ timeout: PATIENCE })
  expect(await left()).toBeGreaterThan(200)
  await visitor.say('But this does')
  await visitor.sees('But this does')
  await expect.poll(left, { timeout: PATIENCE }).toBeLessThan(2)
  await visitor.close()
  await agent.close()
  await server.stop()
}, 60_000)

it('who has filled in a form is brought to the end, and not once more when the form has arrived', async () => {
  const provider = scripted(
    [
      [{ type: 'tool-call', id: 'call-1', name: 'ask_form', input: { form: 'callback' } }, { type: 'finish', reason: 'tool-call' }],
      [Array.from({ length: 40 }, (_, number) => `Line ${number} of what there is to say.`).join('\n\n')],
    ],
    { supports: { tools: true } },
  )
  const form = { name: 'callback', purpose: 'To be called.', title: 'Where may we call you?', fields: [{ name: 'phone', label: 'Phone', kind: 'phone' }] } as const
  const site = await hubInTest({ provider, forms: [form] })
  const visitor = await newVisitor(browser, site.base)
  const log = visitor.chat.getByRole('log')
  const left = () => log.evaluate((element) => Math.round(element.scrollHeight - element.scrollTop - element.clientHeight))
  let arrive = (): void => {}
  const held = new Promise<void>((resolve) => (arrive = resolve))
  await visitor.page.route('**/handback/**', async (route) => {
    if (route.request().postData()?.includes('form-submit')) await held
    await route.continue()
  })
  await visitor.open()
  await visitor.say('Please call me')
  await log.getByRole('textbox', { name: 'Phone' }).fill('079 555 01 23')
  await log.hover()
  await visitor.page.mouse.wheel(0, -100)
  await expect.poll(left, { timeout: PATIENCE }).toBeGreaterThan(90)
  await log.getByRole('button', { name: 'Send', exact: true }).evaluate((button) => (button as HTMLElement).click())
  const pending = log.locator('.page').last().locator('> *').last()
  await pending.filter({ hasText: '079 555 01 23' }).waitFor({ timeout: PATIENCE })
  await expect.poll(left, { timeout: PATIENCE }).toBeLessThan(2)
  const row = await pending.elementHandle()
  await log.hover()
  await visitor.page.mouse.wheel(0, -400)
  await expect.poll(left, { timeout: PATIENCE }).toBeGreaterThan(200)
  const before = await left()
  arrive()
  // the row of the log takes the place of the one that was drawn meanwhile
  await expect.poll(() => row?.evaluate((element) => element.isConnected), { timeout: PATIENCE }).toBe(false)
  await visitor.page.evaluate(async () => {
    for (let frames = 0; frames < 4; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  })
  expect(await left()).toBe(before)
  await visitor.close()
  await site.stop()
}, 60_000)
