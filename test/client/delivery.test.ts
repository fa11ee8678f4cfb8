import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { KnownCommand, ServerFrame } from '../../src/protocol/index.ts'
import { HandbackError, textOf } from '../../src/protocol/index.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { tokenOf } from '../hub/http-world.ts'
import { settled, until } from '../hub/until.ts'
import { createWorld, maria, readAll } from '../hub/world.ts'
import { bubbles, chatWorld, waitless } from './chat-world.ts'
import { hubSide } from './hub-side.ts'
import { scriptedTransport, unreachable } from './scripted-transport.ts'

afterEach(() => {
  vi.useRealTimers()
})

const stopTimers = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })

/** From its first moment on the bubble is there exactly once, and its delivery never goes back. */
function expectOneBubble(history: readonly (readonly string[])[], text: string): void {
  const steps = ['sending', 'sent']
  let reached = -1
  for (const shown of history) {
    const own = shown.filter((bubble) => bubble.endsWith(` ${text}`))
    if (reached < 0 && own.length === 0) continue
    expect([shown, own.length]).toEqual([shown, 1])
    const step = steps.indexOf(own[0]?.split(' ')[0] ?? '')
    expect(step).toBeGreaterThanOrEqual(reached)
    reached = step
  }
  expect(reached).toBe(1)
}

