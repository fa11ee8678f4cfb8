import { describe, expect, it, vi } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { KnownCommand, Person } from '../../src/protocol/index.ts'
import { settled, until } from '../hub/until.ts'
import { bubbles, chatWorld } from './chat-world.ts'
import { hubSide } from './hub-side.ts'
import { scriptedTransport } from './scripted-transport.ts'
import { allShow, profile } from './tabs-world.ts'

const who = (id: string) => ({ id, credentials: () => `token-of-${id}` })
const kept = async (storage: ReturnType<typeof memoryStorage>) =>
  JSON.parse((await storage.get('handback')) ?? 'null') as { identity?: string; conversation?: string; outbox?: object[] } | null

describe('who comes after somebody', () => {
  it('is nobody until the page says who: what they write is not of the one before', async () => {
    const { chat, storage } = chatWorld()
    await chat.identify(who('ann'))
    await chat.identify(null)
    await chat.sendMessage('I am a stranger')
    expect((await kept(storage))?.identity).toBeUndefined()
    // and goes on when the stranger turns out to be somebody
    await chat.identify(who('bob'))
    expect([await kept(storage), bubbles(chat)]).toMatchObject([{ identity: 'bob' }, ['sending I am a stranger']])
  })

  it('gets no message that was still held back when the one before left', async () => {
    let pass = (): void => undefined
    const gate = new Promise<void>((resolve) => (pass = resolve))
    const { chat, storage, commands } = chatWorld({ beforeSend: async (message) => (await gate, message) })
    await chat.identify(who('ann'))
    const sent = chat.sendMessage('My diagnosis is')
    await chat.identify(null)
    pass()
    expect([await sent, await kept(storage), commands()]).toEqual([null, null, []])
    expect(await chat.sendMessage('Hello')).toBeTypeOf('string')
  })

  it('keeps what was held back while they said who they are', async () => {
    let pass = (): void => undefined
    const gate = new Promise<void>((resolve) => (pass = resolve))
    const { chat } = chatWorld({ beforeSend: async (message) => (await gate, message) })
    const sent = chat.sendMessage('Hello')
    await chat.identify(who('ann'))
    pass()
    expect(await sent).toBeTypeOf('string')
  })

  it('sees nobody of the conversation before', async () => {
    const { chat, begin } = chatWorld()
    await begin()
    const people = (): readonly Person[] => chat.$participants.get()
    expect(people().map(({ kind }) => kind)).toContain('visitor')
    await chat.reset()
    expect(people()).toEqual([])
  })

  it('is told no facts of somebody whom another tab has forgotten', async () => {
    const world = profile()
    const [one, two] = [world.tab(), world.tab()]
    await one.chat.sendMessage('Hello')
    await two.chat.resume()
    await allShow([one, two], ['sent Hello'])
    const { conversation } = one.chat.$state.get()
    await one.chat.openConversation(null)
    await one.chat.setAttributes({ email: 'ann@example.com' })
    await one.chat.openConversation(conversation)
    const left = vi.fn()
    one.chat.on('forget', left)
    await until(() => two.chat.$state.get().conversation === conversation)
    await two.chat.openConversation(null)
    await two.chat.openConversation(conversation)
    await two.chat.reset()
    await until(() => left.mock.calls.length === 1)
    await one.chat.sendMessage('A stranger')
    const found = await until(() => [...world.hub.rooms.values()].find(({ events }) => events.some(({ data }) => JSON.stringify(data).includes('stranger'))))
    await settled(1)
    expect(world.hub.sendings).toHaveLength(2)
    expect(JSON.stringify(found.events)).not.toContain('ann@example.com')
  })
})

