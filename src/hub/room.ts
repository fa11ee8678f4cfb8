import type { EventStore } from '../contracts/index.ts'
import { evolveHeader, project, projectForStaff, publicHeader } from '../conversation/index.ts'
import type { Cursor, Header, Id, Signal, StoredEvent } from '../protocol/index.ts'
import { isStaff } from '../protocol/index.ts'
import { createLiving } from './living.ts'
import type { FailPoint } from './options.ts'
import { tailBefore } from './tail.ts'
import { eventsAfter } from './records.ts'
import { wire } from './wire.ts'

/** One link that follows a conversation. */
export interface Follower {
  readonly sub: Id
  readonly staff: boolean
  deliver(bytes: Uint8Array): void
  /** The conversation cannot be followed any more: the link must end, so that its client comes back. */
  fail(): void
}

export interface RoomOptions {
  readonly store: EventStore
  readonly now: () => number
  readonly failPoint: (point: FailPoint, conversation: Id) => void
  /** After each event, with the header that it led to. */
  readonly onEvent: (header: Header, event: StoredEvent) => void
  readonly onFailure: (error: unknown) => void
}

/** A conversation while somebody follows it: one watch on the store, fanned out to every link. */
export interface Room {
  readonly header: Header
  /** Sends a snapshot, or what lies after a cursor; then everything as it happens, without gap or duplicate. */
  follow(follower: Follower, after?: Cursor): Promise<void>
  unfollow(follower: Follower): void
  /** Resolves when this room has come to an event; rejects with the signal's reason. */
  reached(seq: number, signal: AbortSignal): Promise<void>
  /** Sends one living answer from the start, to one link. */
  replay(follower: Follower, message: Id): void
  close(): void
}

/** A catch-up longer than this is a snapshot instead. */
const CATCH_UP = 500

