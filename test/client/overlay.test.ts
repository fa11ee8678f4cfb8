import { afterEach, describe, expect, test, vi } from 'vitest'
import { memoryStorage } from '../../src/client/index.ts'
import type { Chat } from '../../src/client/index.ts'
import { createDelivery } from '../../src/client/delivery.ts'
import type { Ledger } from '../../src/client/ledger.ts'
import type { KnownCommand } from '../../src/protocol/index.ts'
import { settled, until } from '../hub/until.ts'
import { bubbles, chatWorld } from './chat-world.ts'
import { hubSide } from './hub-side.ts'
import { unreachable } from './scripted-transport.ts'

afterEach(() => void vi.useRealTimers())

test('a message is no longer stored once the hub has it, though its event is still on its way', async () => {
  const { chat, transport, storage, nextCommand, begin } = chatWorld()
  const hub = await begin('One')
  await chat.sendMessage('Two')
  const two = await nextCommand(2)
  hub.take(two.command as KnownCommand)
  transport.say(hub.ack(two))
  await until(() => bubbles(chat).at(-1) === 'sent Two')
  await settled(2)
  expect(JSON.parse((await storage.get('handback')) ?? '')).toMatchObject({ outbox: [] })
})

test('a message whose event came is answered: the next goes out though the acknowledgement was lost', async () => {
  const { chat, transport, nextCommand, begin } = chatWorld()
  const hub = await begin('One')
  await chat.sendMessage('Two')
  await chat.sendMessage('Three')
  const two = await nextCommand(2)
  transport.say(hub.tell(hub.take(two.command as KnownCommand)))
  const three = await nextCommand(3)
  expect(three.command.data).toEqual({ parts: [{ type: 'text', text: 'Three' }] })
})

test('a message that also reopens keeps its one bubble between its events', async () => {
  const { chat, transport, history, nextCommand, begin } = chatWorld()
  const hub = await begin('One')
  transport.say(hub.tell(hub.act('visitor', 'conversation-end')))
  await until(() => chat.$state.get().phase === 'closed')
  await chat.sendMessage('Two')
  const two = await nextCommand(2)
  history.length = 0
  const events = hub.take(two.command as KnownCommand)
  expect(events.length).toBeGreaterThan(1)
  for (const event of events) transport.say(hub.tell([event]))
  await until(() => bubbles(chat).at(-1) === 'sent Two')
  for (const shown of history) expect(shown.filter((bubble) => bubble.endsWith(' Two'))).toHaveLength(1)
})

test.each(['the same log', 'the next log'])('an acknowledged message leaves when a snapshot of %s begins after it', async (which) => {
  const { chat, transport, nextCommand, begin } = chatWorld()
  const hub = await begin('One')
  await chat.sendMessage('Two')
  const two = await nextCommand(2)
  hub.take(two.command as KnownCommand)
  transport.say(hub.ack(two))
  await until(() => bubbles(chat).at(-1) === 'sent Two')
  if (which === 'the next log') {
    hub.replace()
    transport.say({ t: 'reset', conversation: two.conversation, log: 2 })
  }
  transport.say(hub.snapshot(0))
  await until(() => bubbles(chat).length === 0)
  expect(bubbles(chat)).toEqual([])
})

test.each<[string, (chat: Chat) => Promise<void>]>([
  ['rating', (chat) => chat.rate(7)],
  ['word that there is none', (chat) => chat.declineRating()],
])('a %s on its way is not asked for again, and a wish for a person who is there is not waited for', async (_name, say) => {
  const { chat, transport, nextCommand, begin } = chatWorld()
  const hub = await begin('One')
  await chat.requestHuman()
  await nextCommand(2)
  expect(chat.$state.get().waiting).toBe(true)
  transport.say(hub.tell(hub.act('agent', 'floor-claim')))
  await until(() => chat.$state.get().phase === 'human')
  expect(chat.$state.get().waiting).toBe(false)
  transport.say(hub.tell(hub.act('agent', 'floor-return')))
  await until(() => chat.$state.get().survey !== null)
  await say(chat)
  expect(chat.$state.get().survey).toBeNull()
})

