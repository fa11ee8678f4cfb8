import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Chat, ChatEvents } from '../../src/client/api.ts'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import { isHandbackError, textOf } from '../../src/protocol/index.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { lateChat } from '../../src/widget/late-chat.ts'
import { addWish } from '../../src/widget/wishes.ts'
import { createWorld, maria } from '../hub/world.ts'
import { tokenOf } from '../hub/http-world.ts'
import { settled, until } from '../hub/until.ts'
import { scriptedTransport } from '../client/scripted-transport.ts'
import { bot, createFakeChat } from './fake-chat.ts'

const stores = ['$state', '$messages', '$receipts', '$streaming', '$status', '$participants', '$queue', '$unread', '$connection', '$panel'] as const
const events = ['ready', 'open', 'close', 'message', 'alert', 'statechange', 'queue', 'unread', 'connection', 'error'] as const

/** Code that comes when the test says so, or does not. */
function later(make: () => Chat) {
  const asked: { resolve: (chat: Chat) => void; reject: (error: unknown) => void }[] = []
  const load = (): Promise<Chat> => new Promise((resolve, reject) => asked.push({ resolve, reject }))
  return {
    load,
    asked,
    async comes() {
      asked.at(-1)?.resolve(make())
      await settled()
    },
    async fails() {
      asked.at(-1)?.reject(new Error('Offline'))
      await settled()
    },
  }
}

/** Everything that a page hears of a chat, in its order. */
function hear(chat: Chat): unknown[] {
  const heard: unknown[] = []
  for (const name of stores) chat[name].listen((value) => heard.push([name, value]))
  for (const type of events) chat.on(type, (detail: ChatEvents[typeof type]) => heard.push([type, detail]))
  return heard
}

function late(stored = false) {
  const fake = createFakeChat(1_000)
  const code = later(() => fake.chat)
  const chat = lateChat(code.load, () => stored, addWish)
  return { fake, code, chat, heard: hear(chat) }
}

describe('before it is needed', () => {
  it('is idle as a chat is, and loads nothing for being looked at, told facts, shown or resumed with nothing stored', async () => {
    const { chat, code, heard } = late()
    const real = createChat({ transport: scriptedTransport(), storage: memoryStorage(), tabs: null })
    for (const name of stores) expect(chat[name].get(), name).toBe(real[name].get())
    await chat.resume()
    chat.setVisible(true)
    chat.open()
    chat.hide()
    chat.retry('message-that-is-none')
    await chat.setAttributes({ plan: 'gold' })
    await chat.setLocale('de')
    await chat.identify({ id: 'maria', credentials: () => 'token' })
    expect(code.asked).toHaveLength(0)
    expect(heard).toEqual([['ready', null], ['$panel', 'open'], ['open', null], ['$panel', 'hidden'], ['close', null]])
    real.destroy()
  })

  it('keeps the newest of what it is told, however often that is', async () => {
    const { chat, code, fake } = late()
    const facts: Record<string, number> = { since: 2019 }
    await chat.setAttributes(facts)
    delete facts['since']
    for (let scroll = 0; scroll < 500; scroll += 1) await chat.setAttributes(Object.assign(facts, { scroll }))
    void chat.requestHuman()
    await code.comes()
    expect(fake.calls).toEqual([['setAttributes', { since: 2019, scroll: 499 }], ['requestHuman']])
  })

  it('is loaded by the first key, once, and what was said beforehand is told first', async () => {
    const { chat, code, fake } = late()
    await chat.setAttributes({ plan: 'gold' })
    chat.setVisible(false)
    chat.setVisible(true)
    chat.typing()
    chat.typing()
    expect(code.asked).toHaveLength(1)
    const sent = chat.sendMessage('Hello')
    await code.comes()
    expect(await sent).toBe('own-message-1')
    chat.typing()
    expect(fake.calls).toEqual([['setVisible', true], ['setAttributes', { plan: 'gold' }], ['sendMessage', 'Hello'], ['typing']])
  })

  it('lets what is called while it comes wait behind what waited', async () => {
    const { chat, code, fake } = late()
    const stop = chat.$messages.listen((rows) => {
      if (rows.length === 0) return
      stop()
      void chat.requestHuman()
    })
    Object.assign(fake.chat, {
      async sendMessage(text: string) {
        fake.calls.push(['sendMessage', text])
        fake.says(bot, 'An answer at once')
        return 'own-message-1'
      },
    })
    const sent = chat.sendMessage('Hello')
    void chat.endConversation()
    await code.comes()
    await sent
    expect(fake.calls.map(([name]) => name)).toEqual(['sendMessage', 'endConversation', 'requestHuman'])
  })

  it('is loaded by a resume where something is stored', async () => {
    const { chat, code, fake } = late(true)
    const resumed = chat.resume()
    await code.comes()
    await resumed
    expect(fake.calls).toEqual([['resume']])
  })
})

