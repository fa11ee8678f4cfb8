import type { EventStore } from '../contracts/index.ts'
import { evolveHeader, project, projectForStaff } from '../conversation/index.ts'
import { untilAbort } from '../internal/abort.ts'
import type { Cursor, Header, Id, Signal, StoredEvent } from '../protocol/index.ts'
import { HandbackError, isStaff } from '../protocol/index.ts'
import { createLiving } from './living.ts'
import type { FailPoint } from './options.ts'
import { pastOf } from './past.ts'
import { loadHeader } from './records.ts'
import { wire, wireEvents } from './wire.ts'

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
  /** After each event, and after the log was replaced. */
  readonly onHeader: (header: Header) => void
  /** Somebody follows who waits for a person, and nobody has told the place in line here yet. */
  readonly onWaiting: () => void
  /** The store failed: this room is at its end. Told before its followers are let go. */
  readonly onFailure: (error: unknown) => void
}

/** A conversation while somebody follows it: one watch on the store, fanned out to every link. */
export interface Room {
  readonly header: Header
  /** Sends a snapshot, or what lies after a cursor; then everything as it happens, without gap or duplicate. */
  follow(follower: Follower, after?: Cursor): Promise<void>
  unfollow(follower: Follower): void
  /** Resolves when this room has come to an event; rejects with the signal's reason, or when the room is at its end. */
  reached(seq: number, signal: AbortSignal): Promise<void>
  /** Sends one living answer from the start, to one link. */
  replay(follower: Follower, message: Id): void
  /** There is a log with this number: if it is a newer one, everybody who follows is told to begin again. */
  replaced(log: number): void
  close(): void
}

