import { onTestFinished } from 'vitest'
import type { Chat, ChatOptions, ChatStorage, TabsEnvironment } from '../../src/client/index.ts'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import { latePart } from '../../src/client/late-part.ts'
import type { ConnectOptions, Transport, Transports } from '../../src/contracts/index.ts'
import { asyncQueue } from '../../src/internal/async-queue.ts'
import type { ClientFrame, HandbackError, KnownCommand, ServerFrame } from '../../src/protocol/index.ts'
import { HandbackError as Failure, decodeServerFrame, encodeFrame, textOf } from '../../src/protocol/index.ts'
import { until } from '../hub/until.ts'
import { bubbles, waitless } from './chat-world.ts'
import { fakeTimers } from './fake-timers.ts'
import { hubSide } from './hub-side.ts'

// what a tab does is counted in ticks here: the part that a page loads at its first connection is there
await latePart.load()

type Hub = ReturnType<typeof hubSide>
type Lock = { readonly tab: TabState; grant(): void; refuse(): void }

export interface TabState {
  state: 'runs' | 'frozen' | 'dead'
  /** What came for it while it was frozen. */
  readonly pending: (() => void)[]
}

/** Everything from outside reaches a tab by this: not while it is frozen, and never when it is gone. */
function reach(tab: TabState, work: () => void): void {
  if (tab.state === 'frozen') tab.pending.push(work)
  else queueMicrotask(() => (tab.state === 'runs' ? work() : tab.state === 'frozen' && tab.pending.push(work)))
}
const running = (tab: TabState): Promise<void> => new Promise((resolve) => reach(tab, resolve))

/** A hub that keeps its conversations with the real machine, counts its connections and knows each command. */
function countingHub() {
  const rooms = new Map<string, Hub>()
  const links = new Set<{ say(frame: ServerFrame): void; readonly topics: Set<string>; cut(): void }>()
  const hub = {
    /** Texts in the order in which they had their effect, and each sending of a command. */
    effects: [] as string[],
    sendings: [] as string[],
    connected: 0,
    /** What its hello says of files; nothing, as an older hub. */
    files: undefined as boolean | undefined,
    down: false,
    /** While set, commands are taken and not answered. */
    mute: false,
    rooms,
    get open() {
      return links.size
    },
    room(id: string): Hub {
      const room = rooms.get(id) ?? hubSide(id)
      rooms.set(id, room)
      return room
    },
    tell(id: string, events: Parameters<Hub['tell']>[0]): void {
      for (const link of [...links]) if (link.topics.has(`conversation:${id}`)) link.say(hub.room(id).tell(events))
    },
    beat: (): void => [...links].forEach((link) => link.say({ t: 'beat', heads: {} })),
    cut: (): void => [...links].forEach((link) => link.cut()),
    refuse: (command: string): void =>
      [...links].forEach((link) => link.say({ t: 'refused', command, refusal: { code: 'request/rate-limited', message: 'Too fast.' } })),
    take(frame: ClientFrame, link: { say(frame: ServerFrame): void; readonly topics: Set<string> }): void {
      if (frame.t === 'follow') {
        const { topic, after } = frame.follow
        const id = topic.slice('conversation:'.length)
        if (topic === 'me') return
        if (!rooms.has(id)) return link.say({ t: 'gone', topic })
        link.topics.add(topic)
        link.say(after ? hub.room(id).after(after) : hub.room(id).snapshot())
      }
      if (frame.t !== 'command' || hub.mute) return
      const command = frame.command as KnownCommand
      const room = hub.room(frame.conversation)
      hub.sendings.push(command.id)
      if (!room.events.some(({ cause }) => cause === command.id)) {
        const events = room.take(command)
        if (command.type === 'message-send') hub.effects.push(textOf(command.data.parts))
        hub.tell(frame.conversation, events)
      }
      link.say(room.ack(frame))
    },
    transport(tab: TabState): Transport {
      const connect = async ({ follow, signal }: ConnectOptions) => {
        await running(tab)
        signal.throwIfAborted()
        if (hub.down) throw new Failure('transport/unreachable', 'Down.', { retryable: true })
        const end = (): void => {
          links.delete(link)
          queue.end()
        }
        const queue = asyncQueue<ServerFrame>({ limit: 5_000, onReturn: end })
        const link = {
          topics: new Set<string>(),
          say: (frame: ServerFrame) => {
            const copy = decodeServerFrame(encodeFrame(frame))
            if (copy) reach(tab, () => queue.push(copy))
          },
          cut() {
            links.delete(link)
            queue.fail(new Failure('transport/lost', 'Cut.', { retryable: true }))
          },
        }
        links.add(link)
        hub.connected += 1
        signal.addEventListener('abort', end)
        link.say({ t: 'hello', link: 'link-0001', protocol: 1, now: 0, ...(hub.files !== undefined && { files: hub.files }) })
        for (const item of follow) hub.take({ t: 'follow', follow: item }, link)
        return {
          frames: queue,
          async send(frame: ClientFrame) {
            await running(tab)
            if (!links.has(link)) throw new Failure('transport/closed', 'Closed.')
            hub.take(structuredClone(frame), link)
          },
          close: async () => end(),
        }
      }
      return { name: 'counting', mode: 'push', supports: { signals: true }, connect }
    },
  }
  return hub
}

