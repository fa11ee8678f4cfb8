import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTokens } from 'handback/hub'
import { scripted } from 'handback/providers/scripted'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'
import { PATIENCE, complaints, newAgent, newVisitor } from './rig.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

it('an agent whose sign-in the hub takes no longer signs in again, and goes on with what was half written', async () => {
  const tokens = createTokens(crypto.getRandomValues(new Uint8Array(32)))
  let taken = true
  const verify: typeof tokens.verify = async (token) => (taken ? tokens.verify(token) : undefined)
  const server = await hubInTest({ provider: scripted([['One moment.']]), tokens: { ...tokens, verify } })
  const visitor = await newVisitor(browser, server.base)
  await visitor.open()
  await visitor.say('I want to talk to a human')
  await visitor.status('Connecting to agent…')

  const agent = await newAgent(browser, server.base)
  const { page, thread } = agent
  const wrong = complaints(page)
  await agent.claimFirst()
  const box = thread.getByRole('textbox', { name: 'Message' })
  await box.fill('I have just relea')

  taken = false
  await page.context().setOffline(true)
  await page.getByText('Live', { exact: true }).waitFor({ state: 'hidden', timeout: PATIENCE })
  await page.context().setOffline(false)
  const again = page.getByRole('button', { name: 'Sign in again' })
  await again.waitFor({ timeout: PATIENCE })
  expect(await page.getByRole('alert').allInnerTexts()).toEqual(['Your sign-in is no longer valid. Sign in again to go on.'])
  // what is hidden has no role
  expect(await page.getByRole('button').allInnerTexts()).toEqual(['Sign in again'])
  expect(await page.getByRole('list').count()).toBe(0)
  expect(await box.isVisible()).toBe(false)

  taken = true
  await again.click()
  await page.getByRole('button', { name: 'Sign in as Sarah' }).click()
  await box.waitFor({ timeout: PATIENCE })
  expect(await box.inputValue()).toBe('I have just relea')
  expect(await again.count()).toBe(0)
  await agent.say('I have just released your card')
  await visitor.sees('I have just released your card')
  expect(wrong).toEqual([])
  await agent.close()
  await visitor.close()
  await server.stop()
})
