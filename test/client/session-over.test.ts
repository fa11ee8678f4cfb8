import { describe, expect, onTestFinished, test } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { KnownCommand } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { tokenOf } from '../hub/http-world.ts'
import { settled, until } from '../hub/until.ts'
import { boris, createWorld, maria } from '../hub/world.ts'
import { bubbles, chatWorld, waitless } from './chat-world.ts'
import { hubSide } from './hub-side.ts'

const old = 'conversation-1'
const gone = { t: 'gone', topic: `conversation:${old}` } as const
const notFound = { code: 'conversation/not-found', message: 'There is no such conversation.' } as const

const text = (id: string, words: string, more: object = {}) => ({
  command: { id, type: 'message-send', data: { parts: [{ type: 'text', text: words }] } },
  seen: { log: 1, seq: 3 },
  at: 5,
  ...more,
})

/** A page that resumes a conversation of which it remembers that it had begun. */
async function resumed(outbox: readonly object[] = [], begun = true) {
  const storage = memoryStorage()
  await storage.set('handback', JSON.stringify({ conversation: old, ...(begun ? { begun } : {}), outbox }))
  const world = chatWorld({ storage })
  await world.chat.resume()
  await until(() => world.chat.$connection.get() === 'syncing')
  const record = async (): Promise<object> => JSON.parse((await storage.get('handback')) ?? '') as object
  const moved = () => until(() => (world.chat.$state.get().conversation !== old ? world.chat.$state.get().conversation : null))
  return { ...world, record, moved }
}

describe('a conversation that has begun and is out of reach', () => {
  test('is left for another, with what was not told yet: the error says so, and the chat goes on', async () => {
    const { chat, transport, errors, commands, nextCommand, record, moved } = await resumed([text('command-0001', 'Anybody?')])
    const first = await nextCommand(1)
    expect(first.conversation).toBe(old)
    transport.say(gone)
    await until(() => transport.frames('follow').length === 1)
    expect(chat.$state.get().conversation).toBe(old)
    transport.say(gone)
    const next = await moved()
    await until(() => transport.attempts.length === 2)
    expect(transport.open).toBe(1)
    expect(transport.attempts[1]).toEqual([{ topic: 'me' }, { topic: `conversation:${next}` }])
    const again = await nextCommand(2)
    expect(again).toEqual({ ...first, conversation: next, seen: null })
    expect(errors.filter(({ code }) => code.startsWith('client'))).toMatchObject([{ code: 'client/session-over' }])
    expect(await record()).toEqual({ conversation: next, outbox: [text('command-0001', 'Anybody?', { seen: null })] })

    // the new conversation has not begun, so that it is no reason to wait
    transport.say({ t: 'gone', topic: `conversation:${next}` })
    await until(() => chat.$connection.get() === 'live')
    const hub = hubSide(next)
    hub.take(again.command as KnownCommand)
    transport.say(hub.ack(again))
    await until(() => transport.frames('follow').length === 2)
    transport.say(hub.snapshot())
    await until(() => bubbles(chat)[0] === 'sent Anybody?')
    expect(await record()).toEqual({ conversation: next, begun: true, outbox: [] })
    await chat.sendMessage('Still there?')
    expect((await nextCommand(3)).conversation).toBe(next)
    expect(commands()).toHaveLength(3)
  })

  test('is known by the refusal of a command, too: that command goes along and does not fail', async () => {
    const { chat, transport, errors, nextCommand, moved } = await resumed()
    await chat.sendMessage('Anybody?')
    const first = await nextCommand(1)
    transport.say({ t: 'refused', command: first.command.id, refusal: notFound })
    const next = await moved()
    expect(await nextCommand(2)).toMatchObject({ conversation: next, command: first.command })
    expect(bubbles(chat)).toEqual(['sending Anybody?'])
    expect(errors.map(({ code }) => code)).toEqual(['client/session-over'])
  })

  test.each(['acknowledgement', 'snapshot'])('had begun with its first %s, which the next page remembers', async (what) => {
    const { transport, nextCommand, record } = await resumed(what === 'snapshot' ? [] : [text('command-0001', 'Hello', { seen: null })], false)
    const hub = hubSide(old)
    if (what === 'snapshot') {
      hub.act('visitor', 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })
      transport.say(hub.snapshot())
    } else {
      const frame = await nextCommand(1)
      hub.take(frame.command as KnownCommand)
      transport.say(hub.ack(frame))
    }
    await settled(3)
    expect(await record()).toEqual({ conversation: old, begun: true, outbox: [] })
  })

  test('takes its view, its unread messages and its waiting pages with it', async () => {
    const { chat, transport, errors, begin } = chatWorld()
    const hub = await begin()
    const topic = `conversation:${chat.$state.get().conversation ?? ''}` as const
    transport.say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Hi' }] })))
    await until(() => chat.$unread.get() === 1)
    transport.drop()
    await until(() => transport.attempts.length === 2 && chat.$connection.get() === 'syncing')
    transport.say({ t: 'gone', topic })
    await until(() => transport.frames('follow').length === 2)
    transport.say({ t: 'gone', topic })
    await until(() => errors.some(({ code }) => code === 'client/session-over'))
    expect([bubbles(chat), chat.$unread.get(), chat.$state.get().phase, chat.$state.get().hasEarlier]).toEqual([[], 0, 'bot', false])
    expect(chat.$state.get().conversation).not.toBe(hub.header.visitor)
    expect(`conversation:${chat.$state.get().conversation}`).not.toBe(topic)
  })

  test('does not give the next one what only it could answer, nor what it had acknowledged', async () => {
    const command = (id: string, type: string) => ({ command: { id, type, data: {} }, seen: null, at: 5 })
    const { chat, transport, nextCommand, record, moved } = await resumed([
      text('command-0001', 'Told'),
      command('command-0002', 'handoff-cancel'),
      command('command-0003', 'conversation-end'),
      command('command-0004', 'handoff-request'),
      text('command-0005', 'Failed', { refusal: { code: 'command/invalid', message: 'No.' } }),
    ])
    await nextCommand(1)
    transport.say({ t: 'ack', command: 'command-0001', at: { log: 1, seq: 9 } })
    const second = await nextCommand(2)
    transport.say({ t: 'refused', command: second.command.id, refusal: notFound })
    await moved()
    expect((await nextCommand(3)).command.id).toBe('command-0004')
    expect(await record()).toMatchObject({ outbox: [{ command: { id: 'command-0004' } }, { command: { id: 'command-0005' } }] })
    expect(bubbles(chat)).toEqual(['failed Failed'])
  })

  test('goes on in a hub that knows the visitor no more', async () => {
    waitless()
    const world = createWorld({ provider: scripted(() => ['Welcome.']) })
    const storage = memoryStorage()
    let who = maria
    const chat = createChat({ transport: inProcess(world.hub), credentials: () => tokenOf(world, who), storage })
    onTestFinished(chat.destroy)
    const errors: string[] = []
    chat.on('error', ({ code }) => errors.push(code))
    await chat.sendMessage('Hello')
    await until(() => bubbles(chat).includes('assistant Welcome.'))
    const first = chat.$state.get().conversation
    chat.destroy()

    who = boris
    const next = createChat({ transport: inProcess(world.hub), credentials: () => tokenOf(world, who), storage })
    onTestFinished(next.destroy)
    next.on('error', ({ code }) => errors.push(code))
    await next.resume()
    await next.sendMessage('Anybody?')
    await until(() => bubbles(next).includes('assistant Welcome.'))
    expect(bubbles(next)).toEqual(['sent Anybody?', 'assistant Welcome.'])
    const second = next.$state.get().conversation ?? ''
    expect(second).not.toBe(first)
    expect((await world.store.load(second))?.visitor).toBe(boris.sub)
    expect(errors).toEqual(['client/session-over'])
  })
})

