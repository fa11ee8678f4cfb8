/* oxlint-disable unicorn/require-post-message-target-origin -- a channel reaches its own origin only */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createChat } from '../../src/client/index.ts'
import { memoryStorage } from '../../src/client/storage.ts'
import type { AIProvider } from '../../src/contracts/index.ts'
import { type PageEvents, type ServeTabsOptions, type TabHub, serveTabs } from '../../src/hub/adapters/tabs.ts'
import { createTokens } from '../../src/hub/index.ts'
import { newId } from '../../src/internal/ids.ts'
import { type LinesEnvironment, browserLines, lobbyName } from '../../src/internal/tab-lines.ts'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { type IndexedDbStore, indexedDbStore } from '../../src/stores/indexeddb.ts'
import { broadcastChannel, tabSession } from '../../src/transports/broadcast-channel.ts'
import { until } from './until.ts'

const provider = scripted(() => ['All is well.'])
let name: string
let indexedDB: IDBFactory
let errors: unknown[]

beforeEach(() => {
  name = newId()
  indexedDB = new IDBFactory()
  errors = []
})

/** A window that the test hides and shows. */
function fakePage(): PageEvents & { tell(type: 'pagehide' | 'pageshow'): void; readonly listeners: number } {
  const target = new Map<string, Set<() => void>>([['pagehide', new Set()], ['pageshow', new Set()]])
  return {
    addEventListener: (type, listener) => void target.get(type)?.add(listener),
    removeEventListener: (type, listener) => void target.get(type)?.delete(listener),
    tell: (type) => target.get(type)?.forEach((listener) => listener()),
    get listeners() {
      return [...target.values()].reduce((sum, { size }) => sum + size, 0)
    },
  }
}

/** One tab that may serve, with the database of the profile open in it. */
function tab(options: Partial<ServeTabsOptions> = {}): TabHub & { readonly store: IndexedDbStore; readonly page: ReturnType<typeof fakePage> } {
  // the database has a name of its own: its channel is this process's
  const store = indexedDbStore({ indexedDB, name })
  const page = fakePage()
  const log = { info: () => undefined, warn: () => undefined, error: (fields: object) => void errors.push(fields) }
  const served = serveTabs({ store, name, provider, page, log, ...options })
  onTestFinished(async () => {
    await served.stop()
    await store.close()
  })
  return { get hub() { return served.hub }, stop: served.stop, store, page }
}

/** A visitor in some tab. */
function visitor() {
  const chat = createChat({ transport: broadcastChannel({ name }), credentials: tabSession({ name }), storage: memoryStorage() })
  onTestFinished(() => chat.destroy())
  const bubbles = (): string[] =>
    [...chat.$messages.get()].flatMap((row) => (row.type === 'message' ? [`${row.delivery ?? row.author.kind} ${textOf(row.parts)}`] : []))
  return { chat, bubbles }
}

test('a provider that holds a key is refused, and nothing begins', async () => {
  const keyed: AIProvider = { ...provider, name: 'some-model', keyed: true }
  expect(() => tab({ provider: keyed })).toThrow(expect.objectContaining({ code: 'provider/misuse', message: expect.stringContaining('some-model') }))
  expect((await navigator.locks.query()).held?.map((lock) => lock.name)).not.toContain(lobbyName(name))
})

test('a page without Web Locks or channels is told so', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  onTestFinished(() => void vi.unstubAllGlobals())
  expect(() => serveTabs({ store: indexedDbStore(), provider })).toThrow(expect.objectContaining({ code: 'request/invalid' }))
})

test('a visitor without a token talks to the bot of the tab that serves', async () => {
  tab()
  const { chat, bubbles } = visitor()
  await chat.sendMessage('Hello')
  await until(() => bubbles().join() === 'sent Hello,assistant All is well.')
  expect(errors).toEqual([])
})

test('one of several tabs serves; when it stops the next one does, and nobody loses anything', async () => {
  const tabs = [tab(), tab(), tab()]
  const serving = (): number[] => tabs.flatMap(({ hub }, index) => (hub ? [index] : []))
  const { chat, bubbles } = visitor()
  await chat.sendMessage('One')
  await until(() => bubbles().length === 2)
  expect(serving()).toEqual([0])
  await tabs[0]?.stop()
  await until(() => serving().join() === '1')
  await chat.sendMessage('Two')
  await until(() => bubbles().join() === 'sent One,assistant All is well.,sent Two,assistant All is well.')
  expect(errors).toEqual([])
})

