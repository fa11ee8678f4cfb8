import type { Identity, Link, Sink } from '../contracts/index.ts'
import { after } from '../internal/backoff.ts'
import { eventData } from '../internal/sse.ts'
import type { Follow } from '../protocol/index.ts'
import { followAll } from './follow-all.ts'
import { PAST_BYTES } from './wire.ts'

/** Milliseconds for which what comes is collected, so that an answer holds more than the first of several frames. */
const COLLECT = 20
/** Bytes of frames in one answer that holds more than one, well below the 1 MiB that a client reads; the rest comes with the next. */
const ANSWER = 524_288
/** Milliseconds that what is followed may take to give what there is; so long is waited for it by who does not wait. */
const FIRST = 1_000

const answer = (frames: readonly string[]): string => `{"frames":[${frames.join(',')}]}`

/** A link whose frames wait until they are asked for. Its client counts the answers, so that none is lost and none counts twice. */
export interface PollLink {
  readonly id: string
  readonly identity: Identity
  /** Nobody is being answered, and nobody was for so long, in milliseconds. */
  readonly idle: number
  /** The first answer: hello alone, unless the link has ended already. What the topics give comes with the next ones. */
  begin(follow: readonly Follow[]): string
  /** The answer after the `got`-th, waiting up to `wait` ms for one; `undefined` for a count that cannot be. `gone`: nobody waits for it any more. */
  next(got: number, wait: number, gone: AbortSignal): Promise<string> | undefined
  end(): void
}

export interface PollLinkOptions {
  readonly identity: Identity
  readonly open: (sink: Sink) => Link
  /** Milliseconds that never jump. */
  readonly now: () => number
  /** Bytes that may wait to be asked for; more ends the link. */
  readonly buffer: number
  /** It has ended, and so many bytes wait for who still asks; with none nothing will ever come from it again. */
  readonly onEnded: (bytes: number) => void
}

/** An answer in the making, for everybody who asks for it: a request that comes twice waits twice. */
interface Held {
  asking: number
  readonly stop: AbortController
  readonly body: Promise<string>
}

export function createPollLink({ identity, open, now, buffer, onEnded }: PollLinkOptions): PollLink {
  const decoder = new TextDecoder()
  const watchers = new Set<() => void>()
  let frames: Uint8Array[] = []
  let size = 0
  let ended = false
  /** What was asked for at the opening has not all been given yet. */
  let following = false
  /** Answers so far, and the newest until it is confirmed. */
  let count = 0
  let last: string | undefined
  let held: Held | undefined
  let at = now()

  const changed = (): void => {
    for (const look of [...watchers]) look()
  }
  /** Resolves when `ready`, when `signal` aborts, and after `ms` at the latest. */
  const until = (ready: () => boolean, signal: AbortSignal | undefined, ms?: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (ready() || signal?.aborted) done()
      }
      const done = (): void => {
        stop?.()
        watchers.delete(look)
        signal?.removeEventListener('abort', look)
        resolve()
      }
      const stop = ms === undefined ? undefined : after(ms, done)
      watchers.add(look)
      signal?.addEventListener('abort', look)
      look()
    })

  const tellEnd = (): void => {
    if (ended && !held && count > 0) onEnded(frames.length === 0 ? 0 : size + (last?.length ?? 0))
  }

  const link = open({
    write(bytes) {
      if (ended) return 'full'
      frames.push(eventData(bytes))
      size += bytes.length
      if (size > buffer) frames = []
      changed()
      return size > buffer ? 'full' : 'ok'
    },
    close() {
      ended = true
      changed()
      tellEnd()
    },
  })

  const take = (): string => {
    let taken = 0
    let bytes = 0
    for (const { length } of frames) {
      if (taken > 0 && bytes + length > ANSWER) break
      taken += 1
      bytes += length
    }
    const body = answer(frames.splice(0, taken).map((frame) => decoder.decode(frame)))
    size = frames.reduce((sum, { length }) => sum + length, 0)
    last = body
    count += 1
    at = now()
    changed()
    tellEnd()
    return body
  }

  const hold = (wait: number): Held => {
    const stop = new AbortController()
    const make = async (): Promise<string> => {
      const nothingMore = (): boolean => wait === 0 && !following
      await until(() => frames.length > 0 || ended || nothingMore(), stop.signal, wait || FIRST)
      if (frames.length > 0) await until(() => ended || size >= ANSWER, stop.signal, COLLECT)
      if (stop.signal.aborted) return answer([])
      held = undefined
      return take()
    }
    return { asking: 0, stop, body: make() }
  }

  /** Waits with the others. When all of them have gone nothing is taken: whoever asks again finds it. */
  const join = async (one: Held, gone: AbortSignal): Promise<string> => {
    const leave = (): void => {
      one.asking -= 1
      if (one.asking > 0 || held !== one) return
      held = undefined
      at = now()
      one.stop.abort()
      tellEnd()
    }
    one.asking += 1
    if (gone.aborted) leave()
    else gone.addEventListener('abort', leave, { once: true })
    try {
      return await one.body
    } finally {
      gone.removeEventListener('abort', leave)
    }
  }

  return {
    id: link.id,
    identity,
    get idle() {
      return held || count === 0 ? 0 : now() - at
    },
    begin(follow) {
      const hello = take()
      const give = async (): Promise<void> => {
        following = true
        await followAll(link, follow, () => until(() => ended || size <= buffer - PAST_BYTES, undefined))
        following = false
        changed()
      }
      if (follow.length > 0) void give()
      return hello
    },
    next(got, wait, gone) {
      if (got === count - 1 && last !== undefined) {
        at = now()
        return Promise.resolve(last)
      }
      if (got !== count) return undefined
      last = undefined
      if (!held && !following && (wait === 0 || frames.length > 0)) return Promise.resolve(take())
      held ??= hold(wait)
      return join(held, gone)
    },
    end: link.close,
  }
}
