import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { ChatStorage } from '../../src/client/index.ts'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { Transport } from '../../src/contracts/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { settled, until } from '../hub/until.ts'
import { bubbles } from './chat-world.ts'
import { scriptedTransport } from './scripted-transport.ts'
import type { Tab, TabState } from './tabs-world.ts'
import { allShow, profile } from './tabs-world.ts'

type Profile = ReturnType<typeof profile>

const person = (world: Profile, text: string): void => {
  const [id, room] = [...world.hub.rooms].at(-1) ?? []
  if (id && room) world.hub.tell(id, room.act('agent', 'message-send', { parts: [{ type: 'text', text }] }))
}

/** Tabs of one profile, all live in one conversation that the first began. */
async function begun(count: number) {
  const world = profile()
  const tabs = Array.from({ length: count }, () => world.tab())
  await tabs[0]?.chat.sendMessage('Hello')
  await allShow(tabs, ['sent Hello'])
  return { ...world, world, tabs: tabs as [Tab, Tab, ...Tab[]] }
}

/** One bubble from its first moment on, whose delivery never goes back. */
function expectSteady({ history }: Tab, text: string): void {
  const own = history.map((shown) => shown.filter((bubble) => bubble.endsWith(` ${text}`)))
  const first = own.findIndex(({ length }) => length > 0)
  expect(own.slice(first).filter(({ length }) => length !== 1)).toEqual([])
  const steps = own.slice(first).map(([bubble]) => ['sending', 'sent'].indexOf(bubble?.split(' ')[0] ?? ''))
  expect(steps).toEqual([...steps].sort((a, b) => a - b))
}

describe('tabs of one browser profile', () => {
  test.each([2, 7])('%i of them share one connection, and all see what happens', async (count) => {
    const { hub, world, tabs } = await begun(count)
    expect([hub.open, hub.connected]).toEqual([1, 1])
    person(world, 'Hi')
    await until(() => tabs.every(({ chat }) => bubbles(chat).at(-1) === 'agent Hi'))
    for (const { chat, history } of tabs) {
      expect(bubbles(chat)).toEqual(['sent Hello', 'agent Hi'])
      expect(history.filter((shown) => new Set(shown).size !== shown.length)).toEqual([])
    }
    expect(hub.open).toBe(1)
  })

  test('that are idle have a channel and nothing more, and join what another begins', async () => {
    const world = profile()
    const reads: string[] = []
    const watched: ChatStorage = { ...world.storage, get: (key) => (reads.push(key), world.storage.get(key)) }
    const idle = world.tab({ storage: watched })
    await settled()
    expect([world.log, reads, world.hub.connected]).toEqual([['channel handback:handback'], [], 0])
    const other = world.tab()
    await other.chat.sendMessage('Hello')
    await allShow([idle, other], ['sent Hello'])
    expect([new Set(reads), world.hub.open]).toEqual([new Set(['handback']), 1])
  })

  test('are told apart by their storage key', async () => {
    const world = profile()
    const one = world.tab()
    const two = world.tab({ storageKey: 'shop' })
    await one.chat.sendMessage('One')
    await two.chat.sendMessage('Two')
    await allShow([one], ['sent One'])
    await allShow([two], ['sent Two'])
    expect([world.hub.open, world.hub.rooms.size]).toEqual([2, 2])
  })

  test('stand alone where there is nothing to find each other by', async () => {
    const world = profile()
    const tabs = [world.tab({ tabs: null }), world.tab({ tabs: null })]
    await tabs[0]?.chat.sendMessage('Hello')
    await until(() => tabs[0]?.chat.$connection.get() === 'live')
    await tabs[1]?.chat.resume()
    await allShow(tabs, ['sent Hello'])
    expect(world.hub.open).toBe(2)
  })

  const forbidden = (): never => {
    throw new DOMException('No.', 'SecurityError')
  }
  test.each(['locks', 'channels'])('stand alone where %s are forbidden', async (what) => {
    const world = profile()
    const deaf = { addEventListener: () => undefined, postMessage: () => undefined, close: () => undefined }
    const denied = world.tab({
      tabs: {
        random: () => 0,
        after: world.timers.after,
        channel: () => (what === 'channels' ? forbidden() : deaf),
        locks: { request: async () => forbidden() },
      },
    })
    await denied.chat.sendMessage('Hello')
    await allShow([denied], ['sent Hello'])
  })

  test('begin one conversation, though they begin at once', async () => {
    const world = profile()
    const tabs = [world.tab(), world.tab(), world.tab()]
    await Promise.all(tabs.map(({ chat }, index) => chat.sendMessage(`From ${index}`)))
    await until(() => world.hub.effects.length === 3)
    await allShow(tabs, ['sent From 0', 'sent From 1', 'sent From 2'])
    expect([world.hub.rooms.size, world.hub.open, new Set(world.hub.sendings).size]).toEqual([1, 1, 3])
  })

  test('keep the older rows that one of them has fetched when another opens', async () => {
    const { hub, world, tabs } = await begun(1)
    for (let count = 0; count < 60; count += 1) person(world, `Word ${count}`)
    await until(() => bubbles(tabs[0].chat).length === 61)
    const late = world.tab()
    await late.chat.resume()
    await until(() => late.chat.$messages.get().length >= 50)
    await settled(3)
    expect([bubbles(tabs[0].chat).length, hub.open]).toEqual([61, 1])
  })
})