export function createRoom(conversation: Id, first: Header, options: RoomOptions): Room {
  const { store, now } = options
  const topic = `conversation:${conversation}` as const
  const stop = new AbortController()
  const living = createLiving(now)
  // a follower who is still being sent the past keeps the present back in a list
  const followers = new Map<Follower, Uint8Array[] | null>()
  const waiting = new Map<() => void, number>()
  let header = first
  let pending: StoredEvent[] = []
  let scheduled: ReturnType<typeof setTimeout> | undefined
  let feed = new AbortController()

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
    if (pending.length === 0) return
    const events = pending
    pending = []
    options.failPoint('before-fan-out', conversation)
    const open = events.flatMap((event) => project(event) ?? [])
    for (const bytes of wireEvents(conversation, header.log, events.map(projectForStaff))) toAll(bytes, ({ staff }) => staff)
    if (open.length === 0) return
    for (const bytes of wireEvents(conversation, header.log, open)) toAll(bytes, ({ staff }) => !staff)
  }

  /** A message, a new holder or an ended turn ends the signals that it makes untrue. */
  const endSignals = (before: Header, event: StoredEvent): void => {
    if (event.type === 'message-sent') living.end(({ data, by }) => data.type === 'typing' && by.id === event.by.id)
    if (before.floor.number !== header.floor.number) living.end(({ data, by }) => (data.type === 'typing' && isStaff(by)) || data.type === 'queue')
    if (!header.stream) living.end(({ data }) => data.type === 'text-delta')
  }

  const moved = (): void => {
    options.onHeader(header)
    for (const [go, seq] of waiting) if (header.seq >= seq) go()
  }

  /** The store failed, or the room is closed. */
  const end = (reason: HandbackError): void => {
    stop.abort(reason)
    feed.abort()
    clearTimeout(scheduled)
  }

  const failed = (cause: unknown): void => {
    if (stop.signal.aborted) return
    end(new HandbackError('store/unavailable', 'The conversation cannot be followed at the moment.', { retryable: true, cause }))
    options.onFailure(cause)
    for (const follower of [...followers.keys()]) follower.fail()
  }

  const watch = async (signal: AbortSignal): Promise<void> => {
    for await (const event of store.watch(conversation, { after: { log: header.log, seq: header.seq }, signal })) {
      const before = header
      header = evolveHeader(header, event)
      endSignals(before, event)
      pending.push(event)
      // one frame for the events of one append, however many they are
      scheduled ??= setTimeout(flush, 0)
      moved()
    }
  }
  const startWatch = (): void => {
    const { signal } = feed
    watch(signal).catch((error: unknown) => {
      if (!signal.aborted) failed(error)
    })
  }

  /** After an erasure: the log of before is nobody's any more. */
  const renew = (next: Header): void => {
    feed.abort()
    feed = new AbortController()
    clearTimeout(scheduled)
    scheduled = undefined
    pending = []
    living.end(() => true)
    header = next
    toAll(wire({ t: 'reset', conversation, log: next.log }), () => true)
    moved()
    startWatch()
  }
  const checkLog = async (): Promise<void> => {
    const newest = await store.load(conversation)
    if (!newest || newest.log <= header.log) return
    const next = await loadHeader(store, conversation)
    if (next && next.log > header.log && !stop.signal.aborted) renew(next)
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
      flush()
      living.add(signal)
      toAll(wire({ t: 'signal', topic, signal }), (follower) => visible(signal, follower))
    }
  }
  startWatch()
  listen().catch(failed)

  const reached = async (seq: number, signal: AbortSignal): Promise<void> => {
    let go = (): void => {}
    try {
      await untilAbort(AbortSignal.any([signal, stop.signal]), () => new Promise<void>((resolve) => {
        go = resolve
        if (header.seq >= seq) go()
        else waiting.set(go, seq)
      }))
    } finally {
      waiting.delete(go)
    }
  }

  /** Waits for what a client was told by another hub and is still on its way to here. `false`: the client has gone meanwhile. */
  const arrived = async (follower: Follower, after: Cursor | undefined): Promise<boolean> => {
    const seqOf = ({ seq, shown }: Header): number => (follower.staff ? seq : shown)
    if (after?.log !== header.log || after.seq <= seqOf(header)) return true
    const place: Uint8Array[] = []
    followers.set(follower, place)
    const here = (): boolean => followers.get(follower) === place
    const newest = await store.load(conversation)
    if (newest?.log === after.log && after.seq <= seqOf(newest))
      await reached(after.seq, stop.signal).catch((error: unknown) => {
        if (here()) throw error
      })
    return here()
  }

  /** The past up to now, and the present since: whatever comes from here on waits behind it. */
  const begin = async (follower: Follower, after: Cursor | undefined): Promise<void> => {
    // told to the others at once, so that nothing is both in the past and in the next flush
    flush()
    const backlog: Uint8Array[] = []
    followers.set(follower, backlog)
    const at = header
    const signals = living.list().filter((signal) => visible(signal, follower) && current(signal))
    const past = await pastOf({ store, conversation, at, staff: follower.staff, after, signals })
    // asked last: while the log is the same as before, so was it when the past was read
    await checkLog()
    if (followers.get(follower) !== backlog) return
    if (header.log !== at.log) return begin(follower, after)
    followers.set(follower, null)
    for (const bytes of [...past, ...backlog]) follower.deliver(bytes)
    if (header.phase === 'queued' && !living.list().some(({ data }) => data.type === 'queue')) options.onWaiting()
  }

  return {
    get header() {
      return header
    },
    async follow(follower, after) {
      if (stop.signal.aborted) follower.fail()
      else if (await arrived(follower, after)) await begin(follower, after)
    },
    unfollow(follower) {
      followers.delete(follower)
      const typing = living.list().find(({ data, by }) => data.type === 'typing' && by.id === follower.sub)
      // whoever has gone, with all tabs, writes no more
      if (typing && !stop.signal.aborted && ![...followers.keys()].some(({ sub }) => sub === follower.sub)) store.publish(topic, { ...typing, ttl: 0 })
    },
    reached,
    replay(follower, message) {
      const signal = living.list().find(({ data }) => data.type === 'text-delta' && data.message === message)
      if (signal && followers.has(follower)) follower.deliver(wire({ t: 'signal', topic, signal }))
    },
    replaced(log) {
      if (log > header.log) checkLog().catch(failed)
    },
    close: () => end(new HandbackError('hub/closed', 'Nobody follows this conversation any more.')),
  }
}
