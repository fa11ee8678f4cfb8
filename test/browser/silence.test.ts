import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gates, scripted } from 'handback/providers/scripted'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'
import { PATIENCE, newAgent, newVisitor } from './rig.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const words = ['alpha ', 'bravo ', 'charlie']

/** Where the provider stands still while the person takes over. */
const moments = ['before the first token', 'between tokens', 'after the last token, before the append'] as const

describe('the bot falls silent', () => {
  it.each(moments)('when an agent takes over %s', async (moment) => {
    const at = gates()
    const stop = at.gate('stop')
    const [first, second, third] = words as [string, string, string]
    const script = { [moments[0]]: [stop, ...words], [moments[1]]: [first, stop, second, third], [moments[2]]: [first, second, third, stop] }[moment]
    const provider = scripted([script])
    const server = await hubInTest({ provider })
    const visitor = await newVisitor(browser, server.base)
    const agent = await newAgent(browser, server.base)
    await visitor.open()
    await visitor.say('Tell me something')
    await at.reached('stop')
    if (moment !== moments[0]) await visitor.sees('alpha')

    await agent.page.getByRole('list', { name: 'With the assistant' }).getByText('Tell me something').click({ timeout: PATIENCE })
    await agent.press('Take over')
    await visitor.sees('Sarah joined')
    await expect.poll(() => provider.calls[0]?.aborted).toBe(true)
    at.open('stop')
    await visitor.status('Chatting with Sarah')
    await agent.say('I am here now')
    await visitor.sees('I am here now')

    const thread = await visitor.thread()
    expect(thread.filter((text) => /alpha|bravo|charlie/.test(text))).toEqual([])
    await visitor.page.reload()
    await visitor.chat.waitFor({ timeout: PATIENCE })
    await visitor.sees('I am here now')
    expect(await visitor.thread()).toEqual(thread)
    await visitor.close()
    await agent.close()
    await server.stop()
  })

  it('and answers again after the hand-back', async () => {
    const provider = scripted([['First answer'], ['Second answer']])
    const server = await hubInTest({ provider })
    const visitor = await newVisitor(browser, server.base)
    const agent = await newAgent(browser, server.base)
    await visitor.open()
    await visitor.say('One')
    await visitor.sees('First answer')
    await visitor.chat.getByRole('button', { name: 'Talk to a human' }).click()
    await agent.claimFirst()
    await visitor.say('Are you there?')
    await agent.sees('Are you there?')
    expect(provider.calls).toHaveLength(1)
    await agent.say('Yes')
    await agent.press('Hand back')
    await visitor.sees('Sarah handed you back to the AI Assistant')
    await visitor.say('And one more thing')
    await visitor.sees('Second answer')
    expect(provider.calls).toHaveLength(2)
    expect(provider.calls[1]?.request.messages.map(({ role }) => role)).toContain('agent')
    await visitor.close()
    await agent.close()
    await server.stop()
  })
})

describe('nobody comes', () => {
  it('brings the bot back with an offer to take a message', async () => {
    const server = await hubInTest({ provider: scripted(() => ['An answer']), policy: { queueWait: 1_500 } })
    const visitor = await newVisitor(browser, server.base)
    const agent = await newAgent(browser, server.base)
    await visitor.open()
    await visitor.chat.getByRole('button', { name: 'Talk to a human' }).click()
    await visitor.status('Connecting to agent…')
    await visitor.status('Chatting with AI Assistant')
    await visitor.chat.getByRole('button', { name: 'Leave a message' }).click()
    await visitor.chat.getByRole('textbox', { name: 'Your message' }).fill('Please call me about my mortgage')
    await visitor.chat.getByRole('textbox', { name: 'E-mail (optional)' }).fill('someone@example.com')
    await visitor.chat.getByRole('button', { name: 'Leave message' }).click()
    await visitor.sees('Please call me about my mortgage')
    await visitor.sees('someone@example.com')
    await agent.page.getByText('Please call me about my mortgage').or(agent.page.getByText(/left a message/i)).first().waitFor({ timeout: PATIENCE })
    await visitor.close()
    await agent.close()
    await server.stop()
  })
})
