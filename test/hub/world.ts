import { onTestFinished, vi } from 'vitest'
import type { EventStore, Identity } from '../../src/contracts/index.ts'
import type { Hub, HubOptions } from '../../src/hub/index.ts'
import { createHub, createTokens } from '../../src/hub/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import { narrowPublic } from '../../src/conversation/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import type { RecordedLink } from './recorded-link.ts'
import { recordedLink } from './recorded-link.ts'
import { settled } from './until.ts'

export const key = new Uint8Array(32).fill(7)

export const maria: Identity = { sub: 'visitor-maria', role: 'visitor', name: 'Maria' }
export const boris: Identity = { sub: 'visitor-boris', role: 'visitor', name: 'Boris' }
export const sarah: Identity = { sub: 'agent-sarah', role: 'agent', name: 'Sarah' }
export const tom: Identity = { sub: 'agent-tom', role: 'agent', name: 'Tom' }
export const vera: Identity = { sub: 'super-vera', role: 'supervisor', name: 'Vera' }

export interface Clock {
  now: number
}

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly fields: object
  readonly message: string
}

export interface World {
  readonly hub: Hub
  readonly store: EventStore
  /** What the wall clock says; it may jump. */
  readonly clock: Clock
  /** What has really passed. */
  readonly steady: Clock
  readonly log: readonly LogLine[]
  link(identity: Identity): RecordedLink
  /** The whole log of a conversation. */
  events(conversation: string): Promise<StoredEvent[]>
  types(conversation: string): Promise<string[]>
  /** Messages as `kind: text`, in their order. */
  said(conversation: string): Promise<string[]>
  phase(conversation: string): Promise<string | undefined>
  /** Lets time pass and the hub look at its deadlines; only with {@link stopClock}. */
  tick(ms?: number): Promise<void>
  close(): Promise<void>
}

export type WorldOptions = Partial<HubOptions> & { readonly clock?: Clock }

/** From here to the end of the test hubs look at their deadlines only when a test says so. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
}

export const readAll = (store: EventStore, conversation: string): Promise<StoredEvent[]> =>
  store.read(conversation, { after: { log: 1, seq: 0 }, limit: 10_000 })

export const spoken = (events: readonly StoredEvent[]): string[] =>
  events.flatMap((event) => {
    const known = narrowPublic(event)
    return known?.type === 'message-sent' ? [`${known.by.kind}: ${textOf(known.data.parts)}`] : []
  })

/** A running hub with its store; closed when the test ends. No hub of a test may have failed unnoticed. */
export function createWorld({ clock = { now: 1_800_000_000_000 }, ...options }: WorldOptions = {}): World {
  const now = (): number => clock.now
  const steady = { now: 50_000 }
  const store = options.store ?? memoryStore({ now })
  const log: LogLine[] = []
  const write = (level: LogLine['level']) => (fields: object, message: string) => void log.push({ level, fields, message })
  const hub = createHub({
    provider: scripted(() => ['All is well.']),
    tokens: createTokens(key, { now }),
    // tests write faster than people; those of the allowance set it themselves
    allowance: { burst: 100_000, perSecond: 1_000 },
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    now,
    steady: () => steady.now,
    ...options,
    store,
  })
  let closed = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    await hub.close()
  }
  onTestFinished(async () => {
    await close()
    const errors = log.filter(({ level }) => level === 'error')
    if (errors.length > 0)
      throw new Error(
        `The hub failed: ${errors.map(({ message, fields }) => `${message} ${String((fields as { error?: Error }).error?.stack)}`).join('\n')}`,
      )
  })
  return {
    hub,
    store,
    clock,
    steady,
    log,
    link: (identity) => recordedLink(hub, identity),
    events: (conversation) => readAll(store, conversation),
    types: async (conversation) => (await readAll(store, conversation)).map(({ type }) => type),
    said: async (conversation) => spoken(await readAll(store, conversation)),
    phase: async (conversation) => (await store.load(conversation))?.phase,
    async tick(ms = 1_000) {
      clock.now += ms
      steady.now += ms
      vi.advanceTimersByTime(1_000)
      await settled()
    },
    close,
  }
}
