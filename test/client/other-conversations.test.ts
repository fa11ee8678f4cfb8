import { describe, expect, it, onTestFinished } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { KnownCommand } from '../../src/protocol/index.ts'
import { settled, until } from '../hub/until.ts'
import { bubbles, chatWorld } from './chat-world.ts'
import { hubSide } from './hub-side.ts'
import { scriptedTransport } from './scripted-transport.ts'

it('what was not sent yet stays with its own conversation, is told there, and is shown there again', async () => {
  const { chat, begin, transport, commands, errors } = chatWorld()
  const first = await begin('Hello')
  const from = chat.$state.get().conversation ?? ''
  await chat.sendMessage('Not sent yet')
  await until(() => commands().length === 2)
  await chat.openConversation(null)
  expect([chat.$state.get().conversation, bubbles(chat)]).toEqual([null, []])
  // nobody has answered it: it goes out again, to its own conversation
  const again = await until(() => commands()[2])
  expect([again.conversation, again.command.id]).toEqual([from, commands()[1]?.command.id])
  await chat.sendMessage('Another matter')
  first.take(again.command as KnownCommand)
  // by another connection, on which it went out once more
  await until(() => commands().length === 4)
  transport.say(first.ack(again))
  const next = await until(() => commands()[4])
  // the hub has said nothing of this one: there is nothing to follow yet
  expect(transport.frames('follow').filter(({ follow }) => follow.topic === `conversation:${next.conversation}`)).toEqual([])
  const to = chat.$state.get().conversation
  expect([next.conversation, to === from, bubbles(chat)]).toEqual([to, false, ['sending Another matter']])
  const second = hubSide(next.conversation)
  second.take(next.command as KnownCommand)
  transport.say(second.ack(next), second.snapshot())
  await until(() => bubbles(chat)[0] === 'sent Another matter')
  await chat.openConversation(from)
  await until(() => transport.attempts.at(-1)?.some(({ topic }) => topic === `conversation:${from}`))
  transport.say(first.snapshot())
  await until(() => bubbles(chat).length === 2)
  expect(bubbles(chat)).toEqual(['sent Hello', 'sent Not sent yet'])
  expect(errors).toEqual([])
})

it('a message that waits is in its conversation when that is opened again, and nowhere else', async () => {
  const { chat, begin, transport } = chatWorld()
  const hub = await begin('Hello')
  const from = chat.$state.get().conversation ?? ''
  await chat.sendMessage('Waits')
  await chat.openConversation('conversation-of-before')
  expect(bubbles(chat)).toEqual([])
  await chat.openConversation(from)
  await until(() => transport.attempts.at(-1)?.some(({ topic }) => topic === `conversation:${from}`))
  transport.say(hub.snapshot())
  await until(() => bubbles(chat).length === 2)
  expect(bubbles(chat)).toEqual(['sent Hello', 'sending Waits'])
})

it('a refusal of what is told elsewhere changes nothing here', async () => {
  const { chat, begin, transport, commands, errors } = chatWorld()
  await begin('Hello')
  await chat.requestHuman()
  await until(() => commands().length === 2)
  await chat.openConversation('conversation-of-before')
  const again = await until(() => commands()[2])
  transport.say({ t: 'refused', command: again.command.id, refusal: { code: 'conversation/not-found', message: 'No.' } })
  await until(() => errors.length === 1)
  expect(errors[0]?.code).toBe('client/refused')
  expect(chat.$state.get()).toMatchObject({ conversation: 'conversation-of-before', waiting: false })
})

it('after turning away there is nothing to connect for, here and on the next page, and the list can be asked for', async () => {
  const storage = memoryStorage()
  const { chat, begin } = chatWorld({ storage })
  await begin('Hello')
  await chat.openConversation(null)
  await settled()
  expect(chat.$connection.get()).toBe('idle')
  chat.destroy()
  const asked: string[] = []
  const request = async ({ path }: { readonly path: string }) => (asked.push(path), Response.json({ conversations: [] }))
  const transport = { ...scriptedTransport(), request }
  const next = createChat({ transport, storage, tabs: null })
  await next.resume()
  expect([next.$connection.get(), next.$state.get().conversation]).toEqual(['idle', null])
  expect([await next.conversations(), asked]).toEqual([[], ['/conversations']])
  next.destroy()
})

