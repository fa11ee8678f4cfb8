import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import type { RunningServer } from './rig.ts'
import { PATIENCE, complaints, newAgent, newVisitor, startServer } from './rig.ts'

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

describe('a page with the widget', () => {
  it('asks the hub for nothing and stores nothing before the visitor writes, and opening the panel begins no conversation', async () => {
    const context = await browser.newContext()
    const requests: string[] = []
    context.on('request', (request) => requests.push(new URL(request.url()).pathname))
    const visitor = await newVisitor(browser, server.base, context)
    const kept = (): Promise<number> => visitor.page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)
    const toHub = (): string[] => requests.filter((path) => path.startsWith('/handback/') && !path.endsWith('.js'))
    await visitor.page.getByRole('button', { name: 'Open chat' }).waitFor()
    expect(toHub()).toEqual([])
    expect(await kept()).toBe(0)

    await visitor.open()
    await visitor.sees(/AI assistant/i)
    await visitor.status('Chatting with AI Assistant')
    expect(toHub()).toEqual([])
    // what looks at options is fetched where there is something to look at
    const late = (name: string): number => requests.filter((path) => path.includes(`/${name}-`)).length
    expect([late('first-look'), late('checks')]).toEqual([1, 0])
    expect(await kept()).toBe(0)

    const agent = await newAgent(browser, server.base)
    // until the hub has told of all conversations every list is empty
    await agent.page.getByText('Live', { exact: true }).waitFor({ timeout: PATIENCE })
    expect(await agent.page.getByRole('button', { name: /Visitor \d/ }).count()).toBe(0)
    await agent.close()
    await visitor.close()
  })

  it('puts the focus into the message box, closes by Escape and gives the focus back', async () => {
    const visitor = await newVisitor(browser, server.base)
    await visitor.open()
    const focused = (): Promise<string | null | undefined> =>
      visitor.page.evaluate(() => {
        let element = document.activeElement
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
        return element?.getAttribute('aria-label')
      })
    await expect.poll(focused).toBe('Message')
    await visitor.page.keyboard.press('Escape')
    await visitor.chat.waitFor({ state: 'hidden' })
    await expect.poll(focused).toBe('Open chat')
    await visitor.close()
  })
})

