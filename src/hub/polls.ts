import type { Identity, Link, Sink } from '../contracts/index.ts'
import type { Follow } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import { sameParty } from './identity.ts'
import type { PollLink } from './poll-link.ts'
import { createPollLink } from './poll-link.ts'

/** Milliseconds after its last answer when a link that nobody asks for is closed. */
const IDLE = 40_000
/** Milliseconds that an answer is held at most: below what proxies allow a request without an answer. */
const LONGEST = 25_000

/**
 * Links by requests, for where no stream gets through. Each answer is the text of `{"frames":[…]}`. A link that is not
 * there, that belongs to somebody else or whose count is another rejects `request/not-found`.
 */
export interface Polls {
  open(identity: Identity, follow: readonly Follow[], gone: AbortSignal): Promise<string>
  /** The answer after the `got`-th of this link; the newest one again until it is confirmed by a higher `got`. */
  next(identity: Identity, id: string, got: number, wait: number, gone: AbortSignal): Promise<string>
  end(identity: Identity, id: string): void
  /** Closes those that nobody asks for any more. To be called about once a second. */
  sweep(): void
}

export interface PollsOptions {
  readonly link: (identity: Identity, sink: Sink) => Link
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
  const forget = (poll: PollLink): void => {
    all.delete(poll.id)
    poll.end()
  }

  return {
    open(identity, follow, gone) {
      const poll = createPollLink({ identity, now, buffer, open: (sink) => link(identity, sink) })
      all.set(poll.id, poll)
      return poll.begin(follow, gone)
    },
    async next(identity, id, got, wait, gone) {
      const poll = find(identity, id)
      const body = poll.next(got, Math.min(wait, LONGEST), gone)
      if (body !== undefined) return body
      if (poll.over) forget(poll)
      throw notFound()
    },
    end(identity, id) {
      forget(find(identity, id))
    },
    sweep() {
      for (const poll of [...all.values()]) if (poll.idle >= IDLE) forget(poll)
    },
  }
}