export function createRoom(conversation: Id, first: Header, options: RoomOptions): Room {
  const { store, now } = options
  const topic = `conversation:${conversation}` as const
  const stop = new AbortController()
  const living = createLiving(now)
  // a follower who is still being sent the past keeps the present back in a list
  const followers = new Map<Follower, Uint8Array[] | null>()
  let header = first
  let pending: StoredEvent[] = []
  const waiting = new Map<() => void, number>()
  let scheduled: ReturnType<typeof setTimeout> | undefined

  const toAll = (bytes: Uint8Array, wanted: (follower: Follower) => boolean): void => {
    for (const [follower, backlog] of followers) {
      if (!wanted(follower)) continue
      if (backlog) backlog.push(bytes)
      else follower.deliver(bytes)
    }
  }

  const flush = (): void => {
    clearTimeout(scheduled)
    scheduled = undefined
    const events = pending
    pending = []
    options.failPoint('before-fan-out', conversation)
    const open = events.flatMap((event) => project(event) ?? [])
    toAll(wire({ t: 'events', conversation, log: header.log, events: events.map(projectForStaff) }), ({ staff }) => staff)
    if (open.length > 0) toAll(wire({ t: 'events', conversation, log: header.log, events: open }), ({ staff }) => !staff)
  }

  /** A message, a new holder or an ended turn ends the signals that it makes untrue. */
  const endSignals = (before: Header, event: StoredEvent): void => {
    if (event.type === 'message-sent') living.end(({ data, by }) => data.type === 'typing' && by.id === event.by.id)
    if (before.floor.number !== header.floor.number) living.end(({ data, by }) => (data.type === 'typing' && isStaff(by)) || data.type === 'queue')
    if (!header.stream) living.end(({ data }) => data.type === 'text-delta')
  }

  const watch = async (): Promise<void> => {
    for await (const event of store.watch(conversation, { after: { log: header.log, seq: header.seq }, signal: stop.signal })) {
      const before = header
      header = evolveHeader(header, event)
      endSignals(before, event)
      pending.push(event)
      // one frame for the events of one append, however many they are
      scheduled ??= setTimeout(flush, 0)
      options.onEvent(header, event)
      for (const [go, seq] of waiting) if (header.seq >= seq) go()
    }
  }

  /** Typing of somebody who does not hold the floor is nobody's business but the staff's; words of an ended turn are nobody's. */
  const visible = (signal: Signal, follower: Follower): boolean => {
    if (signal.by.id === follower.sub) return false
    if (follower.staff) return true
    if (signal.audience !== 'everyone') return false
    return signal.data.type !== 'typing' || !isStaff(signal.by) || header.floor.holder?.id === signal.by.id
  }

  /** Whether a signal still fits what has happened since it was sent. */
  const current = ({ data }: Signal): boolean => {
    if (data.type === 'text-delta') return header.stream?.message === data.message && header.stream.attempt === data.attempt
    return data.type !== 'queue' || header.phase === 'queued'
  }

  const listen = async (): Promise<void> => {
    for await (const signal of store.subscribe(topic, { signal: stop.signal })) {
      if (!current(signal)) continue
      // what happened before a signal is told before it: words of a turn mean nothing to who does not know that it began
      if (pending.length > 0) flush()
      living.add(signal)
      toAll(wire({ t: 'signal', topic, signal }), (follower) => visible(signal, follower))
    }
  }

  const failed = (error: unknown): void => {
    if (stop.signal.aborted) return
    options.onFailure(error)
    for (const follower of followers.keys()) follower.fail()
  }
  watch().catch(failed)
  listen().catch(failed)

  const snapshot = async (follower: Follower, at: Header): Promise<Uint8Array[]> => {
    const tail = await tailBefore(store, conversation, { log: at.log, seq: at.seq + 1 }, follower.staff)
    const signals = living.list().filter((signal) => visible(signal, follower) && current(signal))
    const seq = follower.staff ? at.seq : at.shown
    return [wire({ t: 'snapshot', conversation, at: { log: at.log, seq }, header: follower.staff ? at : publicHeader(at), tail, signals })]
  }

  const catchUp = async (follower: Follower, at: Header, after: Cursor): Promise<Uint8Array[]> => {
    const events: StoredEvent[] = []
    for await (const event of eventsAfter(store, conversation, after)) {
      if (event.seq > at.seq) break
      const open = follower.staff ? projectForStaff(event) : project(event)
      if (open) events.push(open)
    }
    const frames = [wire({ t: 'events', conversation, log: at.log, events })]
    for (const signal of living.list()) if (visible(signal, follower) && current(signal)) frames.push(wire({ t: 'signal', topic, signal }))
    return frames
  }

  return {
    get header() {
      return header
    },
    async follow(follower, after) {
      const at = header
      const backlog: Uint8Array[] = []
      followers.set(follower, backlog)
      const resumable = after && after.log === at.log && after.seq <= at.seq && at.seq - after.seq <= CATCH_UP
      const past = await (resumable ? catchUp(follower, at, after) : snapshot(follower, at))
      if (followers.get(follower) !== backlog) return
      followers.set(follower, null)
      // a flush may repeat events that the past had already: whoever applies them drops what lies before its cursor
      for (const bytes of [...past, ...backlog]) follower.deliver(bytes)
    },
    unfollow(follower) {
      followers.delete(follower)
    },
    reached(seq, signal) {
      return new Promise((resolve, reject) => {
        if (header.seq >= seq) return resolve()
        const done = (): void => {
          waiting.delete(done)
          signal.removeEventListener('abort', abort)
          resolve()
        }
        const abort = (): void => {
          waiting.delete(done)
          reject(signal.reason as Error)
        }
        signal.addEventListener('abort', abort, { once: true })
        waiting.set(done, seq)
      })
    },
    replay(follower, message) {
      const signal = living.list().find(({ data }) => data.type === 'text-delta' && data.message === message)
      if (signal && followers.has(follower)) follower.deliver(wire({ t: 'signal', topic, signal }))
    },
    close() {
      stop.abort()
      clearTimeout(scheduled)
    },
  }
}
