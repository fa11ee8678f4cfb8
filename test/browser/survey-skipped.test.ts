import { scripted } from 'handback/providers/scripted'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'
import { PATIENCE, newAgent, newVisitor } from './rig.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof hubInTest>>

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), hubInTest({ provider: scripted(() => ['I see.']) })])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

it('a survey that is skipped by the keyboard is gone for good, and the visitor goes on in the box', async () => {
  const visitor = await newVisitor(browser, site.base)
  const { page, chat } = visitor
  const answers = async (count: number): Promise<void> =>
    void (await expect.poll(async () => (await visitor.thread()).filter((line) => line.includes('I see.')).length, { timeout: PATIENCE }).toBe(count))
  await visitor.open()
  await visitor.say('Where is my card?')
  await visitor.sees('I see.')
  await chat.getByRole('button', { name: 'Talk to a human' }).click()
  const agent = await newAgent(browser, site.base)
  await agent.claimFirst()
  await agent.press('Hand back')

  const question = chat.getByText('How did we do?')
  await question.waitFor({ timeout: PATIENCE })
  await chat.getByRole('textbox', { name: 'Comment' }).focus()
  // there is no rating yet, and nothing to send
  await page.keyboard.press('Tab')
  await expect.poll(() => chat.getByRole('button', { name: 'Skip' }).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true)
  await page.keyboard.press('Enter')
  // the next of the closing tasks
  await chat.getByText(/anything else/i).first().waitFor({ timeout: PATIENCE })
  expect(await question.count()).toBe(0)
  const box = chat.getByRole('textbox', { name: 'Message' })
  await expect.poll(() => box.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true)
  await page.keyboard.type('Something else then')
  await page.keyboard.press('Enter')
  await answers(2)
  expect(await question.count()).toBe(0)

  await page.reload()
  await visitor.sees('Something else then')
  await visitor.say('And one more')
  await answers(3)
  expect(await question.count()).toBe(0)
  await agent.close()
  await visitor.close()
})

it.each(['as it comes', 'each time that it changes'])('a survey that was answered at length leaves the visitor at the end, where the thanks are, laid out %s', async (when) => {
  const visitor = await newVisitor(browser, site.base)
  const { chat } = visitor
  await visitor.open()
  await visitor.say('Where is my card?')
  await visitor.sees('I see.')
  await chat.getByRole('button', { name: 'Talk to a human' }).click()
  const agent = await newAgent(browser, site.base)
  await agent.claimFirst()
  await agent.press('Hand back')
  await chat.getByRole('radio', { name: '7' }).check({ force: true })
  const log = chat.getByRole('log')
  const toGo = () => log.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight)
  await chat.getByRole('button', { name: 'Tell us more' }).click()
  await expect.poll(toGo).toBeGreaterThan(100)
  // a page may measure whenever it likes, and so move what is scrolled between two frames
  if (when !== 'as it comes') await log.evaluate((element) => new MutationObserver(() => element.scrollHeight).observe(element, { childList: true, subtree: true }))
  // pressed where it is seen, without going further down
  await chat.getByRole('button', { name: 'Send rating' }).evaluate((button) => (button as HTMLElement).click())
  await log.getByText(/anything else/i).waitFor({ timeout: PATIENCE })
  await expect.poll(toGo).toBeLessThan(4)
  await agent.close()
  await visitor.close()
})