describe('the leader', () => {
  test('that closes has a successor at once, without any timer', async () => {
    const { hub, world, tabs: [first, second, third] } = await begun(3)
    first.chat.destroy()
    await until(() => hub.connected === 2)
    person(world, 'Hi')
    await allShow([second, third as Tab], ['sent Hello', 'agent Hi'])
    expect([hub.open, world.timers.now]).toEqual([1, 0])
  })

  test('has no timers, and a follower asks it only while it says nothing', async () => {
    const { timers, world, tabs, log, hub } = await begun(2)
    expect(timers.size).toBe(1)
    await timers.advance(60_000)
    person(world, 'Hi')
    await allShow(tabs, ['sent Hello', 'agent Hi'])
    expect([log.filter((entry) => entry.startsWith('steal')), hub.connected]).toEqual([[], 1])
  })

  test('that says nothing for two seconds is deposed within four, and stops when it learns of it', async () => {
    const { hub, world, timers, tabs: [first, second] } = await begun(2)
    first.freeze()
    await timers.advance(2_999)
    expect(hub.connected).toBe(1)
    await timers.advance(1)
    await until(() => hub.connected === 2)
    person(world, 'While frozen')
    await allShow([second], ['sent Hello', 'agent While frozen'])
    expect(hub.open).toBe(2)
    first.thaw()
    await until(() => hub.open === 1)
    await allShow([first, second], ['sent Hello', 'agent While frozen'])
    person(world, 'After')
    await allShow([first, second], ['sent Hello', 'agent While frozen', 'agent After'])
    expect(hub.open).toBe(1)
    for (const tab of [first, second]) for (const text of ['Hello', 'While frozen', 'After']) expectSteadyOthers(tab, text)
  })

  test('that was deposed leads again when the other closes', async () => {
    const { hub, world, timers, tabs: [first, second] } = await begun(2)
    first.freeze()
    await timers.advance(3_000)
    await until(() => hub.connected === 2)
    first.thaw()
    await until(() => hub.open === 1)
    second.chat.destroy()
    await until(() => hub.connected === 3)
    person(world, 'Hi')
    await allShow([first], ['sent Hello', 'agent Hi'])
  })

  test('is one of seven again after all that waited took the lock at the same moment', async () => {
    const { hub, world, timers, tabs } = await begun(7)
    tabs[0].freeze()
    await timers.advance(3_000)
    await until(() => tabs.slice(1).every(({ chat }) => chat.$connection.get() === 'live') && hub.open === 2)
    tabs[0].thaw()
    await until(() => hub.open === 1)
    person(world, 'Hi')
    await allShow(tabs, ['sent Hello', 'agent Hi'])
    expect(hub.open).toBe(1)
  })

  test('that loses its connection loses it for all, and gets it back for all', async () => {
    const { hub, world, tabs } = await begun(3)
    hub.down = true
    hub.cut()
    await until(() => tabs.every(({ chat }) => chat.$connection.get() !== 'live'))
    person(world, 'Missed')
    hub.down = false
    await allShow(tabs, ['sent Hello', 'agent Missed'])
    expect(hub.open).toBe(1)
  })
})

