import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import type { Agent, Visitor } from './rig.ts'
import { PATIENCE, newAgent, newVisitor, startServer } from './rig.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

interface Scene {
  readonly visitor: Visitor
  readonly agent: Agent
}

/** The steps of the main conversation, each with what the visitor must see after it. */
const steps: readonly { readonly name: string; run(scene: Scene): Promise<void>; readonly status: string; readonly sees: string | RegExp }[] = [
  {
    name: 'the bot has answered',
    async run({ visitor }) {
      await visitor.say("My card still hasn't arrived, what can I do?")
      await visitor.chat.getByRole('log').getByRole('link').first().waitFor({ timeout: PATIENCE })
    },
    status: 'Chatting with AI Assistant',
    sees: /working days/,
  },
  {
    name: 'the visitor waits',
    run: ({ visitor }) => visitor.chat.getByRole('button', { name: 'Talk to a human' }).click(),
    status: 'Connecting to agent…',
    sees: /connecting you|connect you/i,
  },
  { name: 'an agent has claimed', run: ({ agent }) => agent.claimFirst(), status: 'Chatting with Sarah', sees: 'Sarah joined' },
  {
    name: 'both have written',
    async run({ visitor, agent }) {
      await agent.say('Hello, I am looking into it')
      await visitor.sees('Hello, I am looking into it')
      await visitor.say('Great, thanks')
      await agent.sees('Great, thanks')
    },
    status: 'Chatting with Sarah',
    sees: 'Great, thanks',
  },
  { name: 'the agent has handed back', run: ({ agent }) => agent.press('Hand back'), status: 'Chatting with AI Assistant', sees: 'handed you back' },
  {
    name: 'the visitor has rated',
    async run({ visitor }) {
      await visitor.chat.getByRole('radio', { name: '7' }).check({ force: true })
      await visitor.chat.getByRole('button', { name: 'Send rating' }).click()
    },
    status: 'Chatting with AI Assistant',
    sees: /Anything else/i,
  },
  { name: 'the conversation is closed', run: ({ visitor }) => visitor.say('no thanks'), status: 'Conversation ended', sees: 'no thanks' },
  {
    name: 'it was opened again',
    async run({ visitor }) {
      const links = visitor.chat.getByRole('log').getByRole('link')
      const before = await links.count()
      await visitor.say('How do I change my PIN?')
      await links.nth(before).waitFor({ timeout: PATIENCE })
    },
    status: 'Chatting with AI Assistant',
    sees: 'How do I change my PIN?',
  },
]

async function reopened(visitor: Visitor): Promise<void> {
  await visitor.page.reload()
  // it stood open, so it opens again by itself
  await visitor.chat.waitFor({ timeout: PATIENCE })
}

// each has a hub of its own, and much of the time all that happens is waiting for it
describe.concurrent('each step of the conversation', () => {
  it('survives a reload of both pages', async ({ expect }) => {
    const server = await startServer()
    const scene = { visitor: await newVisitor(browser, server.base), agent: await newAgent(browser, server.base) }
    const { visitor, agent } = scene
    await visitor.open()
    for (const { name, run, status, sees } of steps) {
      await run(scene)
      await visitor.sees(sees)
      await visitor.status(status)
      const before = await visitor.thread()
      await Promise.all([reopened(visitor), agent.page.reload()])
      await visitor.sees(sees)
      await visitor.status(status)
      // an answer that was still being written may have ended meanwhile
      await expect.poll(async () => (await visitor.thread()).slice(0, before.length), { timeout: PATIENCE, message: name }).toEqual(before)
      await agent.page.getByRole('list', { name: 'Queue' }).waitFor({ timeout: PATIENCE })
      await agent.page.getByText(/Visitor \d+/).first().click({ timeout: PATIENCE })
      await agent.sees(sees instanceof RegExp ? sees : sees.replace('handed you back', 'handed'))
    }
    await visitor.close()
    await agent.close()
    await server.stop()
  }, 180_000)

  it('survives a hub that is killed and started again', async ({ expect }) => {
    const server = await startServer()
    const scene = { visitor: await newVisitor(browser, server.base), agent: await newAgent(browser, server.base) }
    const { visitor, agent } = scene
    await visitor.open()
    for (const { name, run, status, sees } of steps) {
      await run(scene)
      await visitor.sees(sees)
      const before = await visitor.thread()
      await server.kill()
      await server.restart()
      await agent.page.getByText('Live', { exact: true }).waitFor({ timeout: PATIENCE })
      await visitor.status(status)
      await expect.poll(async () => (await visitor.thread()).slice(0, before.length), { timeout: PATIENCE, message: name }).toEqual(before)
    }
    await visitor.close()
    await agent.close()
    await server.stop()
  }, 240_000)

  it('keeps a message that is typed while the hub is down, and sends it once', async ({ expect }) => {
    const server = await startServer()
    const visitor = await newVisitor(browser, server.base)
    await visitor.open()
    await visitor.say('How do I activate my card?')
    await visitor.chat.getByRole('log').getByRole('link').first().waitFor({ timeout: PATIENCE })
    await server.kill()
    await visitor.say('How do I change my PIN?')
    await visitor.sees('How do I change my PIN?')
    await visitor.sees(/Sending/)
    // the page comes back from the restarted server with the message still in its storage
    await server.restart()
    await reopened(visitor)
    await expect.poll(() => visitor.chat.getByRole('log').getByRole('link').count(), { timeout: PATIENCE }).toBeGreaterThanOrEqual(2)
    expect((await visitor.thread()).filter((text) => text.includes('How do I change my PIN?'))).toHaveLength(1)
    expect(await visitor.chat.getByText('Sending').count()).toBe(0)
    await visitor.close()
    await server.stop()
  }, 90_000)
})

