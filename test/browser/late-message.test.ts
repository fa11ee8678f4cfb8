import { scripted } from 'handback/providers/scripted'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'
import { PATIENCE, newVisitor } from './rig.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof hubInTest>>

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), hubInTest({ provider: scripted(() => ['I see.']), policy: { queueWait: 1_000 } })])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

it.each([['takes', 'waits for it', ''], ['leaves', 'writes on meanwhile', 'One more'], ['leaves', 'has sent what was in the box', '\n']])('a message for later whose code comes late %s the focus, where the visitor %s', async (_does, _what, typed) => {
  const visitor = await newVisitor(browser, site.base)
  const { page, chat } = visitor
  let pass = (): void => {}
  const free = new Promise<void>((resolve) => (pass = resolve))
  await page.route(/\/leave-message-\w+\.js/, async (route) => {
    await free
    await route.continue()
  })
  await visitor.open()
  await chat.getByRole('button', { name: 'Talk to a human' }).click()
  const asked = page.waitForRequest(/\/leave-message-\w+\.js/, { timeout: PATIENCE })
  const box = chat.getByRole('textbox', { name: 'Message', exact: true })
  await chat.getByRole('button', { name: 'Leave a message' }).waitFor({ timeout: PATIENCE })
  await box.fill('Half a draft')
  await chat.getByRole('button', { name: 'Leave a message' }).click()
  await asked
  if (typed === '\n') {
    await box.press('Enter')
    await visitor.sees('I see.')
  } else if (typed) await box.pressSequentially(typed)
  pass()
  const message = chat.getByRole('textbox', { name: 'Your message' })
  await message.waitFor({ timeout: PATIENCE })
  const isThere = (element: Element) => (element.getRootNode() as ShadowRoot).activeElement === element
  await expect.poll(() => (typed ? box : message).evaluate(isThere)).toBe(true)
  await page.keyboard.type('!')
  expect(await (typed ? box : message).inputValue()).toMatch(/!$/)
  await visitor.close()
})