function expectSteadyOthers({ history }: Tab, text: string): void {
  expect(history.filter((shown) => shown.filter((bubble) => bubble.endsWith(` ${text}`)).length > 1)).toEqual([])
}

describe('the outbox of all tabs', () => {
  test('is sent by the leader, each command once and in the order of writing, with a bubble in every tab', async () => {
    const { hub, tabs } = await begun(3)
    const texts = ['Hello']
    for (let round = 0; round < 4; round += 1) {
      for (const [index, { chat }] of tabs.entries()) {
        texts.push(`${round} of ${index}`)
        await chat.sendMessage(`${round} of ${index}`)
      }
    }
    await allShow(tabs, texts.map((text) => `sent ${text}`))
    expect(hub.effects).toEqual(texts)
    expect(new Set(hub.sendings).size).toBe(hub.sendings.length)
    for (const tab of tabs) for (const text of texts) expectSteady(tab, text)
  })

  test('goes on with the next leader when a tab dies after its message was taken', async () => {
    const { hub, timers, tabs: [first, second, third] } = await begun(3)
    first.freeze()
    await second.chat.sendMessage('Last words')
    await until(() => bubbles((third as Tab).chat).includes('sending Last words'))
    second.crash()
    await timers.advance(3_000)
    await allShow([third as Tab], ['sent Hello', 'sent Last words'])
    first.thaw()
    await allShow([first, third as Tab], ['sent Hello', 'sent Last words'])
    expect(hub.effects).toEqual(['Hello', 'Last words'])
  })

  test.each(['the next connection', 'the next tab'])('is read again by the leader with %s: a tab may die before it tells of what it wrote', async (what) => {
    const { hub, storage, tabs, world } = await begun(2)
    const command = { id: 'command-0001', type: 'message-send', data: { parts: [{ type: 'text', text: 'Orphan' }] } }
    await storage.update?.('handback', (text) => JSON.stringify({ ...JSON.parse(text ?? ''), outbox: [{ command, seen: null, at: 0 }] }))
    if (what === 'the next tab') await world.tab().chat.resume()
    else hub.cut()
    await allShow(tabs, ['sent Hello', 'sent Orphan'])
    expect(hub.sendings.filter((id) => id === command.id)).toHaveLength(1)
  })

  test('shows what was answered while a tab was frozen as sent, never as none', async () => {
    const { tabs: [first, second], hub } = await begun(2)
    hub.mute = true
    await second.chat.sendMessage('Slow')
    await until(() => bubbles(first.chat).includes('sending Slow'))
    second.freeze()
    hub.mute = false
    hub.cut()
    await allShow([first], ['sent Hello', 'sent Slow'])
    second.thaw()
    await allShow([second], ['sent Hello', 'sent Slow'])
    expectSteady(second, 'Slow')
    expectSteady(first, 'Slow')
  })

  test('has a failed message retried from another tab than it was written in', async () => {
    const { tabs: [first, second], hub, record } = await begun(2)
    hub.mute = true
    const id = (await first.chat.sendMessage('Again')) ?? ''
    const conversation = first.chat.$state.get().conversation
    expect(conversation).not.toBeNull()
    hub.refuse(id)
    await until(() => [first, second].every(({ chat }) => bubbles(chat).includes('failed Again')))
    hub.mute = false
    second.chat.retry(id)
    await allShow([first, second], ['sent Hello', 'sent Again'])
    await until(async () => (await record())?.outbox.length === 0)
  })
})

describe('reset', () => {
  test.each([0, 1])('in tab %i clears every tab, the storage and the outbox, and the next message begins anew everywhere', async (which) => {
    const { hub, tabs, storage, log, world } = await begun(3)
    const old = tabs[0].chat.$state.get().conversation
    hub.mute = true
    await tabs[1].chat.sendMessage('Unsent')
    await tabs[which]?.chat.reset()
    await until(() => tabs.every(({ chat }) => chat.$state.get().conversation === null && chat.$connection.get() === 'idle'))
    expect(tabs.map(({ chat }) => bubbles(chat))).toEqual([[], [], []])
    expect(await storage.get('handback')).toBeUndefined()
    expect(hub.open).toBe(0)
    hub.mute = false
    log.length = 0
    await settled(3)
    // nobody stands in line, asks or waits for anything
    expect([log, world.timers.size]).toEqual([[], 0])
    await tabs[2]?.chat.sendMessage('Anew')
    await allShow(tabs, ['sent Anew'])
    expect(tabs[0].chat.$state.get().conversation).not.toBe(old)
    expect([hub.effects, hub.open]).toEqual([['Hello', 'Anew'], 1])
  })

  test('that is overtaken by a message of a tab that has not heard of it leaves that message in a conversation of its own', async () => {
    const { hub, tabs: [first, second] } = await begun(2)
    const old = first.chat.$state.get().conversation
    second.freeze()
    await first.chat.reset()
    const late = second.chat.sendMessage('Late')
    second.thaw()
    await late
    await allShow([first, second], ['sent Late'])
    expect(first.chat.$state.get().conversation).not.toBe(old)
    expect(hub.effects).toEqual(['Hello', 'Late'])
  })
})

