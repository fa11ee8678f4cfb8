import type { Identity, Link, Sink } from '../contracts/index.ts'
import type { Follow } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import { sameParty } from './identity.ts'
import type { PollLink } from './poll-link.ts'
import { createPollLink } from './poll-link.ts'

/** Milliseconds after its last answer when a link that nobody asks for is closed: the timers of a hidden page run once a minute. */
const IDLE = 90_000
/** Bytes that links which have ended keep together for who still asks; who comes too late gets all of it again by its cursor. */
const LAST_WORDS = 16_777_216
/** What one of them takes beside its bytes. */
const ENDED = 1_024
/** Milliseconds that an answer is held at most: below what proxies allow a request without an answer. */
const LONGEST = 25_000

/**
 * Links by requests, for where no stream gets through. Each answer is the text of `{"frames":[…]}`. A link that is not
 * there, that belongs to somebody else or whose count is another rejects `request/not-found`.
 */
export interface Polls {
  /** The opening answer. */
  open(identity: Identity, follow: readonly Follow[]): string
  /** The answer after the `got`-th of this link; the newest one again until it is confirmed by a higher `got`. */
  next(identity: Identity, id: string, got: number, wait: number, gone: AbortSignal): Promise<string>
  end(identity: Identity, id: string): void
  /** Closes those that nobody asks for any more. To be called about once a second. */
  sweep(): void
}

export interface PollsOptions {
  readonly link: (identity: Identity, sink: Sink) => Link
  /** Milliseconds that never jump. */
  readonly now: () => number
  readonly buffer: number
}

export function createPolls({ link, now, buffer }: PollsOptions): Polls {
  const all = new Map<string, PollLink>()
  const notFound = (): HandbackError => new HandbackError('request/not-found', 'There is no such link.')
  const find = (identity: Identity, id: string): PollLink => {
    const poll = all.get(id)
    if (!poll || !sameParty(poll.identity, identity)) throw notFound()
    return poll
  }
  /** Those that have ended and have last words, the oldest first. */
  const ended = new Map<string, number>()
  let kept = 0
  const drop = (id: string): void => {
    all.delete(id)
    kept -= ended.get(id) ?? 0
    ended.delete(id)
  }
  const forget = (poll: PollLink): void => {
    drop(poll.id)
    poll.end()
  }
  const onEnded = (id: string, bytes: number): void => {
    if (bytes === 0) return drop(id)
    // one that was forgotten says that it ends, too
    if (!all.has(id)) return
    kept += bytes + ENDED - (ended.get(id) ?? 0)
    ended.set(id, bytes + ENDED)
    for (const oldest of ended.keys()) {
      if (kept <= LAST_WORDS) return
      drop(oldest)
    }
  }

  return {
    open(identity, follow) {
      const poll: PollLink = createPollLink({
        identity,
        now,
        buffer,
        open: (sink) => link(identity, sink),
        onEnded: (bytes) => onEnded(poll.id, bytes),
      })
      all.set(poll.id, poll)
      return poll.begin(follow)
    },
    async next(identity, id, got, wait, gone) {
      const poll = find(identity, id)
      const body = poll.next(got, Math.min(wait, LONGEST), gone)
      if (body === undefined) throw notFound()
      return body
    },
    end(identity, id) {
      forget(find(identity, id))
    },
    sweep() {
      for (const poll of [...all.values()]) if (poll.idle >= IDLE) forget(poll)
    },
  }
}
