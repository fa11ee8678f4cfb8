import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import type { RunningServer } from './rig.ts'
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

/** Every byte that a page receives from the hub, streams included, as the browser's own network log has it. */
async function recorded(page: Page): Promise<() => Promise<string>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const chunks: string[] = []
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (!response.url.includes('/handback/') || response.url.endsWith('.js')) return
    // what a stream has brought so far, then each piece as it comes
    session.send('Network.streamResourceContent', { requestId }).then(
      ({ bufferedData }) => chunks.push(Buffer.from(bufferedData, 'base64').toString()),
      () => session.send('Network.getResponseBody', { requestId }).then(({ body }) => chunks.push(body), () => chunks.push('')),
    )
  })
  session.on('Network.dataReceived', ({ data }) => {
    if (data) chunks.push(Buffer.from(data, 'base64').toString())
  })
  return async () => chunks.join('\n')
}

it('never sends a visitor a byte of another visitor or of a note', async () => {
  const first = await newVisitor(browser, server.base)
  const second = await newVisitor(browser, server.base)
  const firstBytes = await recorded(first.page)
  const secondBytes = await recorded(second.page)
  const agent = await newAgent(browser, server.base)
  const names: string[] = []

  const chats = [[first, 'mangrove'], [second, 'obsidian']] as const
  // both at once: questions, streamed answers, and the wait for a person
  await Promise.all(
    chats.map(async ([visitor, word]) => {
      await visitor.open()
      await visitor.say(`How do I change my PIN? Secret word ${word}`)
      await visitor.chat.getByRole('log').getByRole('link').first().waitFor({ timeout: PATIENCE })
      await visitor.chat.getByRole('button', { name: 'Talk to a human' }).click()
      await visitor.status('Connecting to agent…')
    }),
  )
  for (const [visitor, word] of chats) {
    await agent.queue().getByRole('listitem').filter({ hasText: word }).waitFor()
    names.push((await agent.queue().getByRole('listitem').filter({ hasText: word }).textContent()) ?? '')
    await agent.queue().getByRole('listitem').filter({ hasText: word }).getByRole('button', { name: 'Claim' }).click()
    await agent.sees(word)
    await agent.press('Add note')
    await agent.thread.getByRole('textbox', { name: /note/i }).fill(`Note: quicksilver about ${word}`)
    await agent.thread.getByRole('button', { name: /save note|add note/i }).last().click()
    await agent.sees('quicksilver')
    await agent.say(`Hello there, ${word} friend`)
    await visitor.sees(`Hello there, ${word} friend`)
    await agent.press('Hand back')
    await visitor.sees('handed you back')
  }
  const ids = names.map((text) => /Visitor \d+/.exec(text)?.[0] ?? '')
  const one = await firstBytes()
  const two = await secondBytes()
  // the recording is real: it holds what each visitor saw
  expect(one).toContain('Hello there, mangrove friend')
  expect(two).toContain('Hello there, obsidian friend')
  expect(one).not.toContain('obsidian')
  expect(two).not.toContain('mangrove')
  for (const bytes of [one, two]) expect(bytes).not.toContain('quicksilver')
  expect(ids[0]).not.toBe(ids[1])
  expect(one).not.toContain(ids[1])
  expect(two).not.toContain(ids[0])
  for (const party of [first, second, agent]) await party.close()
})