describe('a session that is over', () => {
  test('is left by all tabs for one other conversation, with what was not told yet', async () => {
    const { hub, tabs } = await begun(3)
    const old = tabs[0].chat.$state.get().conversation
    hub.mute = true
    await tabs[1].chat.sendMessage('Untold')
    await until(() => tabs.every(({ chat }) => bubbles(chat).includes('sending Untold')))
    hub.rooms.clear()
    hub.cut()
    await until(() => tabs.every(({ errors }) => errors.some(({ code }) => code === 'client/session-over')))
    hub.mute = false
    hub.cut()
    await allShow(tabs, ['sent Untold'])
    expect(new Set(tabs.map(({ chat }) => chat.$state.get().conversation)).size).toBe(1)
    expect([hub.rooms.size, hub.rooms.has(old ?? ''), hub.effects, hub.open]).toEqual([1, false, ['Hello', 'Untold'], 1])
    for (const { errors } of tabs) expect(errors.filter(({ code }) => code === 'client/session-over')).toHaveLength(1)
  })
})

describe('another conversation', () => {
  test('is begun, and an earlier one gone on with, in every tab at once, and no session is over', async () => {
    const { hub, world, tabs } = await begun(3)
    const old = tabs[0].chat.$state.get().conversation
    await tabs[1].chat.openConversation(null)
    await until(() => tabs.every(({ chat }) => chat.$state.get().conversation === null && chat.$connection.get() === 'idle'))
    expect([tabs.map(({ chat }) => bubbles(chat)), hub.open, world.timers.size]).toEqual([[[], [], []], 0, 0])
    await tabs[2]?.chat.sendMessage('Another matter')
    await allShow(tabs, ['sent Another matter'])
    const next = tabs[0].chat.$state.get().conversation
    expect([next === old, hub.open]).toEqual([false, 1])
    await tabs[0].chat.openConversation(old)
    await allShow(tabs, ['sent Hello'])
    await tabs[1].chat.sendMessage('Once more')
    await allShow(tabs, ['sent Hello', 'sent Once more'])
    expect([hub.effects, tabs.flatMap(({ errors }) => errors)]).toEqual([['Hello', 'Another matter', 'Once more'], []])
  })

  test('leaves what was not told yet to its own, and it is told there', async () => {
    const { hub, tabs: [first, second] } = await begun(2)
    hub.mute = true
    await second.chat.sendMessage('Untold')
    await until(() => bubbles(first.chat).includes('sending Untold'))
    const old = first.chat.$state.get().conversation
    await first.chat.openConversation(null)
    await until(() => second.chat.$state.get().conversation === null)
    expect([bubbles(first.chat), bubbles(second.chat)]).toEqual([[], []])
    hub.mute = false
    hub.cut()
    await until(() => hub.effects.includes('Untold'))
    await first.chat.openConversation(old)
    await allShow([first, second], ['sent Hello', 'sent Untold'])
  })
})