test('a request that fails after its answer came sends nothing twice', async () => {
  const { chat, transport, commands, nextCommand, begin } = chatWorld()
  const hub = await begin('One')
  let fail = (_: unknown): void => undefined
  transport.hang = new Promise((_, reject) => (fail = reject))
  await chat.sendMessage('Two')
  await chat.sendMessage('Three')
  const two = await nextCommand(2)
  transport.say(hub.tell(hub.take(two.command as KnownCommand)), hub.ack(two))
  await nextCommand(3)
  fail(unreachable())
  await settled(6)
  expect(commands()).toHaveLength(3)
})

test('a try that waits is forgotten with its connection: nothing goes out beside what the next one sends', async () => {
  vi.useFakeTimers()
  const sent: string[] = []
  let deaf = true
  const waiting = ['command-0001', 'command-0002'].map((id) => ({ command: { id, type: 'message-send', data: {} }, seen: null, at: 0 }))
  const ledger = { conversation: 'conversation-1', outbox: { unsent: () => waiting } } as unknown as Ledger
  const delivery = createDelivery({
    ledger,
    leads: () => true,
    async send(frame) {
      if (frame.t === 'command') sent.push(frame.command.id)
      if (deaf) throw unreachable()
    },
    impossible: () => expect.unreachable(),
  })
  delivery.reconnected()
  await vi.advanceTimersByTimeAsync(0)
  deaf = false
  delivery.lost()
  delivery.reconnected()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(sent).toEqual(['command-0001', 'command-0001'])
})

test('a snapshot that is older than what is shown changes nothing', async () => {
  const { chat, transport, begin } = chatWorld()
  const hub = await begin('One')
  const old = hub.snapshot()
  transport.say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Two' }] })))
  await until(() => bubbles(chat).includes('agent Two'))
  transport.say(old)
  await settled(3)
  expect(bubbles(chat)).toEqual(['sent One', 'agent Two'])
})

test('a first snapshot that brings several of one’s own words shows none of them twice, not for a moment', async () => {
  const hub = hubSide('conversation-1')
  const outbox = ['one', 'two'].map((text, at) => ({
    command: { id: `command-000${at}`, type: 'message-send', data: { parts: [{ type: 'text', text }] } }, seen: null, at,
  }))
  for (const { command } of outbox) hub.take(command as KnownCommand)
  const storage = memoryStorage()
  await storage.set('handback', JSON.stringify({ conversation: 'conversation-1', begun: true, outbox }))
  const { chat, transport, history } = chatWorld({ storage })
  await chat.resume()
  await until(() => chat.$connection.get() === 'syncing')
  transport.say(hub.snapshot())
  await until(() => bubbles(chat).at(-1) === 'sent two')
  const words = (shown: readonly string[]): string[] => shown.map((bubble) => bubble.replace(/^\w+ /, ''))
  expect(history.filter((shown) => new Set(words(shown)).size < shown.length)).toEqual([])
  expect(bubbles(chat)).toEqual(['sent one', 'sent two'])
})

test('what a snapshot brings after one’s own words is told as a message, once, and so is what happens live', async () => {
  const { chat, transport, begin } = chatWorld()
  const told: string[] = []
  chat.on('message', ({ id }) => told.push(id))
  const hub = await begin('One')
  hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Old' }] })
  transport.say(hub.snapshot())
  await until(() => bubbles(chat).includes('agent Old'))
  await until(() => told.length === 1)
  transport.say(hub.snapshot(), hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'New' }] })))
  await until(() => told.length === 2)
  await settled(2)
  expect(told).toEqual(['command-of-hub-1', 'command-of-hub-2'])
})

test('a first snapshot whose question was lost is asked for again at the next heartbeat', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { chat, transport, nextCommand } = chatWorld()
  await chat.sendMessage('One')
  const one = await nextCommand(1)
  transport.say({ t: 'ack', command: one.command.id, at: { log: 1, seq: 3 } })
  await until(() => transport.frames('follow').length === 1)
  vi.setSystemTime(Date.now() + 15_000)
  transport.say({ t: 'beat', heads: {} })
  await until(() => transport.frames('follow').length === 2)
  expect(transport.frames('follow')[1]).toEqual({ t: 'follow', follow: { topic: `conversation:${one.conversation}` } })
})

