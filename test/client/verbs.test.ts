import { describe, expect, it, vi } from 'vitest'
import { memoryStorage, titleBadge } from '../../src/client/index.ts'
import type { KnownCommand, ServerFrame } from '../../src/protocol/index.ts'
import { settled, until } from '../hub/until.ts'
import { bubbles, chatWorld } from './chat-world.ts'
import { unreachable } from './scripted-transport.ts'

/** A chat whose hub answers every command by the real machine. */
async function talking(options: Parameters<typeof chatWorld>[0] = {}) {
  const world = chatWorld(options)
  const hub = await world.begin()
  const { transport } = world
  let answered = 1
  const settle = async (): Promise<KnownCommand[]> => {
    const taken: KnownCommand[] = []
    for (;;) {
      const frame = world.commands()[answered]
      if (!frame) return taken
      answered += 1
      const told = hub.take(frame.command as KnownCommand)
      taken.push(frame.command as KnownCommand)
      transport.say(...(told.length > 0 ? [hub.tell(told)] : []), hub.ack(frame))
    }
  }
  /** Waits for a command of the chat, and answers all there are. */
  const next = async (type: string): Promise<KnownCommand> => {
    await until(() => world.commands().slice(answered).some(({ command }) => command.type === type))
    return (await settle()).findLast((command) => command.type === type) as KnownCommand
  }
  const say = (...frames: ServerFrame[]): void => transport.say(...frames)
  return { ...world, hub, next, say }
}

describe('stop', () => {
  it('names the answer that is being written, also when only a snapshot told of it, and nothing when there is none', async () => {
    const { chat, hub, next, say, commands } = await talking()
    await chat.stop()
    expect(commands()).toHaveLength(1)
    hub.turn('answer-number-1')
    say(hub.snapshot(0))
    await until(() => chat.$state.get().answering)
    await chat.stop()
    expect((await next('turn-stop')).data).toEqual({ message: 'answer-number-1' })
    await until(() => !chat.$state.get().answering)
  })
})

describe('attributes and language', () => {
  it('wait for the first message, which tells the language', async () => {
    const { chat, commands } = chatWorld({ locale: 'en' })
    await chat.setAttributes({ plan: 'gold' })
    await chat.setLocale('nb')
    expect(commands()).toEqual([])
    await chat.sendMessage('Hei')
    await until(() => commands().length === 1)
    expect(commands()[0]?.command.data).toMatchObject({ locale: 'nb' })
  })

  it('that cannot follow a message any more do not make it one that failed: it is kept, and would be said twice', async () => {
    const kept = memoryStorage()
    let written: string | null = ''
    const storage = {
      ...kept,
      async update(key: string, change: (text: string | null | undefined) => string | null) {
        await kept.update?.(key, (text) => (written = change(text)))
        // what made it is replaced in the moment in which it is stored
        if (written?.includes('Hello')) chat.destroy()
      },
    }
    const { chat } = chatWorld({ storage })
    await chat.setAttributes({ plan: 'gold' })
    await expect(chat.sendMessage('Hello')).resolves.toEqual(expect.any(String))
    expect(written).toContain('Hello')
    await expect(chat.sendMessage('And now?')).rejects.toMatchObject({ code: 'client/closed' })
    expect(written).not.toContain('And now?')
  })

  it('told beforehand follow the first message, once', async () => {
    const world = chatWorld()
    await world.chat.setAttributes({ plan: 'gold' })
    const hub = await world.begin()
    const frame = await world.nextCommand(2)
    expect(frame.command).toMatchObject({ type: 'attributes-update', data: { values: { plan: 'gold' } } })
    expect(hub.take(frame.command as KnownCommand)).toEqual([])
    world.transport.say(hub.ack(frame))
    await world.chat.sendMessage('More')
    const next = await world.nextCommand(3)
    expect(next.command.type).toBe('message-send')
    // what would be told again goes out once this one is answered
    hub.take(next.command as KnownCommand)
    world.transport.say(hub.ack(next))
    await settled(2)
    expect(world.commands()).toHaveLength(3)
  })

  it('of a conversation that has begun are commands, and hidden events hold nothing back', async () => {
    const { chat, next } = await talking()
    await chat.setAttributes({ plan: 'gold' })
    await next('attributes-update')
    await chat.setLocale('nb')
    expect((await next('language-set')).data).toEqual({ language: 'nb' })
    await chat.sendMessage('Hei')
    await next('message-send')
    await until(() => chat.$messages.get().at(-1)?.type === 'message')
    expect(chat.$messages.get().at(-1)).toMatchObject({ delivery: 'sent' })
  })
})