describe('a storage that fails', () => {
  const calls = ['get', 'update'] as const
  test.each(calls)('at its first %s leaves its tab alone with a conversation of its own, and says so once', async (call) => {
    const world = profile()
    const fine = world.tab()
    await fine.chat.sendMessage('Fine')
    await allShow([fine], ['sent Fine'])
    const inner = memoryStorage()
    const denied = world.tab({
      storage: {
        ...inner,
        [call]: () => {
          throw new Error('denied')
        },
      },
    })
    await denied.chat.resume()
    await denied.chat.sendMessage('Private')
    await denied.chat.sendMessage('And more')
    await allShow([denied], ['sent Private', 'sent And more'])
    await fine.chat.sendMessage('Still fine')
    await allShow([fine], ['sent Fine', 'sent Still fine'])
    expect(bubbles(denied.chat)).toEqual(['sent Private', 'sent And more'])
    // it stays alone, also after it has forgotten everything
    await denied.chat.reset()
    await denied.chat.sendMessage('Anew')
    await allShow([denied], ['sent Anew'])
    expect(bubbles(fine.chat)).toEqual(['sent Fine', 'sent Still fine'])
    expect(denied.errors.map(({ code }) => code)).toEqual(['client/storage'])
    expect(fine.errors).toEqual([])
  })

  test('later loses nothing that was written, and what comes then is sent by its own tab', async () => {
    const world = profile()
    const inner = memoryStorage()
    let full = false
    const failing: ChatStorage = {
      ...inner,
      async update(key, change) {
        if (full) throw new Error('full')
        await inner.update?.(key, change)
      },
    }
    const tab = world.tab({ storage: failing })
    await tab.chat.sendMessage('One')
    await allShow([tab], ['sent One'])
    world.hub.mute = true
    await tab.chat.sendMessage('Two')
    full = true
    await tab.chat.sendMessage('Three')
    expect(bubbles(tab.chat)).toEqual(['sent One', 'sending Two', 'sending Three'])
    world.hub.mute = false
    world.hub.cut()
    await allShow([tab], ['sent One', 'sent Two', 'sent Three'])
    expect([world.hub.effects, tab.errors.map(({ code }) => code).filter((code) => code.startsWith('client'))]).toEqual([
      ['One', 'Two', 'Three'],
      ['client/storage'],
    ])
  })
})

test('a message is in the storage when sendMessage resolves', async () => {
  const storage = memoryStorage()
  let open: () => void = () => undefined
  const slow: ChatStorage = {
    ...storage,
    async update(key, change) {
      await new Promise<void>((resolve) => (open = resolve))
      await storage.update?.(key, change)
    },
  }
  const transport = scriptedTransport()
  const chat = createChat({ transport, storage: slow })
  let resolved = false
  const sending = chat.sendMessage('Hello').then((id) => {
    resolved = true
    return id
  })
  await settled(3)
  expect([resolved, transport.attempts.length]).toEqual([false, 0])
  open()
  const id = await sending
  expect(JSON.parse((await storage.get('handback')) ?? '')).toMatchObject({ outbox: [{ command: { id } }] })
  chat.destroy()
})

test('tabs are told how their leader is connected, and notice nothing when a better connection takes over', async () => {
  const world = profile()
  let held = true
  const better = (tab: TabState): Transport => ({
    ...world.hub.transport(tab),
    name: 'better',
    async connect(options) {
      if (held) throw new HandbackError('transport/silent', 'Held.', { retryable: true })
      return world.hub.transport(tab).connect(options)
    },
  })
  const poll = (tab: TabState): Transport => ({ ...world.hub.transport(tab), name: 'poll', mode: 'poll' })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const tabs = [1, 2, 3].map(() => world.tab({}, (tab) => [better(tab), poll(tab)])) as [Tab, Tab, Tab]
  await tabs[0].chat.sendMessage('Hello')
  await until(() => tabs.every(({ chat }) => chat.$connection.get() === 'polling' && bubbles(chat).length === 1))
  expect([world.hub.open, world.hub.connected]).toEqual([1, 1])
  const states: string[] = []
  for (const { chat } of tabs) chat.$connection.listen((state) => states.push(state))

  held = false
  await vi.advanceTimersByTimeAsync(1_000)
  await settled()
  expect([world.hub.open, world.hub.connected]).toEqual([2, 2])
  await vi.advanceTimersByTimeAsync(1_000)
  world.hub.beat()
  await settled()
  await vi.advanceTimersByTimeAsync(1_000)
  person(world, 'Hi')
  await allShow(tabs, ['sent Hello', 'agent Hi'])
  await tabs[2].chat.sendMessage('Thanks')
  await allShow(tabs, ['sent Hello', 'agent Hi', 'sent Thanks'])
  expect(states).toEqual(['live', 'live', 'live'])
  expect([world.hub.open, world.hub.connected]).toEqual([1, 2])
  expect(tabs.flatMap(({ errors }) => errors)).toEqual([])
})
