import { fileURLToPath } from 'node:url'
import { createHub, createTokens } from 'handback/hub'
import { nodeHandler } from 'handback/hub/node'
import { scripted } from 'handback/providers/scripted'
import { memoryStore } from 'handback/stores/memory'
import { expect, it, onTestFinished } from 'vitest'
import { servePage } from '../gallery/serve-page.ts'
import { launchChromium } from './chromium.ts'
import { PATIENCE } from './rig.ts'

it('two widgets of a page that share one chat show one conversation, by one stream', async () => {
  const hub = createHub({
    store: memoryStore(),
    tokens: createTokens(crypto.getRandomValues(new Uint8Array(32))),
    provider: scripted(({ messages }) => [`Answer to ${messages.length}`]),
  })
  const handle = nodeHandler(hub)
  const streams: string[] = []
  const site = await servePage(fileURLToPath(new URL('one-chat-page.ts', import.meta.url)), (request, response) => {
    if (request.url?.startsWith('/handback/stream')) streams.push(request.url)
    return handle(request, response)
  })
  onTestFinished(async () => {
    await hub.close()
    await site.stop()
  })
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(PATIENCE)
  await page.goto(site.base)
  const [inline, corner] = [page.locator('#inline'), page.locator('#corner')]
  const ask = async (where: typeof inline, text: string) => {
    await where.getByRole('textbox', { name: 'Message' }).fill(text)
    await where.getByRole('button', { name: 'Send', exact: true }).click()
  }
  const bubbles = (where: typeof inline) => where.locator('.row .bubble > :is(p, .md)').allTextContents()

  await ask(inline, 'Where is my card?')
  await inline.getByText('Answer to').first().waitFor()
  await corner.getByRole('button', { name: 'Open chat' }).click()
  await corner.getByText('Answer to').first().waitFor()
  await ask(corner, 'And now?')
  for (const where of [inline, corner]) await where.getByText('Answer to').nth(1).waitFor()
  await corner.getByRole('button', { name: 'Close chat' }).click()
  await corner.getByRole('region').waitFor({ state: 'hidden' })
  const said = await bubbles(inline)
  expect(said).toHaveLength(4)
  expect(await bubbles(corner)).toEqual(said)
  expect(await page.evaluate('bubbles()')).toBe(4)
  expect(await inline.getByRole('region').isVisible()).toBe(true)
  expect(streams).toHaveLength(1)
})