describe('what can only fail', () => {
  const refused = (code: string) => ({ code: 'client/refused', cause: { code } })

  it('rejects, makes no command and no conversation, and is told nowhere else', async () => {
    const storage = memoryStorage()
    const { chat, errors, transport } = chatWorld({ storage })
    await expect(chat.rate(99)).rejects.toMatchObject(refused('command/invalid'))
    await expect(chat.rate(5.5)).rejects.toMatchObject(refused('command/invalid'))
    await expect(chat.rate(5, 'Fine', { presence: 0 })).rejects.toMatchObject(refused('command/invalid'))
    await expect(chat.rate(5)).rejects.toMatchObject(refused('survey/not-open'))
    await expect(chat.endConversation()).rejects.toMatchObject(refused('conversation/not-found'))
    await expect(chat.setAttributes({ plan: { a: 1 } as never })).rejects.toMatchObject({ ...refused('command/invalid'), message: 'values.plan' })
    await expect(chat.setAttributes('gold' as never)).rejects.toMatchObject(refused('command/invalid'))
    await expect(chat.setAttributes(['gold'] as never)).rejects.toMatchObject({ ...refused('command/invalid'), message: 'values' })
    for (const tag of ['zz_Q', '', undefined as never]) await expect(chat.setLocale(tag)).rejects.toMatchObject(refused('command/invalid'))
    await settled()
    expect([errors, transport.attempts, await storage.get('handback'), chat.$connection.get()]).toEqual([[], [], undefined, 'idle'])
  })

  it('in a conversation that has begun is no command either', async () => {
    const { chat, errors, commands } = await talking()
    await expect(chat.rate(5)).rejects.toMatchObject(refused('survey/not-open'))
    await expect(chat.setAttributes({ plan: [] as never })).rejects.toMatchObject(refused('command/invalid'))
    await expect(chat.setLocale('zz_Q')).rejects.toMatchObject(refused('command/invalid'))
    expect([errors, commands().length]).toEqual([[], 1])
  })

  it('is not what the page has not read yet: the hub decides', async () => {
    const storage = memoryStorage()
    const { chat } = chatWorld({ storage })
    await chat.sendMessage('Hello')
    chat.destroy()
    const { chat: later } = chatWorld({ storage })
    await later.endConversation()
    // whoever is asked for a rating has seen that they are
    await expect(later.rate(5)).rejects.toMatchObject(refused('survey/not-open'))
    const { outbox } = JSON.parse((await storage.get('handback')) ?? '') as { outbox: readonly { command: KnownCommand }[] }
    expect(outbox.map(({ command }) => command.type)).toEqual(['message-send', 'conversation-end'])
  })

  it('is no message: a TypeError names it, and nothing is sent', async () => {
    const { chat, transport } = chatWorld()
    await expect(chat.sendMessage({ text: 5 as never })).rejects.toThrow(new TypeError('handback: sendMessage takes { text: string, files: array }'))
    await expect(chat.sendMessage({ files: 'x' as never })).rejects.toThrow(new TypeError('handback: sendMessage takes { text: string, files: array }'))
    for (const none of [undefined, null, 5]) await expect(chat.sendMessage(none as never)).rejects.toThrow(TypeError)
    expect(transport.attempts).toEqual([])
    expect(await chat.sendMessage('Hello')).toBeTypeOf('string')
  })

  it.each(['words', undefined, true, { text: 5 }])('is what beforeSend gives: %j', async (given) => {
    const { chat, errors } = chatWorld({ beforeSend: () => given as never })
    await expect(chat.sendMessage('Hello')).rejects.toThrow(/^handback: beforeSend gives { text: string, files: array }$/)
    expect([bubbles(chat), errors]).toEqual([[], []])
  })

  it.each(['bob', undefined, {}, { id: 'bob' }, { id: 5, credentials: () => 'x' }, { id: 'bob', credentials: 'x' }])('is nobody: %j', async (who) => {
    const asked: string[] = []
    const { chat, begin } = chatWorld({ credentials: (why) => (asked.push(why), 'token') })
    await expect(chat.identify(who as never)).rejects.toThrow(new TypeError('handback: identify takes { id, credentials } or null'))
    await begin()
    expect([asked, chat.$connection.get()]).toEqual([['first'], 'live'])
  })
})