describe('a message', () => {
  test('that begins a conversation has one bubble from the keystroke to the log', async () => {
    const { chat, transport, history, nextCommand } = chatWorld()
    const id = await chat.sendMessage('Hello')
    expect(bubbles(chat)).toEqual(['sending Hello'])
    const frame = await nextCommand(1)
    expect(frame).toMatchObject({ seen: null, command: { id, type: 'message-send', data: { parts: [{ type: 'text', text: 'Hello' }] } } })
    const hub = hubSide(frame.conversation)
    hub.take(frame.command as KnownCommand)
    transport.say(hub.ack(frame))
    await until(() => bubbles(chat)[0] === 'sent Hello')
    await until(() => transport.frames('follow').length === 1)
    expect(transport.frames('follow')).toEqual([{ t: 'follow', follow: { topic: `conversation:${frame.conversation}` } }])
    transport.say(hub.snapshot())
    await until(() => chat.$messages.get().length === 2)
    expect(chat.$messages.get().map(({ type, seq }) => [type, seq])).toEqual([
      ['notice', 2],
      ['message', 3],
    ])
    expectOneBubble(history, 'Hello')
  })

  const orders: Readonly<Record<string, readonly ('ack' | 'echo' | 'drop' | 'resume' | 'snapshot')[]>> = {
    'ack before echo': ['ack', 'echo'],
    'echo before ack': ['echo', 'ack'],
    'echo, and the ack lost': ['echo', 'drop', 'resume'],
    'ack, and the echo lost': ['ack', 'drop', 'resume'],
    'both lost': ['drop', 'resume', 'ack'],
    'both lost, and the repeated command acknowledged before the resume': ['drop', 'ack', 'resume'],
    'ack twice': ['ack', 'ack', 'echo', 'ack'],
    'echo twice': ['echo', 'echo', 'ack', 'echo'],
    'ack, and a snapshot instead of the echo': ['ack', 'drop', 'snapshot'],
    'a snapshot instead of both': ['drop', 'snapshot', 'ack'],
  }

  test.each(Object.keys(orders))('has never two bubbles and never none: %s', async (order) => {
    const { chat, transport, history, commands, nextCommand, begin } = chatWorld()
    const hub = await begin('First')
    history.length = 0
    await chat.sendMessage('Second')
    let frame = await nextCommand(2)
    expect(frame.seen).toEqual(hub.head)
    const echo = hub.take(frame.command as KnownCommand)
    const before = { log: 1, seq: 3 }
    const steps: Readonly<Record<(typeof orders)[string][number], () => unknown>> = {
      ack: () => transport.say(hub.ack(frame)),
      echo: () => transport.say(hub.tell(echo)),
      resume: () => transport.say(hub.after(before)),
      snapshot: () => transport.say(hub.snapshot()),
      async drop() {
        const sent = commands().length
        const pending = bubbles(chat).includes('sending Second')
        transport.drop()
        await until(() => transport.attempts.length === 2 && chat.$connection.get() === 'syncing')
        if (!pending) return
        frame = await nextCommand(sent + 1)
        expect(frame).toMatchObject({ command: { id: commands()[1]?.command.id }, seen: before })
      },
    }
    for (const step of orders[order] ?? []) {
      await steps[step]()
      await settled(3)
    }
    expect(bubbles(chat)).toEqual(['sent First', 'sent Second'])
    expectOneBubble(history, 'Second')
    // nothing blocks what comes next
    const count = commands().length
    await chat.sendMessage('Third')
    const third = await nextCommand(count + 1)
    transport.say(hub.tell(hub.take(third.command as KnownCommand)), hub.ack(third))
    await until(() => bubbles(chat).at(-1) === 'sent Third')
    expect(bubbles(chat)).toEqual(['sent First', 'sent Second', 'sent Third'])
  })

  test('waits for the one before it, so that nothing can change their order', async () => {
    const { chat, transport, commands, nextCommand, begin } = chatWorld()
    const hub = await begin('One')
    for (const text of ['Two', 'Three', 'Four']) await chat.sendMessage(text)
    await settled(3)
    expect(commands()).toHaveLength(2)
    for (let count = 2; count <= 4; count += 1) {
      const frame = await nextCommand(count)
      transport.say(hub.ack({ ...frame, command: (hub.take(frame.command as KnownCommand), frame.command) }))
    }
    await until(() => bubbles(chat).every((bubble) => bubble.startsWith('sent')))
    transport.say(hub.after({ log: 1, seq: 3 }))
    await until(() => chat.$messages.get().at(-1)?.seq === 6)
    expect(bubbles(chat)).toEqual(['sent One', 'sent Two', 'sent Three', 'sent Four'])
  })

  test('that the hub refuses stays as failed with its reason, does not stop the next, and is sent again under its id', async () => {
    const { chat, transport, errors, commands, nextCommand, begin } = chatWorld()
    const hub = await begin('One')
    const id = await chat.sendMessage('Two')
    await chat.sendMessage('Three')
    const two = await nextCommand(2)
    transport.say({ t: 'refused', command: two.command.id, refusal: { code: 'request/rate-limited', message: 'Too fast.' } })
    const three = await nextCommand(3)
    transport.say(hub.tell(hub.take(three.command as KnownCommand)), hub.ack(three))
    await until(() => bubbles(chat).includes('sent Three'))
    expect(bubbles(chat)).toEqual(['sent One', 'sent Three', 'failed Two'])
    expect(chat.$messages.get().at(-1)).toMatchObject({ id, delivery: 'failed', failure: 'request/rate-limited' })
    expect(errors).toMatchObject([{ code: 'client/refused', message: 'Too fast.' }])
    chat.retry('message-that-is-none')
    expect(commands()).toHaveLength(3)
    chat.retry(id ?? '')
    expect(bubbles(chat)).toEqual(['sent One', 'sent Three', 'sending Two'])
    const again = await nextCommand(4)
    expect(again.command).toEqual(two.command)
    transport.say(hub.tell(hub.take(again.command as KnownCommand)), hub.ack(again))
    await until(() => bubbles(chat).at(-1) === 'sent Two')
    expect(bubbles(chat)).toEqual(['sent One', 'sent Three', 'sent Two'])
  })

  test('that failed survives a reload as failed, and can be sent again there', async () => {
    const first = chatWorld()
    await first.begin('One')
    const id = await first.chat.sendMessage('Two')
    const two = await first.nextCommand(2)
    first.transport.say({ t: 'refused', command: two.command.id, refusal: { code: 'request/rate-limited', message: 'Too fast.' } })
    await until(() => bubbles(first.chat).at(-1) === 'failed Two')
    await settled(2)
    first.chat.destroy()
    const next = chatWorld({ storage: first.storage })
    await next.chat.resume()
    expect(bubbles(next.chat)).toEqual(['failed Two'])
    await until(() => next.transport.attempts.length === 1)
    await settled(3)
    expect(next.commands()).toEqual([])
    next.chat.retry(id ?? '')
    expect((await next.nextCommand(1)).command).toEqual(two.command)
  })

  test('that is too long for any hub fails at once with its reason, instead of blocking all that come after it', async () => {
    const world = createWorld()
    waitless()
    const chat = createChat({ transport: inProcess(world.hub), credentials: () => tokenOf(world, maria), storage: memoryStorage() })
    onTestFinished(chat.destroy)
    await chat.sendMessage('Hello')
    await until(() => bubbles(chat).includes('assistant All is well.'))
    await chat.sendMessage('x'.repeat(20_000))
    await chat.sendMessage('y'.repeat(100_000))
    await chat.sendMessage('Sorry')
    await until(() => bubbles(chat).filter((bubble) => bubble === 'assistant All is well.').length === 2)
    const states = chat.$messages
      .get()
      .flatMap((row) => (row.type === 'message' && row.delivery ? [`${row.delivery} ${textOf(row.parts).slice(0, 5)}`] : []))
    expect(states).toEqual(['sent Hello', 'sent Sorry', 'failed xxxxx', 'failed yyyyy'])
  })

  test('whose request fails while the connection stands is sent again under its id', async () => {
    const { chat, transport, commands, nextCommand, begin } = chatWorld()
    const hub = await begin('One')
    transport.deaf = unreachable()
    await chat.sendMessage('Two')
    await settled(5)
    expect(commands()).toHaveLength(1)
    expect(bubbles(chat)).toEqual(['sent One', 'sending Two'])
    transport.deaf = null
    const two = await nextCommand(2)
    transport.say(hub.tell(hub.take(two.command as KnownCommand)), hub.ack(two))
    await until(() => bubbles(chat).at(-1) === 'sent Two')
    expect(transport.attempts).toHaveLength(1)
  })

  test('that the hub never answers is sent again under its id after thirty seconds', async () => {
    stopTimers()
    const { chat, transport, commands, nextCommand, begin } = chatWorld()
    const hub = await begin('One')
    await chat.sendMessage('Two')
    await chat.sendMessage('Three')
    const two = await nextCommand(2)
    await settled(2)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(commands()).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(await nextCommand(3)).toEqual(two)
    transport.say(hub.tell(hub.take(two.command as KnownCommand)), hub.ack(two))
    const three = await nextCommand(4)
    transport.say(hub.tell(hub.take(three.command as KnownCommand)), hub.ack(three))
    await until(() => bubbles(chat).at(-1) === 'sent Three')
    // what was answered is not sent again, however long the line stands
    for (let round = 0; round < 4; round += 1) {
      transport.say({ t: 'beat', heads: {} })
      await settled(1)
      await vi.advanceTimersByTimeAsync(20_000)
    }
    expect(commands()).toHaveLength(4)
    expect(transport.attempts).toHaveLength(1)
  })

  test('whose request failed though it had arrived does not make the next one go out twice', async () => {
    stopTimers()
    const { chat, transport, commands, nextCommand, begin } = chatWorld()
    const hub = await begin('One')
    transport.deaf = unreachable()
    const id = (await chat.sendMessage('Two')) ?? ''
    await chat.sendMessage('Three')
    await settled(3)
    transport.deaf = null
    const frame = { t: 'command', conversation: commands()[0]?.conversation ?? '', seen: null } as const
    const command: KnownCommand = { id, type: 'message-send', data: { parts: [{ type: 'text', text: 'Two' }] } }
    transport.say(hub.tell(hub.take(command)), hub.ack({ ...frame, command }))
    const three = await nextCommand(2)
    await vi.advanceTimersByTimeAsync(10_000)
    await settled(3)
    expect(commands()).toHaveLength(2)
    transport.say(hub.tell(hub.take(three.command as KnownCommand)), hub.ack(three))
    await until(() => bubbles(chat).at(-1) === 'sent Three')
  })

  test('keeps its place however long beforeSend takes for it, and one that beforeSend fails stops none', async () => {
    const waiting = new Map<string, (fail?: Error) => void>()
    const { chat, commands } = chatWorld({
      beforeSend: (message) => new Promise((resolve, reject) => waiting.set(message.text, (fail) => (fail ? reject(fail) : resolve(message)))),
    })
    const [one, two, three] = ['One', 'Two', 'Three'].map((text) => chat.sendMessage(text))
    await until(() => waiting.size === 3)
    const failed = expect(two).rejects.toThrow('of the page')
    waiting.get('Three')?.()
    waiting.get('Two')?.(new Error('of the page'))
    await failed
    await settled(3)
    expect(bubbles(chat)).toEqual([])
    waiting.get('One')?.()
    expect([await one, await three].every((id) => typeof id === 'string')).toBe(true)
    expect(bubbles(chat)).toEqual(['sending One', 'sending Three'])
    await until(() => commands().length === 1)
  })

  test.each([
    ['told with the first', { locale: 'en-GB', page: 'x'.repeat(2_000) }, { locale: 'en-GB', page: 'x'.repeat(2_000) }],
    ['left out when a hub would refuse them', { locale: 'e'.repeat(36), page: 'x'.repeat(2_001) }, {}],
    ['left out when they are empty', { locale: '', page: '' }, {}],
  ])('has the locale and the page %s', async (_name, options, told) => {
    const { chat, nextCommand } = chatWorld(options)
    await chat.sendMessage('Hello')
    expect((await nextCommand(1)).command.data).toEqual({ parts: [{ type: 'text', text: 'Hello' }], ...told })
  })

  test('may be changed or dropped before it is sent, and words of nothing are none', async () => {
    const { chat, commands } = chatWorld({ beforeSend: ({ text }) => (text.includes('secret') ? null : { text: text.toUpperCase() }) })
    expect(await chat.sendMessage('my secret')).toBeNull()
    expect(await chat.sendMessage('  \n ')).toBeNull()
    expect(bubbles(chat)).toEqual([])
    await chat.sendMessage('hello')
    expect(bubbles(chat)).toEqual(['sending HELLO'])
    await until(() => commands().length === 1)
  })
})