describe('a load that fails', () => {
  it('rejects what waits, keeps what was told, is not repeated at each key, and is tried again by the next verb', async () => {
    const { chat, code, fake } = late()
    await chat.setLocale('de')
    const sent = [chat.sendMessage('Hello'), chat.requestHuman()].map((promise) => promise.catch((error: unknown) => error))
    await code.fails()
    for (const error of await Promise.all(sent)) expect(isHandbackError(error) && [error.code, error.retryable]).toEqual(['client/unavailable', true])
    chat.typing()
    expect(code.asked).toHaveLength(1)
    const again = chat.sendMessage('Hello')
    expect(code.asked).toHaveLength(2)
    await code.comes()
    await again
    expect(fake.calls).toEqual([['setLocale', 'de'], ['sendMessage', 'Hello']])
  })

  it('rejects facts that were told meanwhile, and tells them to the next, whose refusal is an error event', async () => {
    const { chat, code, fake, heard } = late()
    await chat.setLocale('de')
    const ann = { id: 'ann', credentials: () => 'token' }
    const all = [chat.sendMessage('Hello'), chat.identify(ann), chat.setAttributes({ plan: 'gold' })]
    const asked = all.map((one) => one.catch((error: unknown) => error))
    await code.fails()
    for (const error of await Promise.all(asked)) expect(error).toMatchObject({ code: 'client/unavailable' })
    const refusal = new Error('Refused')
    fake.failWith(refusal)
    const again = chat.sendMessage('Hello').catch(() => undefined)
    await code.comes()
    await again
    expect(fake.calls).toEqual([['setLocale', 'de'], ['identify', ann], ['setAttributes', { plan: 'gold' }], ['sendMessage', 'Hello']])
    const errors = heard.filter((one) => (one as unknown[])[0] === 'error')
    expect(errors).toEqual([['error', refusal], ['error', refusal], ['error', refusal]])
  })

  it('hands the errors of the chat on as they are', async () => {
    const { chat, code, fake, heard } = late()
    await chat.setLocale('de')
    const refusal = new Error('Refused')
    fake.failWith(refusal)
    const asked = chat.requestHuman().catch((error: unknown) => error)
    await code.comes()
    expect(await asked).toBe(refusal)
    expect(heard.filter((one) => (one as unknown[])[0] === 'error')).toEqual([['error', refusal]])
  })
})

describe('the end', () => {
  it('before a load leaves nothing to load; a verb is client/closed', async () => {
    const { chat, code } = late()
    chat.destroy()
    chat.destroy()
    chat.typing()
    await expect(chat.sendMessage('Hello')).rejects.toMatchObject({ code: 'client/closed' })
    expect(code.asked).toHaveLength(0)
  })

  it('during a load comes after what was asked before it', async () => {
    const { chat, code, fake } = late()
    const sent = chat.sendMessage('Hello')
    chat.destroy()
    await code.comes()
    await sent
    expect(fake.calls).toEqual([['sendMessage', 'Hello'], ['destroy']])
  })
})