describe('a conversation is not left', () => {
  test('when it never began', async () => {
    const { chat, transport, errors, nextCommand } = await resumed([text('command-0001', 'Hello')], false)
    await nextCommand(1)
    transport.say(gone, gone, gone, { t: 'refused', command: 'command-0001', refusal: notFound })
    await until(() => bubbles(chat)[0] === 'failed Hello')
    expect([chat.$state.get().conversation, chat.$connection.get()]).toEqual([old, 'live'])
    expect(errors.map(({ code }) => code)).toEqual(['client/refused'])
  })

  test('for a word that is late, from before it began', async () => {
    const { chat, transport, errors, nextCommand } = chatWorld()
    await chat.sendMessage('Hello')
    const frame = await nextCommand(1)
    const hub = hubSide(frame.conversation)
    hub.take(frame.command as KnownCommand)
    const late = { t: 'gone', topic: `conversation:${frame.conversation}` } as const
    transport.say(hub.ack(frame), late)
    await until(() => transport.frames('follow').length === 2)
    transport.say(hub.snapshot(), hub.snapshot())
    await until(() => chat.$connection.get() === 'live')
    // another one, much later, is the first again
    transport.say(late)
    await settled(3)
    expect(chat.$state.get().conversation).toBe(frame.conversation)
    expect(errors).toEqual([])
  })

  test('for pages of a log that was replaced, and who waits for them waits no more', async () => {
    const { chat, transport, errors, begin } = chatWorld()
    const hub = await begin()
    const conversation = chat.$state.get().conversation ?? ''
    hub.replace()
    transport.say(hub.snapshot(1))
    await until(() => chat.$state.get().hasEarlier)
    for (let round = 1; round <= 3; round += 1) {
      const loading = chat.loadEarlier()
      await until(() => transport.frames('page').length >= round)
      transport.say({ t: 'gone', topic: `conversation:${conversation}` })
      await loading
    }
    // nor when there is a doubt already
    transport.say({ t: 'gone', topic: `conversation:${conversation}` })
    await settled(2)
    const loading = chat.loadEarlier()
    transport.say({ t: 'gone', topic: `conversation:${conversation}` })
    await loading
    await settled(3)
    expect(chat.$state.get().conversation).toBe(conversation)
    expect(errors).toEqual([])
    expect(transport.frames('follow').at(-1)?.follow).toEqual({ topic: `conversation:${conversation}`, after: hub.head })
  })

  test('for another that is gone', async () => {
    const { chat, transport, errors } = await resumed()
    for (let round = 0; round < 3; round += 1) transport.say({ t: 'gone', topic: 'conversation:conversation-2' })
    await settled(3)
    expect([chat.$state.get().conversation, chat.$connection.get(), transport.frames('follow')]).toEqual([old, 'syncing', []])
    expect(errors).toEqual([])
  })
})
