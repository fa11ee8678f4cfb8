import type { Identity, Link, Sink } from '../contracts/index.ts'
import { newId } from '../internal/ids.ts'
import type { ClientFrame, Cursor, Id, ServerFrame, Topic } from '../protocol/index.ts'
import { PROTOCOL } from '../protocol/index.ts'
import { actorOf, staffRole } from './identity.ts'
import type { Follower } from './room.ts'
import { createTurnstile } from './turnstile.ts'
import { wire } from './wire.ts'

/** A link as the hub's other parts see it. */
export interface OpenLink extends Link, Follower {
  readonly identity: Identity
  readonly topics: Map<Topic, () => void>
  /** True from its end on: what was being prepared for it must be let go. */
  readonly ended: boolean
  /** Frames are sent one at a time and in order. */
  send(frame: ServerFrame): void
  /** Says goodbye and ends. `after`: milliseconds to wait before the next connection. */
  end(code: string, after?: number): void
  /** Newest seq of each followed conversation, for the heartbeat. */
  heads(): Readonly<Record<Id, Cursor>>
}

export interface LinksOptions {
  readonly now: () => number
  /** Whether this hub takes files. */
  readonly files: boolean
  /** Takes one frame, the frames of one link in their order; answers are sent on the link. */
  readonly receive: (link: OpenLink, frame: ClientFrame) => Promise<void>
  readonly head: (link: OpenLink, conversation: Id) => Cursor | undefined
  /** It stands: its hello was taken. */
  readonly onOpen: (link: OpenLink) => void
  /** One that stood has ended. */
  readonly onClose: (link: OpenLink) => void
  readonly onError: (error: unknown) => void
}

export interface Links {
  open(identity: Identity, sink: Sink): OpenLink
  get(id: string): OpenLink | undefined
  all(): IterableIterator<OpenLink>
  /** Who of one side has a link. */
  subs(side: 'staff' | 'visitors'): Set<Id>
  /** Whether a party has as many links as it may: the next one is told so, and ended. */
  crowded(sub: Id): boolean
  /** Ends a link before it begins: no link is opened, and its client comes back after a while. */
  turnAway(sink: Sink, code: string): Link
  /** Ends every link. Their clients come back one after the other, evenly: see {@link returnTime}. */
  close(code: string): void
}

export const conversationOf = (topic: Topic): Id | undefined => (topic.startsWith('conversation:') ? topic.slice('conversation:'.length) : undefined)

/** Frames of one link that may wait for their turn; whoever sends more is cut. */
const WAITING = 1_000
/** Links of one party at once, and how long the next has to wait in ms. */
const PER_PARTY = 50
const TOO_MANY_AFTER = 30_000

/** How many clients come back each second to a hub that restarts, and the least and the most time that all of them are given, in ms. */
const RETURNS_PER_SECOND = 200
const SOONEST = 2_000
const LATEST = 30_000

/** Milliseconds over which so many links come back. */
export const returnTime = (links: number): number => Math.min(LATEST, Math.max(SOONEST, (links / RETURNS_PER_SECOND) * 1_000))

/** Every open link of this hub. */
export function createLinks(options: LinksOptions): Links {
  const links = new Map<string, OpenLink>()

  /** Nobody holds more than a browser could need. */
  const parties = createTurnstile(PER_PARTY)

  const open = (identity: Identity, sink: Sink): OpenLink => {
    const id = newId()
    const topics = new Map<Topic, () => void>()
    const leave = parties.enter(identity.sub)
    let closed = false
    let stands = false
    let last: Promise<void> = Promise.resolve()
    let waiting = 0

    const close = (): void => {
      if (closed) return
      closed = true
      links.delete(id)
      leave?.()
      for (const stop of topics.values()) stop()
      topics.clear()
      if (stands) options.onClose(link)
      sink.close()
    }
    const deliver = (bytes: Uint8Array): void => {
      // a receiver that cannot keep up is cut, and comes back with its cursor: nothing is lost, and nothing piles up
      if (!closed && sink.write(bytes) === 'full') close()
    }
    const take = async (frame: ClientFrame): Promise<void> => {
      waiting -= 1
      if (closed) return
      try {
        await options.receive(link, frame)
      } catch (error) {
        options.onError(error)
        close()
      }
    }
    const link: OpenLink = {
      id,
      identity,
      sub: identity.sub,
      staff: staffRole(identity),
      topics,
      get ended() {
        return closed
      },
      deliver,
      send: (frame) => deliver(wire(frame)),
      fail: close,
      close,
      end(code, after) {
        deliver(wire(after === undefined ? { t: 'bye', code } : { t: 'bye', code, after }))
        close()
      },
      heads() {
        const heads: Record<Id, Cursor> = {}
        for (const topic of topics.keys()) {
          const conversation = conversationOf(topic)
          const head = conversation === undefined ? undefined : options.head(link, conversation)
          if (conversation !== undefined && head) heads[conversation] = head
        }
        return heads
      },
      receive(frame) {
        waiting += 1
        if (waiting > WAITING) close()
        last = last.then(() => take(frame))
        return last
      },
    }
    links.set(id, link)
    const { now, files } = options
    const { expires } = identity
    link.send({ t: 'hello', link: id, protocol: PROTOCOL, now: now(), ...(expires === undefined ? {} : { expires }), you: actorOf(identity), files })
    if (!leave) link.end('link/too-many', TOO_MANY_AFTER)
    stands = !closed
    if (stands) options.onOpen(link)
    return link
  }

  return {
    open,
    get: (id) => links.get(id),
    all: () => links.values(),
    subs: (side) => new Set([...links.values()].filter(({ staff }) => staff === (side === 'staff')).map(({ sub }) => sub)),
    crowded: parties.full,
    turnAway(sink, code) {
      const nobody = newId()
      // every connection begins with a hello, even one that ends with the next frame
      const frames: ServerFrame[] = [
        { t: 'hello', link: nobody, protocol: PROTOCOL, now: options.now() },
        { t: 'bye', code, after: SOONEST },
      ]
      for (const frame of frames) sink.write(wire(frame))
      sink.close()
      return { id: nobody, receive: async () => {}, close: () => {} }
    },
    close(code) {
      let order = 0
      const step = returnTime(links.size) / Math.max(1, links.size)
      for (const link of [...links.values()]) link.end(code, Math.round(step * order++))
    },
  }
}