const verbs: readonly ((chat: Chat) => Promise<unknown>)[] = [
  (chat) => chat.sendMessage('Hello'),
  (chat) => chat.sendMessage({ text: 'With a file', files: [] }),
  (chat) => chat.requestHuman(),
  (chat) => chat.rateMessage('message-1', 'up'),
  (chat) => chat.submitForm('form-0001', { name: 'Maria' }, { fields: [] }),
  (chat) => chat.uploadFile(new Blob(['x']), { name: 'x.txt' }),
  (chat) => chat.setAttributes({ plan: 'gold' }),
  (chat) => chat.conversations(),
]
const step = fc.oneof(
  { weight: 4, arbitrary: fc.nat(verbs.length - 1).map((verb) => ({ verb })) },
  fc.constantFrom('open', 'close', 'toggle', 'hide', 'show').map((panel) => ({ panel })),
  fc.constantFrom('says', 'streams', 'lands', 'unread').map((news) => ({ news })),
)

it('gives the same verbs in the same order, the same answers and the same news as the chat alone, whenever it comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), fc.nat(20), fc.nat(3), async (steps, at, pause) => {
      const run = async (chat: Chat, fake: ReturnType<typeof createFakeChat>, comes: () => Promise<void>) => {
        const heard = hear(chat)
        const answers: Promise<unknown>[] = []
        for (const [index, { verb, panel, news }] of (steps as { verb?: number; panel?: 'open'; news?: string }[]).entries()) {
          if (index === at) await comes()
          if (verb !== undefined) answers.push(verbs[verb]?.(chat) ?? Promise.resolve())
          if (panel) chat[panel]()
          // a chat that is not there hears nothing
          if (index >= at) {
            if (news === 'says') fake.emit('message', fake.says(bot, `Words ${index}`))
            if (news === 'streams') fake.streams('Word')
            if (news === 'lands') fake.lands()
            if (news === 'unread') fake.$unread.set(index)
          }
          if (index % 4 < pause) await settled()
        }
        if (steps.length <= at) await comes()
        const given = await Promise.all(answers)
        // facts told to a chat without a conversation change nothing that can be seen, so that when they are heard is no matter
        const heardOf = (...names: string[]) => heard.filter((one) => names.includes((one as string[])[0] ?? ''))
        const values = stores.map((name) => [name, name === '$messages' ? chat.$messages.get().slice() : chat[name].get()])
        return JSON.stringify({ given, calls: fake.calls, values, panel: heardOf('$panel'), news: heardOf('message', '$unread', '$streaming') })
      }
      const alone = createFakeChat(1_000)
      const behind = createFakeChat(1_000)
      const code = later(() => behind.chat)
      const front = lateChat(code.load, () => false, addWish)
      const wanted = await run(alone.chat, alone, async () => undefined)
      const comes = async (): Promise<void> => {
        front.typing()
        await code.comes()
      }
      expect((await run(front, behind, comes)).replace('["typing"],', '')).toBe(wanted)
      for (const name of stores) if (name !== '$panel') expect(front[name].get(), name).toBe(behind.chat[name].get())
    }),
    { seed: 20_261_121, numRuns: 60 },
  )
})

it('is the real chat of a real hub once the visitor writes: in order, with the same rows, and one change for each of the chat’s', async () => {
  const world = createWorld()
  const token = await tokenOf(world, maria)
  let engine: Chat | undefined
  const own: unknown[] = []
  const code = later(() => {
    engine = createChat({ transport: inProcess(world.hub), storage: memoryStorage(), credentials: () => token, tabs: null })
    engine.$messages.listen((rows) => own.push(rows))
    return engine
  })
  const chat = lateChat(code.load, () => false, addWish)
  onTestFinished(() => chat.destroy())
  await chat.resume()
  const sent = ['One', 'Two', 'Three'].map((text) => chat.sendMessage(text))
  const lists: unknown[] = []
  chat.$messages.listen((rows) => lists.push(rows))
  await code.comes()
  await Promise.all(sent)
  await until(() => chat.$messages.get().some((row) => row.type === 'message' && row.author.kind === 'assistant'))
  const said = chat.$messages.get().flatMap((row) => (row.type === 'message' && row.author.kind === 'visitor' ? [textOf(row.parts)] : []))
  expect(said).toEqual(['One', 'Two', 'Three'])
  expect(chat.$messages.get()).toBe(engine?.$messages.get())
  expect(own.length).toBeGreaterThan(3)
  expect(lists).toHaveLength(own.length)
  for (const [index, rows] of lists.entries()) expect(rows).toBe(own[index])
})