describe('the main conversation', () => {
  it('goes bot, queue, person, hand-back, closed, and round again, three times', async () => {
    const visitor = await newVisitor(browser, server.base)
    const wrong = complaints(visitor.page)
    const agent = await newAgent(browser, server.base)
    wrong.push(...complaints(agent.page))
    await visitor.open()
    await visitor.sees(/AI assistant/i)

    for (const cycle of [1, 2, 3]) {
      // the bot answers from the right article
      await visitor.say("My card still hasn't arrived, what can I do?")
      await visitor.status('Chatting with AI Assistant')
      // of a long thread not all rows are in the document
      await expect.poll(async () => (await visitor.thread()).at(-1), { timeout: PATIENCE }).toMatch(/^Most new cards.*Sources/)
      const cited = await visitor.chat.getByRole('log').getByRole('link').last().getAttribute('href')
      expect(cited).toMatch(/card_arrival$/)

      // the visitor asks for a person, by the button and in words
      if (cycle === 2) await visitor.say('can I speak to a real person please')
      else await visitor.chat.getByRole('button', { name: 'Talk to a human' }).click()
      await visitor.status('Connecting to agent…')
      await visitor.status(/number 1 in line|We’ll be with you as soon as we can/)

      // the console shows who waits and why, and what was said
      const item = agent.queue().getByRole('listitem').first()
      await item.filter({ hasText: /Visitor \d+/ }).filter({ hasText: /hasn't arrived|real person/ }).waitFor({ timeout: PATIENCE })
      await agent.claimFirst()
      await agent.sees("My card still hasn't arrived, what can I do?")
      await agent.context.filter({ hasText: /still hasn't arrived/ }).waitFor()
      await agent.context.getByRole('link').first().waitFor()

      // the visitor sees who is there, and that she types
      await visitor.sees('Sarah joined')
      await visitor.status('Chatting with Sarah')
      await agent.thread.getByRole('textbox', { name: 'Message' }).pressSequentially(`Hello, round ${cycle}`)
      await visitor.status('Sarah is typing…')
      await agent.thread.getByRole('button', { name: 'Send', exact: true }).click()
      await visitor.sees(`Hello, round ${cycle}`)
      await visitor.status('Chatting with Sarah')
      await visitor.chat.getByRole('textbox', { name: 'Message' }).pressSequentially('Thank y')
      await agent.thread.getByText(/is typing…/).first().waitFor()
      await visitor.say(`Thank you ${cycle}`)
      await agent.sees(`Thank you ${cycle}`)

      // back to the bot for the closing tasks
      await agent.press('Hand back')
      await visitor.sees('Sarah handed you back to the AI Assistant')
      await visitor.status('Chatting with AI Assistant')
      await visitor.chat.getByRole('radiogroup').getByRole('radio', { name: '6' }).check({ force: true })
      await visitor.chat.getByRole('button', { name: 'Send rating' }).click()
      await visitor.sees(/Anything else/i)
      if (cycle === 1) await visitor.chat.getByRole('button', { name: /No, that’s all/ }).click()
      else if (cycle === 2) await agent.press('Resolve')
      else await visitor.say('no thanks')
      await visitor.status('Conversation ended')
    }
    expect(wrong).toEqual([])
    await visitor.close()
    await agent.close()
  })

  it('shows a picture that the visitor sends to the agent, and offers files again after a reload', async () => {
    const visitor = await newVisitor(browser, server.base)
    const agent = await newAgent(browser, server.base)
    await visitor.open()
    const orange = await visitor.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(60, 40)
      const paint = canvas.getContext('2d')
      if (!paint) throw new Error('nothing to paint with')
      paint.fillStyle = '#ff8000'
      paint.fillRect(0, 0, 60, 40)
      return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())]
    })
    const chooser = visitor.chat.locator('input[type=file]')
    await chooser.setInputFiles({ name: 'damage.png', mimeType: 'image/png', buffer: Buffer.from(orange) })
    await visitor.say('This is how my card came')
    await visitor.chat.getByRole('button', { name: 'Talk to a human' }).click()
    await agent.queue().getByRole('listitem').filter({ hasText: 'This is how my card came' }).getByRole('button', { name: 'Claim' }).click({ timeout: PATIENCE })
    const picture = agent.thread.getByRole('log').getByRole('img', { name: 'damage.png' })
    await picture.waitFor({ timeout: PATIENCE })
    const middle = await picture.evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement
      return [...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(width / 2, height / 2, 1, 1).data ?? [])]
    })
    expect(middle).toEqual([255, 128, 0, 255])
    await visitor.page.reload()
    await visitor.sees('damage.png')
    await chooser.waitFor({ state: 'attached' })
    await visitor.close()
    await agent.close()
  })

  it('takes a request for a person before any message', async () => {
    const visitor = await newVisitor(browser, server.base)
    await visitor.open()
    await visitor.chat.getByRole('button', { name: 'Talk to a human' }).click()
    await visitor.status('Connecting to agent…')
    await visitor.chat.getByRole('button', { name: 'Waiting for a person' }).waitFor()
    await visitor.chat.getByRole('button', { name: 'Cancel request' }).click()
    await visitor.status('Chatting with AI Assistant')
    await visitor.close()
  })

  it('asks how it was where a person ends the conversation instead of the assistant', async () => {
    const visitor = await newVisitor(browser, server.base)
    const agent = await newAgent(browser, server.base)
    await visitor.open()
    await visitor.say('I want to talk to a human, quickly please')
    await agent.queue().getByRole('listitem').filter({ hasText: 'quickly please' }).getByRole('button', { name: 'Claim' }).click({ timeout: PATIENCE })
    await visitor.sees('Sarah joined')
    await agent.press('Resolve')
    await visitor.status('Conversation ended')
    await visitor.chat.getByRole('radio', { name: '7' }).check({ force: true })
    await visitor.chat.getByRole('button', { name: 'Send rating' }).click()
    await visitor.sees('You rated this conversation 7 out of 7')
    await visitor.status('Conversation ended')
    await visitor.close()
    await agent.close()
  })

  it('lets one of two agents win a claim and tells the other who did', async () => {
    const visitor = await newVisitor(browser, server.base)
    const sarah = await newAgent(browser, server.base, 'Sarah')
    const tom = await newAgent(browser, server.base, 'Tom')
    await visitor.open()
    await visitor.chat.getByRole('button', { name: 'Talk to a human' }).click()
    const buttons = await Promise.all(
      [sarah, tom].map(async (agent) => {
        const button = agent.queue().getByRole('button', { name: 'Claim' }).first()
        await button.waitFor({ timeout: PATIENCE })
        return button
      }),
    )
    // both presses leave before either answer is back
    await Promise.all(buttons.map((button) => button.evaluate((element: HTMLElement) => element.click())))
    await visitor.sees(/(Sarah|Tom) joined/)
    const winner = (await visitor.thread()).some((text) => text.includes('Sarah joined')) ? 'Sarah' : 'Tom'
    const loser = winner === 'Sarah' ? tom : sarah
    await loser.page.getByRole('alert').filter({ hasText: `${winner} has already claimed this conversation` }).waitFor({ timeout: PATIENCE })
    expect((await visitor.thread()).filter((text) => / joined/.test(text))).toEqual([`${winner} joined`])
    for (const one of [visitor, sarah, tom]) await one.close()
  })
})