describe('a request for a person that the hub has not heard of', () => {
  it('can be taken back, and made again', async () => {
    const { chat, transport, next } = await talking()
    transport.down = unreachable()
    transport.drop()
    await until(() => chat.$connection.get() === 'offline')
    await chat.requestHuman()
    expect([chat.$state.get().waiting, chat.$state.get().phase]).toEqual([true, 'bot'])
    await chat.cancelHumanRequest()
    expect(chat.$state.get().waiting).toBe(false)
    await chat.requestHuman()
    expect(chat.$state.get().waiting).toBe(true)
    await chat.cancelHumanRequest()
    await expect(chat.cancelHumanRequest()).resolves.toBeUndefined()
    transport.down = null
    await next('handoff-request')
  })

  it('can be taken back before it is stored', async () => {
    const { chat, commands } = chatWorld()
    await chat.resume()
    await Promise.all([chat.requestHuman(), chat.cancelHumanRequest()])
    await until(() => commands().length > 0)
    expect(chat.$state.get().waiting).toBe(false)
  })
})

describe('a follow-up', () => {
  it('is asked for in the state until it is answered, at once on this side', async () => {
    const { chat, hub, next, say } = await talking()
    say(hub.tell(hub.act('agent', 'floor-claim')), hub.tell(hub.act('agent', 'floor-return', { tasks: ['follow-up'] })))
    await until(() => chat.$state.get().followUp)
    const at = Date.now() % 1_000 + 90_000
    await chat.scheduleFollowUp({ at, contact: 'maria@example.com' })
    expect(chat.$state.get().followUp).toBe(false)
    expect((await next('follow-up-schedule')).data).toEqual({ at, contact: 'maria@example.com' })
  })

  it('that nobody has asked about is refused here', async () => {
    const { chat } = await talking()
    await expect(chat.declineFollowUp()).rejects.toMatchObject({ code: 'client/refused', cause: { code: 'follow-up/not-open' } })
  })
})

describe('what the assistant asks permission for', () => {
  const permission = 'action-of-hub-01'

  async function asked() {
    const world = await talking()
    const { hub, say } = world
    hub.turn('answer-number-1')
    const { id: turn, attempt, floor } = hub.header.turn ?? {}
    const held = { action: permission, tool: 'refund', input: '{"order":"7"}', title: 'Refund order 7', approval: 'visitor' }
    hub.act('assistant', 'turn-commit', { turn, attempt, floor, held })
    say(hub.snapshot())
    await until(() => world.chat.$state.get().permission)
    return world
  }

  it.each([true, false])('is answered by %s: at once on this side, and the row is the hub’s', async (granted) => {
    const { chat, next } = await asked()
    expect(chat.$messages.get().at(-1)).toMatchObject({ type: 'permission', permission, title: 'Refund order 7' })
    expect(chat.$state.get().permission).toEqual({ id: permission, answered: false })
    // whoever has closed the chat must hear that something is asked
    expect(chat.$unread.get()).toBe(1)
    await chat.answerPermission(permission, granted)
    expect(chat.$state.get().permission).toEqual({ id: permission, answered: true })
    expect(chat.$messages.get().at(-1)).toMatchObject({ type: 'permission' })
    expect((await next('permission-answer')).data).toEqual({ permission, granted })
    await until(() => chat.$state.get().permission === null)
    expect(chat.$messages.get().at(-1)).toMatchObject({ type: 'permission-answer', permission, granted })
  })

  it('can be answered again when the hub has refused the answer', async () => {
    const { chat, say, commands } = await asked()
    const errors: unknown[] = []
    chat.on('error', ({ code, cause }) => errors.push([code, (cause as { code: string }).code]))
    await chat.answerPermission(permission, true)
    const frame = await until(() => commands().find(({ command }) => command.type === 'permission-answer'))
    say({ t: 'refused', command: frame.command.id, refusal: { code: 'request/rate-limited', message: 'x' } })
    await until(() => errors.length === 1)
    expect(errors).toEqual([['client/refused', 'request/rate-limited']])
    expect(chat.$state.get().permission).toEqual({ id: permission, answered: false })
  })

  it('is asked for no longer once something else is written, and what was never asked is refused here', async () => {
    const { chat, next } = await asked()
    const refused = { code: 'client/refused', cause: { code: 'permission/not-open' } }
    await expect(chat.answerPermission('another-question', true)).rejects.toMatchObject(refused)
    await chat.sendMessage('Wait')
    await next('message-send')
    await until(() => chat.$state.get().permission === null)
    await expect(chat.answerPermission(permission, true)).rejects.toMatchObject(refused)
  })
})