describe('what is half written', () => {
  it('is of who wrote it, over a reload: another person makes the page forget it, the same does not', async () => {
    const storage = memoryStorage()
    const { chat } = chatWorld({ storage })
    await chat.identify(who('ann'))
    expect(await kept(storage)).toBeNull()
    chat.typing()
    chat.typing()
    await settled(1)
    expect(await kept(storage)).toEqual({ conversation: null, identity: 'ann', outbox: [] })
    chat.destroy()
    const open = async (id: string): Promise<{ left: number; connection: string }> => {
      const transport = scriptedTransport()
      const next = createChat({ transport, storage, tabs: null })
      const left = vi.fn()
      next.on('forget', left)
      await next.resume()
      await next.identify(who(id))
      const connection = next.$connection.get()
      next.destroy()
      return { left: left.mock.calls.length, connection }
    }
    expect(await open('ann')).toEqual({ left: 0, connection: 'idle' })
    expect(await kept(storage)).not.toBeNull()
    expect(await open('bob')).toEqual({ left: 1, connection: 'idle' })
    expect(await kept(storage)).toBeNull()
  })

  it('by somebody whom the page has not named is theirs when they say who they are, and stores nothing', async () => {
    const { chat, storage } = chatWorld()
    const left = vi.fn()
    chat.on('forget', left)
    chat.typing()
    await settled(1)
    expect(await kept(storage)).toBeNull()
    await chat.identify(who('ann'))
    expect(left).not.toHaveBeenCalled()
  })

  it('of somebody else’s conversation makes one forget told', async () => {
    const storage = memoryStorage()
    const { chat } = chatWorld({ storage })
    await chat.identify(who('ann'))
    await chat.sendMessage('Hello')
    chat.destroy()
    const next = chatWorld({ storage })
    const left = vi.fn()
    next.chat.on('forget', left)
    await next.chat.resume()
    await next.chat.identify(who('bob'))
    expect(left).toHaveBeenCalledTimes(1)
  })
})

it('what follows an erasure leaves what is not told yet in other conversations, and whose it is', async () => {
  const { chat, begin, transport, commands, storage } = chatWorld()
  await chat.identify(who('ann'))
  await begin('Hello')
  const first = chat.$state.get().conversation ?? ''
  await chat.sendMessage('Not told yet')
  await until(() => commands().length === 2)
  await chat.openConversation('conversation-of-before')
  await until(() => commands().length === 3)
  await chat.requestHuman()
  const second = hubSide('conversation-of-before')
  second.act('visitor', 'message-send', { parts: [{ type: 'text', text: 'Long ago' }] })
  second.act('visitor', 'conversation-erase', {})
  transport.say(second.snapshot())
  await until(() => chat.$state.get().erased)
  await chat.sendMessage('Another matter')
  expect(await kept(storage)).toMatchObject({
    identity: 'ann',
    past: true,
    outbox: [{ conversation: first, command: { data: { parts: [{ text: 'Not told yet' }] } } }, { command: { data: { parts: [{ text: 'Another matter' }] } } }],
  })
  expect((await kept(storage))?.conversation).not.toMatch(/conversation-of-before/)
  expect(bubbles(chat)).toEqual(['sending Another matter'])
})

it('what was left for later stands there at once, after a late refusal as a message that failed, and is tried again as what it was', async () => {
  const { chat, begin, transport, commands, nextCommand, errors } = chatWorld()
  const hub = await begin()
  await chat.leaveMessage('Please call me', 'ann@example.com')
  const frame = await nextCommand(2)
  const { id } = frame.command
  expect(chat.$messages.get().at(-1)).toMatchObject({ type: 'ticket', id, text: 'Please call me', contact: 'ann@example.com' })
  transport.say({ t: 'refused', command: id, refusal: { code: 'limit/reached', message: 'Too many.' } })
  await until(() => errors.length === 1)
  expect(bubbles(chat).at(-1)).toBe('failed Please call me\n\nann@example.com')
  expect(chat.$messages.get().at(-1)).toMatchObject({ id, failure: 'limit/reached' })
  chat.retry(id)
  const again = await until(() => commands()[2])
  expect(again.command).toEqual(frame.command)
  const events = hub.take(again.command as KnownCommand)
  transport.say(hub.ack(again), hub.tell(events))
  await until(() => chat.$messages.get().some((row) => row.type === 'ticket' && row.seq > 0))
  expect(chat.$messages.get().filter((row) => row.type === 'ticket')).toMatchObject([{ text: 'Please call me' }])
  expect(bubbles(chat)).not.toContain('failed Please call me\n\nann@example.com')
})