export interface Tab {
  readonly chat: Chat
  readonly errors: HandbackError[]
  /** The bubbles after each change. */
  readonly history: string[][]
  freeze(): void
  thaw(): void
  /** The process is gone, with all that it was about to do; the browser frees its lock. */
  crash(): void
}

/** One browser profile: a storage, locks, channels and timers that all its tabs share, and a hub. */
export function profile(options: { readonly storage?: ChatStorage } = {}) {
  waitless()
  const timers = fakeTimers()
  const hub = countingHub()
  const storage = options.storage ?? memoryStorage()
  const channels = new Set<{ readonly tab: TabState; readonly name: string; readonly hear: Set<(event: { readonly data: unknown }) => void> }>()
  const held = new Map<string, Lock>()
  const line = new Map<string, Lock[]>()
  const log: string[] = []

  function next(name: string): void {
    held.delete(name)
    const first = line.get(name)?.shift()
    if (!first) return
    held.set(name, first)
    first.grant()
  }
  function environment(tab: TabState): TabsEnvironment {
    return {
      random: () => 0,
      after: (ms, run) => timers.after(ms, () => reach(tab, run)),
      channel(name) {
        log.push(`channel ${name}`)
        const own = { tab, name, hear: new Set<(event: { readonly data: unknown }) => void>() }
        channels.add(own)
        return {
          addEventListener: (_, listener) => void own.hear.add(listener),
          postMessage(message) {
            if (tab.state !== 'runs' || !channels.has(own)) return
            const data: unknown = structuredClone(message)
            for (const other of channels) {
              if (other !== own && other.name === name) reach(other.tab, () => channels.has(other) && other.hear.forEach((listener) => listener({ data })))
            }
          },
          close: () => void channels.delete(own),
        }
      },
      locks: {
        request(name, { steal, signal }, whenHeld) {
          log.push(steal ? `steal ${name}` : `lock ${name}`)
          return new Promise((resolve, reject) => {
            const hold = async (): Promise<void> => {
              await whenHeld()
              if (held.get(name) === lock) next(name)
              resolve(undefined)
            }
            const lock: Lock = {
              tab,
              grant: () => reach(tab, () => void hold()),
              refuse: () => reach(tab, () => reject(new DOMException('Stolen.', 'AbortError'))),
            }
            if (steal) {
              held.get(name)?.refuse()
              held.set(name, lock)
              return lock.grant()
            }
            signal?.addEventListener('abort', () => {
              const waiting = line.get(name) ?? []
              if (!waiting.includes(lock)) return
              line.set(name, waiting.filter((one) => one !== lock))
              reject(signal.reason)
            })
            line.set(name, [...(line.get(name) ?? []), lock])
            if (!held.has(name)) next(name)
          })
        },
      },
    }
  }

  return {
    timers,
    hub,
    storage,
    /** What was asked of locks and channels. */
    log,
    record: async (): Promise<{ readonly outbox: readonly unknown[] } | null> => JSON.parse((await storage.get('handback')) ?? 'null'),
    /** `ways`: how this tab reaches the hub, when not simply. */
    tab(more: Partial<ChatOptions> = {}, ways: (state: TabState) => Transports = hub.transport): Tab {
      const state: TabState = { state: 'runs', pending: [] }
      const own = environment(state)
      // a tab that is gone or frozen gets no answer, and what it asks for then does not happen
      const slow: ChatStorage = {
        get: async (key) => (await running(state), storage.get(key)),
        set: async (key, value) => (await running(state), storage.set(key, value)),
        delete: async (key) => (await running(state), storage.delete(key)),
        update: async (key, change) => (await running(state), storage.update?.(key, change), running(state)),
      }
      const chat = createChat({ transport: ways(state), storage: slow, tabs: own, ...more })
      const errors: HandbackError[] = []
      const history: string[][] = []
      chat.on('error', (error) => errors.push(error))
      chat.$messages.listen(() => history.push(bubbles(chat)))
      onTestFinished(() => {
        if (state.state === 'runs') chat.destroy()
      })
      return {
        chat,
        errors,
        history,
        freeze() {
          state.state = 'frozen'
        },
        thaw() {
          state.state = 'runs'
          for (const work of state.pending.splice(0)) work()
        },
        crash() {
          state.state = 'dead'
          for (const channel of [...channels]) if (channel.tab === state) channels.delete(channel)
          for (const [name, waiting] of line) line.set(name, waiting.filter(({ tab }) => tab !== state))
          for (const [name, lock] of [...held]) if (lock.tab === state) next(name)
          chat.destroy()
        },
      }
    },
  }
}

/** Waits until each of the tabs is live and shows exactly these bubbles. */
export const allShow = (tabs: readonly Tab[], shown: readonly string[]): Promise<unknown> =>
  until(() => tabs.every(({ chat }) => chat.$connection.get() === 'live' && JSON.stringify(bubbles(chat)) === JSON.stringify(shown)))