describe('while the hub is down', () => {
  test('messages are kept, survive a reload, and go out once and in order when it is back', async () => {
    waitless()
    const storage = memoryStorage()
    const transport = scriptedTransport()
    transport.down = unreachable()
    const first = createChat({ transport, storage })
    for (const text of ['One', 'Two', 'Three']) await first.sendMessage(text)
    await until(() => transport.attempts.length >= 2)
    expect(bubbles(first)).toEqual(['sending One', 'sending Two', 'sending Three'])
    expect(['connecting', 'offline']).toContain(first.$connection.get())
    await settled(2)
    first.destroy()

    const second = createChat({ transport, storage })
    await second.resume()
    expect(bubbles(second)).toEqual(['sending One', 'sending Two', 'sending Three'])
    await second.sendMessage('Four')
    await settled(2)
    second.destroy()

    const world = createWorld()
    const third = createChat({ transport: inProcess(world.hub), credentials: () => tokenOf(world, maria), storage })
    onTestFinished(third.destroy)
    await third.resume()
    await until(() => bubbles(third).includes('assistant All is well.'))
    const id = third.$state.get().conversation ?? ''
    const mine = (await world.said(id)).filter((line) => line.startsWith('visitor'))
    expect(mine).toEqual(['visitor: One', 'visitor: Two', 'visitor: Three', 'visitor: Four'])
    expect(bubbles(third).filter((bubble) => bubble.startsWith('sen'))).toEqual(['sent One', 'sent Two', 'sent Three', 'sent Four'])
    await settled(3)
    expect(JSON.parse((await storage.get('handback')) ?? '')).toEqual({ conversation: id, begun: true, outbox: [] })
  })

  test('a message that had arrived though nobody said so is not there twice after a reload', async () => {
    const world = createWorld()
    const storage = memoryStorage()
    const { transport, chat, nextCommand } = chatWorld({ storage })
    await chat.sendMessage('Hello')
    const frame = await nextCommand(1)
    await world.link(maria).say(frame.conversation, 'Hello', { id: frame.command.id })
    transport.down = unreachable()
    transport.drop()
    await settled(3)
    chat.destroy()

    const next = createChat({ transport: inProcess(world.hub), credentials: () => tokenOf(world, maria), storage })
    onTestFinished(next.destroy)
    await next.resume()
    await until(() => bubbles(next).includes('assistant All is well.') && bubbles(next).includes('sent Hello'))
    expect((await readAll(world.store, frame.conversation)).filter(({ type, by }) => type === 'message-sent' && by.kind === 'visitor')).toHaveLength(
      1,
    )
    expect(bubbles(next)).toEqual(['sent Hello', 'assistant All is well.'])
  })

  test('a line that breaks all the time loses, doubles and swaps nothing', async () => {
    waitless()
    const world = createWorld()
    const inner = inProcess(world.hub)
    let dice = 7
    const chance = (): number => (dice = (dice * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
    const chat = createChat({
      storage: memoryStorage(),
      credentials: () => tokenOf(world, maria),
      transport: {
        ...inner,
        async connect(options) {
          if (chance() < 0.2) throw unreachable()
          const connection = await inner.connect(options)
          const frames = async function* (): AsyncGenerator<ServerFrame> {
            for await (const frame of connection.frames) {
              if (frame.t !== 'hello' && chance() < 0.25) throw new HandbackError('transport/lost', 'Cut.', { retryable: true })
              yield frame
            }
          }
          return {
            ...connection,
            frames: frames(),
            async send(frame) {
              // the request is lost, or only its answer
              if (chance() < 0.15) throw unreachable()
              await connection.send(frame)
              if (chance() < 0.15) throw unreachable()
            },
          }
        },
      },
    })
    onTestFinished(chat.destroy)
    const texts = Array.from({ length: 40 }, (_, index) => `Message ${index}`)
    for (const text of texts) {
      await chat.sendMessage(text)
      if (chance() < 0.5) await settled(1)
    }
    await until(() => bubbles(chat).filter((bubble) => bubble.startsWith('sent')).length === texts.length, 15_000)
    const id = chat.$state.get().conversation ?? ''
    await until(async () => (await world.store.load(id))?.owed === undefined)
    expect((await world.said(id)).filter((line) => line.startsWith('visitor'))).toEqual(texts.map((text) => `visitor: ${text}`))
    await until(() => chat.$messages.get().at(-1)?.seq !== 0)
    const log = await world.said(id)
    await until(() => bubbles(chat).length === log.length)
    expect(bubbles(chat).map((bubble) => bubble.replace(/^sent/, 'visitor').replace(' ', ': '))).toEqual(log)
  })
})