describe('an erased conversation', () => {
  it('shows nothing, and what is written next begins another', async () => {
    const { chat, hub, next, say, commands, transport } = await talking()
    const { conversation } = chat.$state.get()
    await chat.eraseConversation()
    await next('conversation-erase')
    await until(() => chat.$state.get().erased)
    hub.replace()
    say({ t: 'reset', conversation: conversation ?? '', log: 2 }, { ...hub.snapshot(0), tail: [] } as ServerFrame)
    await until(() => chat.$messages.get().length === 0)
    await chat.sendMessage('Hello again')
    const frame = await until(() => commands().findLast(({ command }) => command.type === 'message-send' && JSON.stringify(command.data).includes('again')))
    expect(frame.conversation).not.toBe(conversation)
    expect(chat.$state.get().erased).toBe(false)
    expect(transport.attempts.length).toBeGreaterThan(1)
  })
})

describe('identify', () => {
  it('of another person forgets the conversation; of the same one keeps it, with the new credentials', async () => {
    const storage = memoryStorage()
    const anonymous = vi.fn(() => 'token-of-nobody')
    const { chat, transport } = await talking({ storage, credentials: anonymous })
    const { conversation } = chat.$state.get()
    const ann = vi.fn(() => 'token-of-ann')
    await chat.identify({ id: 'ann', credentials: ann })
    await until(() => ann.mock.calls.length === 1)
    expect(chat.$state.get().conversation).toBe(conversation)
    const again = vi.fn(() => 'another-token-of-ann')
    await chat.identify({ id: 'ann', credentials: again })
    await until(() => again.mock.calls.length === 1)
    expect(chat.$state.get().conversation).toBe(conversation)
    const bob = vi.fn(() => 'token-of-bob')
    await chat.identify({ id: 'bob', credentials: bob })
    expect(chat.$state.get().conversation).toBeNull()
    expect(await storage.get('handback')).toBeFalsy()
    expect(bob).not.toHaveBeenCalled()
    await chat.sendMessage('I am Bob')
    await until(() => bob.mock.calls.length === 1)
    const before = transport.attempts.length
    await chat.identify(null)
    expect(chat.$state.get().conversation).toBeNull()
    expect(transport.attempts.length).toBe(before)
  })
})

describe('what a page can follow', () => {
  it('begins with ready, and tells of the place in line when it changes', async () => {
    const { chat, hub, say } = await talking()
    const told: unknown[] = []
    chat.on('ready', () => told.push('ready'))
    chat.on('queue', (queue) => told.push(queue))
    await chat.resume()
    say(hub.tell(hub.act('visitor', 'handoff-request')))
    const topic = `conversation:${chat.$state.get().conversation}` as const
    say({ t: 'signal', topic, signal: { key: 'queue', by: { kind: 'machine', id: 'machine-' }, audience: 'everyone', ttl: 60_000, data: { type: 'queue', place: 2 } } })
    await until(() => told.length === 2)
    say(hub.tell(hub.act('agent', 'floor-claim')))
    await until(() => told.length === 3)
    expect(told).toEqual(['ready', { place: 2 }, null])
  })

  it('alerts to a message that nobody looks at, and to no other', async () => {
    const { chat, hub, say } = await talking()
    const alerts: unknown[] = []
    const messages: unknown[] = []
    chat.on('alert', ({ id }) => alerts.push(id))
    chat.on('message', ({ id }) => messages.push(id))
    hub.turn('answer-number-1')
    say(hub.after({ log: 1, seq: 0 }))
    say(hub.tell(hub.answer('Here it is.')))
    await until(() => messages.length === 1)
    chat.setVisible(true)
    say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'I am Sarah.' }] })))
    await until(() => messages.length === 2)
    expect(alerts).toEqual(['answer-number-1'])
  })

  it('has a number in its title while there is something unread', async () => {
    const { chat, hub, say } = await talking()
    const page = { title: 'Help (1)' }
    const stop = titleBadge(chat, page)
    say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Hello.' }] })))
    await until(() => page.title === '(1) Help (1)')
    page.title = 'Cards'
    say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Still there?' }] })))
    await until(() => page.title === '(2) Cards')
    stop()
    expect(page.title).toBe('Cards')
  })

  it('is told to open, to close and to hide, once for each change', () => {
    const { chat } = chatWorld()
    const told: string[] = []
    chat.$panel.listen((panel) => told.push(panel))
    for (const type of ['open', 'close'] as const) chat.on(type, () => told.push(`event ${type}`))
    chat.open()
    chat.open()
    chat.toggle()
    chat.toggle()
    chat.hide()
    chat.close()
    chat.show()
    expect(told).toEqual(['open', 'event open', 'closed', 'event close', 'open', 'event open', 'hidden', 'event close', 'closed'])
  })
})