test('a page that is left says goodbye at once, and serves again when it comes back', async () => {
  const one = tab()
  const { store } = one
  const token = (await createTokens(await store.secret()).session())?.token
  await until(() => one.hub)
  const connection = await broadcastChannel({ name }).connect({ follow: [], signal: new AbortController().signal, credentials: () => token })
  const frames: ServerFrame[] = []
  const ended = (async () => {
    for await (const frame of connection.frames) frames.push(frame)
  })().catch((error: { code: string }) => error.code)
  one.page.tell('pageshow')
  one.page.tell('pagehide')
  expect(one.hub).toBeUndefined()
  expect(await ended).toBe('transport/lost')
  expect(frames.map(({ t }) => t)).toEqual(['hello', 'bye'])
  one.page.tell('pageshow')
  await until(() => one.hub)
  await one.stop()
  expect([one.hub, one.page.listeners]).toEqual([undefined, 0])
})

test('an answer that was being written when its tab went is written by the next one, once', async () => {
  const at = gates()
  const held = at.gate('held')
  const slow = scripted(() => ['Half', held, ' an answer'])
  const stuck = tab({ provider: slow })
  const next = tab({ provider: scripted(() => ['The whole answer']) })
  const { chat, bubbles } = visitor()
  await chat.sendMessage('Hello')
  await at.reached('held')
  stuck.page.tell('pagehide')
  await until(() => next.hub)
  await until(() => bubbles().includes('assistant The whole answer'))
  at.open('held')
  expect(slow.calls[0]?.aborted).toBe(true)
  expect(bubbles()).toEqual(['sent Hello', 'assistant The whole answer'])
  expect(errors).toEqual([])
})

/** Timers of the given lengths run at once, others never; the platform's real channels and locks. */
const hasty = (...lengths: readonly ((ms: number) => boolean)[]): LinesEnvironment => ({
  ...(browserLines() as LinesEnvironment),
  after(ms, run) {
    let stopped = !lengths.some((fits) => fits(ms))
    setTimeout(() => stopped || run(), 20)
    return () => {
      stopped = true
    }
  },
})
const watching = hasty((ms) => ms >= 2_000 && ms <= 3_000)

test('a tab that serves and answers nobody any more loses its place, and one that answers does not', async () => {
  const stopped = navigator.locks.request(lobbyName(name), () => new Promise<void>(() => undefined))
  const one = tab({ environment: watching })
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
  const hub = await until(() => one.hub)
  const lobby = new BroadcastChannel(lobbyName(name))
  onTestFinished(() => lobby.close())
  let asked = 0
  lobby.addEventListener('message', ({ data }) => (asked += (data as { t: string }).t === 'ask' ? 1 : 0))
  const other = tab({ environment: watching })
  await until(() => asked > 4)
  expect([one.hub === hub, other.hub]).toEqual([true, undefined])
  await other.stop()
  // who has taken the place of another waits like everybody when it loses it
  await navigator.locks.request(lobbyName(name), { steal: true }, async () => {
    asked = 0
    lobby.addEventListener('message', ({ data }) => (data as { t: string }).t === 'ask' && lobby.postMessage({ t: 'here' }))
    await until(() => one.hub === undefined && asked > 4)
  })
  await until(() => one.hub)
  expect(errors).toEqual([])
})

test('a tab whose lock was taken away serves no more, and stands in line again', async () => {
  const one = tab()
  const first = await until(() => one.hub)
  await navigator.locks.request(lobbyName(name), { steal: true }, async () => {
    await until(() => one.hub === undefined)
  })
  await until(() => one.hub && one.hub !== first)
  expect(errors).toEqual([])
})

test('a tab whose store fails says so, and tries again', async () => {
  const store = indexedDbStore({ indexedDB, name })
  let failures = 0
  const secret = async (): Promise<Uint8Array> => {
    if ((failures += 1) < 3) throw new Error('The disk is on fire.')
    return store.secret()
  }
  const one = tab({ store: { ...store, secret }, environment: hasty((ms) => ms < 2_000) })
  await until(() => one.hub)
  expect(errors).toHaveLength(2)
})

describe('an agent', () => {
  test('whose token is signed with the key of the profile takes over the conversation', async () => {
    const one = tab()
    const { chat, bubbles } = visitor()
    await chat.sendMessage('Hello')
    await until(() => bubbles().length === 2)
    const { token } = await createTokens(await one.store.secret()).issue({ sub: 'agent-sarah', role: 'agent', name: 'Sarah' })
    const life = new AbortController()
    onTestFinished(() => life.abort())
    const connection = await broadcastChannel({ name }).connect({ follow: [{ topic: 'desk' }], signal: life.signal, credentials: () => token })
    const conversation = chat.$state.get().conversation ?? ''
    const data = { parts: [{ type: 'text', text: 'Sarah here' }] }
    await connection.send({ t: 'command', conversation, seen: null, command: { id: newId(), type: 'message-send', data } })
    await until(() => bubbles().includes('agent Sarah here'))
    await until(() => chat.$status.get().type === 'agent')
  })
})