it('shows what could not be fetched when it was needed as soon as it can be, and says meanwhile that something did not work', async () => {
  const server = await startServer()
  const visitor = await newVisitor(browser, server.base)
  const agent = await newAgent(browser, server.base)
  let away = true
  const tried: string[] = []
  await visitor.page.route(/\/survey-\w+\.js$/, (route) => {
    tried.push(route.request().url())
    return away ? route.abort('connectionreset') : route.continue()
  })
  await visitor.open()
  await visitor.say('I want to talk to a human')
  await agent.claimFirst()
  await agent.press('Hand back')
  await visitor.sees('handed you back')
  const failed = visitor.chat.getByRole('alert')
  await failed.filter({ hasText: 'That didn’t work' }).waitFor({ timeout: PATIENCE })
  expect(await visitor.chat.getByRole('radio').count()).toBe(0)
  away = false
  // nobody has to press anything
  await visitor.chat.getByRole('radio', { name: '7' }).check({ force: true, timeout: PATIENCE })
  expect(await failed.count()).toBe(0)
  expect(tried.length).toBeGreaterThan(1)
  await visitor.chat.getByRole('button', { name: 'Send rating' }).click()
  await visitor.sees(/Anything else/i)
  await visitor.close()
  await agent.close()
  await server.stop()
}, 90_000)

describe.concurrent('a hub that dies at a named moment', () => {
  it.for(['before-append', 'after-append', 'before-fan-out', 'mid-stream'] as const)('loses and doubles nothing at %s', { timeout: 180_000 }, async (point, { expect }) => {
    const server = await startServer('./failing-server.ts')
    const visitor = await newVisitor(browser, server.base)
    await visitor.open()
    await visitor.say('How do I activate my card?')
    await visitor.chat.getByRole('log').getByRole('link').first().waitFor({ timeout: PATIENCE })
    const questions = ['How do I change my PIN?', 'Can I have a virtual card?']
    for (const [index, question] of questions.entries()) {
      await server.kill()
      await server.restart({ HANDBACK_FAIL_AT: `${point}:${index + 1}` })
      await visitor.say(question)
      await server.ended()
      await server.restart()
      await expect.poll(() => visitor.chat.getByRole('log').getByRole('link').count(), { timeout: PATIENCE, message: question }).toBeGreaterThanOrEqual(index + 2)
    }
    const thread = await visitor.thread()
    for (const question of questions) expect(thread.filter((text) => text.includes(question))).toHaveLength(1)
    const order = questions.map((question) => thread.findIndex((text) => text.includes(question)))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(await visitor.chat.getByText('Sending').count()).toBe(0)
    await reopened(visitor)
    await expect.poll(() => visitor.thread(), { timeout: PATIENCE }).toEqual(thread)
    await visitor.close()
    await server.stop()
  })
})