test('a page that does not end where the view begins is not put in front of it', async () => {
  const { chat, transport, begin } = chatWorld()
  const hub = await begin('One')
  for (const text of ['Two', 'Three', 'Four']) hub.act('agent', 'message-send', { parts: [{ type: 'text', text }] })
  transport.say(hub.snapshot(2))
  await until(() => bubbles(chat).at(-1) === 'agent Four')
  const before = bubbles(chat)
  const { conversation } = chat.$state.get()
  transport.say({ t: 'page', conversation: conversation ?? '', before: { log: 1, seq: 4 }, events: hub.events.slice(0, 3), more: false })
  await settled(3)
  expect(bubbles(chat)).toEqual(before)
})

describe('what shows at once', () => {
  const file = { type: 'attachment', blob: 'blob-0001', name: 'card.png', media: 'image/png', size: 12 } as const
  const asked = { title: 'Who are you?', fields: [{ name: 'name', label: 'Name', kind: 'text' as const }] }

  test('a message with files, and one of files alone', async () => {
    const { chat, commands } = chatWorld()
    await chat.sendMessage({ text: 'Look', files: [file] })
    await chat.sendMessage({ files: [file] })
    expect(await chat.sendMessage({ text: '  ', files: [] })).toBeNull()
    expect(chat.$messages.get().map((row) => row.type === 'message' && row.parts)).toEqual([[{ type: 'text', text: 'Look' }, file], [file]])
    await until(() => commands().length === 1)
    expect(commands()[0]?.command.data).toMatchObject({ parts: [{ type: 'text', text: 'Look' }, file] })
  })

  test('a form before the first message begins the conversation with the language, and is one row before and after', async () => {
    const { chat, commands, transport } = chatWorld({ locale: 'de' })
    await chat.submitForm('form-0001', { name: 'Maria' }, asked)
    const [row] = chat.$messages.get()
    expect(row).toMatchObject({ type: 'form', seq: 0, form: 'form-0001', values: { name: 'Maria' }, asked })
    const frame = await until(() => commands()[0])
    expect(frame.command).toMatchObject({ type: 'form-submit', data: { asked, locale: 'de' } })
    const hub = hubSide(frame.conversation)
    hub.take(frame.command as KnownCommand)
    transport.say(hub.ack(frame))
    await until(() => transport.frames('follow').length > 0)
    expect(chat.$messages.get()).toHaveLength(1)
    transport.say(hub.snapshot())
    await until(() => chat.$messages.get().at(0)?.seq)
    expect(chat.$messages.get().filter(({ type }) => type === 'form')).toMatchObject([{ form: 'form-0001', asked }])
  })

  test('a rating of a message, last in the list, counted by nobody, and once', async () => {
    const { chat, begin, commands, transport } = chatWorld()
    const hub = await begin()
    const alerts: unknown[] = []
    chat.on('alert', (row) => alerts.push(row))
    transport.say(hub.tell(hub.turn('answer-0001')), hub.tell(hub.answer('Words')))
    await until(() => chat.$unread.get() === 1)
    await until(() => alerts.length === 1)
    await chat.rateMessage('answer-0001', 'down', 'Not what I asked')
    expect(chat.$messages.get().at(-1)).toMatchObject({ type: 'message-rating', seq: 0, message: 'answer-0001', rating: 'down', comment: 'Not what I asked' })
    await chat.rateMessage('answer-0001', 'none')
    const rated = () => chat.$messages.get().flatMap((row) => (row.type === 'message-rating' ? [row.rating] : []))
    expect(rated()).toEqual(['down', 'none'])
    for (const index of [1, 2]) {
      const frame = await until(() => commands()[index])
      transport.say(hub.tell(hub.take(frame.command as KnownCommand)), hub.ack(frame))
    }
    await until(() => chat.$messages.get().at(-1)?.seq)
    expect(rated()).toEqual(['down', 'none'])
    expect([chat.$unread.get(), alerts.length]).toEqual([1, 1])
  })
})
