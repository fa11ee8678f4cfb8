import { LLMock } from '@copilotkit/aimock'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import type { RunningServer } from './rig.ts'
import { PATIENCE, newVisitor, startServer } from './rig.ts'

let browser: Browser
let server: RunningServer
const model = new LLMock({ port: 0, latency: 20, chunkSize: 12 })

beforeAll(async () => {
  model.onMessage(/PIN/, { content: 'Open **Cards** and choose a new PIN at any cash machine.\nSOURCES: change_pin' })
  model.onMessage(/lawyer/, { toolCalls: [{ name: 'transfer_to_human', arguments: JSON.stringify({ reason: 'legal', summary: 'Wants legal advice.' }) }] })
  await model.start()
  browser = await launchChromium()
  server = await startServer(undefined, { HANDBACK_MODEL_URL: `${model.url}/v1`, HANDBACK_MODEL: 'test-model' })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await model.stop()
})

it('answers through a model that is given the articles, and cites the one it names', async () => {
  const visitor = await newVisitor(browser, server.base)
  await visitor.open()
  await visitor.say('How do I change my PIN?')
  await visitor.sees('choose a new PIN at any cash machine')
  const link = visitor.chat.getByRole('log').getByRole('link').first()
  await link.waitFor({ timeout: PATIENCE })
  expect(await link.getAttribute('href')).toMatch(/change_pin$/)
  expect((await visitor.thread()).join()).not.toContain('SOURCES')
  const [request] = model.getRequests()
  expect(JSON.stringify(request?.body)).toContain('change_pin')
  await visitor.close()
})

it('takes a tool call of the model as a request for a person, without a word of the model', async () => {
  const visitor = await newVisitor(browser, server.base)
  await visitor.open()
  await visitor.say('I want to talk about what my lawyer said')
  await visitor.status('Connecting to agent…')
  await visitor.close()
})