describe('a conversation that was opened and that the hub does not know', () => {
  const dead = 'conversation-of-a-dead-link'
  const gone = { t: 'gone', topic: `conversation:${dead}` } as const

  it('is left for the one before, with the error that says so, and what waits there still waits', async () => {
    const { chat, begin, transport, commands, storage, errors } = chatWorld()
    const hub = await begin('Hello')
    const from = chat.$state.get().conversation
    await chat.sendMessage('Not sent yet')
    await until(() => commands().length === 2)
    await chat.openConversation('conversation-of-another-dead-link')
    await chat.openConversation(dead)
    await until(() => transport.attempts.at(-1)?.some(({ topic }) => topic === gone.topic))
    await chat.sendMessage('Anybody here?')
    await chat.endConversation()
    transport.say(gone, gone)
    await until(() => chat.$state.get().conversation === from)
    await until(() => transport.attempts.at(-1)?.some(({ topic }) => topic === `conversation:${from}`))
    transport.say(hub.snapshot())
    await until(() => bubbles(chat).length === 3)
    expect(bubbles(chat)).toEqual(['sent Hello', 'sending Not sent yet', 'sending Anybody here?'])
    expect(errors.map(({ code }) => code)).toEqual(['conversation/not-found'])
    await settled()
    const record = JSON.parse(String(await storage.get('handback'))) as { back?: string; begun?: true; outbox: object[] }
    expect([record.back, record.begun, record.outbox.length]).toEqual([undefined, true, 2])
  })

  it('leaves nothing where there was nothing before, and begins one where something was written', async () => {
    const { chat, transport, errors, commands } = chatWorld()
    const visit = async (text?: string) => {
      await chat.openConversation(dead)
      await until(() => chat.$connection.get() === 'syncing')
      if (text) await chat.sendMessage(text)
      transport.say(gone, gone)
      await until(() => chat.$state.get().conversation !== dead)
    }
    await visit()
    expect([chat.$state.get().conversation, errors.map(({ code }) => code)]).toEqual([null, ['conversation/not-found']])
    await visit('Anybody?')
    const { conversation } = chat.$state.get()
    expect(await until(() => commands().find((frame) => frame.conversation === conversation))).toMatchObject({ seen: null })
    expect(bubbles(chat)).toEqual(['sending Anybody?'])
  })

  it('is another matter once the hub has shown it: then the visitor’s session is over', async () => {
    const { chat, transport, errors } = chatWorld()
    await chat.openConversation(dead)
    await until(() => chat.$connection.get() === 'syncing')
    const hub = hubSide(dead)
    hub.act('visitor', 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })
    transport.say(hub.snapshot())
    await until(() => bubbles(chat).length === 1)
    transport.say(gone, gone)
    await until(() => errors.length > 0)
    expect(errors.map(({ code }) => code)).toEqual(['client/session-over'])
  })

  it('is nothing that can be asked for when it is no id, nor part of any address', async () => {
    const asked: string[] = []
    const request = async ({ path }: { readonly path: string }) => (asked.push(path), Response.json({}))
    const transport = { ...scriptedTransport(), request }
    const chat = createChat({ transport, storage: memoryStorage(), tabs: null })
    onTestFinished(() => chat.destroy())
    const wrong = '../../api/account?x='
    await expect(chat.openConversation(wrong)).rejects.toMatchObject({ code: 'request/invalid' })
    await expect(chat.transcript('json', { conversation: wrong })).rejects.toMatchObject({ code: 'request/invalid' })
    expect([chat.$state.get().conversation, transport.attempts, asked]).toEqual([null, [], []])
    await chat.openConversation('conversation-1')
    await chat.readFile({ type: 'attachment', blob: '../x', name: 'x', media: 'image/png', size: 1 })
    expect(asked).toEqual(['/conversations/conversation-1/files/..%2Fx'])
  })
})
