import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { startGallery } from '../../examples/gallery/server.ts'
import { open } from '../gallery/shoot.ts'
import { launchChromium } from './chromium.ts'
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
