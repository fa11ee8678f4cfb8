import { vi } from 'vitest'
import { createDesk } from '../../src/desk/index.ts'
import { emptyHeader, evolveHeader } from '../../src/conversation/index.ts'
import type { Actor, EventMap, EventType, Header, IndexEntry, Person, ServerFrame, StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT } from '../../src/protocol/index.ts'
import { createFakeTransport, type Attempt } from './fake-transport.ts'

const me: Person = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' }
const visitor: Person = { id: 'visitor-maria', kind: 'visitor', name: 'Maria' }
export const conversation = 'conversation-1'
export const byVisitor: Actor = { kind: 'visitor', id: visitor.id }
export const bySarah: Actor = { kind: 'agent', id: me.id }

export const event = <T extends EventType>(seq: number, type: T, data: EventMap[T], by: Actor = byVisitor, cause = `command-${seq}`): StoredEvent => ({
  seq,
  at: 1000 + seq,
  by,
  type,
  audience: type === 'note-added' || type === 'context-added' ? 'staff' : 'everyone',
  data,
  prev: seq - 1,
  cause,
})

export const said = (seq: number, text: string, by: Actor = byVisitor, cause = `command-${seq}`): StoredEvent =>
  event(seq, 'message-sent', { message: cause, parts: [{ type: 'text', text }] }, by, cause)

/** A conversation that Sarah holds: started, asked for a person, claimed. */
export const claimed: readonly StoredEvent[] = [
  event(1, 'conversation-started', { visitor }),
  said(2, 'Hello'),
  event(3, 'handoff-requested', { reason: 'visitor-request', until: 9000 }, byVisitor),
  event(4, 'floor-claimed', { agent: me }, bySarah),
]

/** The same, with the assistant answering. */
export const answering: readonly StoredEvent[] = [
  event(1, 'conversation-started', { visitor }),
  said(2, 'Hello'),
  event(3, 'turn-started', { turn: 'turn-0001', attempt: 1, message: 'answer-1', until: 90_000 }, ASSISTANT),
]

const headerOf = (events: readonly StoredEvent[], log = 1): Header => ({ ...events.reduce(evolveHeader, emptyHeader(visitor.id)), log })

type Snapshot = Extract<ServerFrame, { t: 'snapshot' }>

export const snapshot = (events: readonly StoredEvent[], { log = 1, tail = events.length }: { log?: number; tail?: number } = {}): Snapshot => ({
  t: 'snapshot',
  conversation,
  at: { log, seq: events.length },
  header: headerOf(events, log),
  tail: events.slice(-tail),
  signals: [],
})

export const events = (...batch: StoredEvent[]): ServerFrame => ({ t: 'events', conversation, log: 1, events: batch })

export const hello: ServerFrame = { t: 'hello', link: 'link-0001', protocol: 1, now: 0 }

export const entry = (id: string, changes: Partial<IndexEntry> = {}): IndexEntry => ({
  conversation: id,
  at: { log: 1, seq: 1 },
  phase: 'queued',
  visitor: visitor.id,
  visitorName: visitor.name,
  priority: 0,
  since: 0,
  updated: 0,
  preview: '',
  ...changes,
})

/** Lets everything that is ready happen; no time passes. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

/** A desk with a standing connection. Needs fake timers. */
export async function openDesk() {
  const { transport, attempts } = createFakeTransport()
  const desk = createDesk({ transport, credentials: () => 'token', me })
  await settle()
  const hub = (at: number): Attempt => {
    const attempt = attempts.at(at)
    if (!attempt) throw new Error('There is no such attempt.')
    return attempt
  }
  hub(0).push(hello, { t: 'desk', entries: [] })
  await settle()
  /** Loses the connection and waits for the next attempt. */
  async function nextAttempt(): Promise<Attempt> {
    const before = attempts.length
    hub(-1).lose()
    // the pause is random, up to half a minute
    for (let step = 0; step < 400 && attempts.length === before; step += 1) await vi.advanceTimersByTimeAsync(100)
    if (attempts.length === before) throw new Error('The desk did not try again.')
    return hub(-1)
  }
  return {
    desk,
    hub,
    nextAttempt,
    /** Loses the connection and waits until the next one stands. */
    async reconnect(): Promise<Attempt> {
      const attempt = await nextAttempt()
      attempt.push(hello, { t: 'desk', entries: [] })
      await settle()
      return attempt
    },
    /** Opens the conversation as a snapshot of these events shows it. */
    async open(log: readonly StoredEvent[], options: { tail?: number } = {}) {
      const thread = desk.open(conversation)
      hub(-1).push(snapshot(log, options))
      await settle()
      return thread
    },
  }
}
