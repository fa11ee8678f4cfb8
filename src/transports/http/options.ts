import type { UploadLike } from './ask.ts'
import type { FetchLike } from './request.ts'

export interface HttpOptions {
  /** Where the hub answers, absolute or relative to the page: `/handback`. */
  readonly endpoint: string
  /** Default: `globalThis.fetch`, read at each call. */
  readonly fetch?: FetchLike
  /**
   * What brings files up, because it alone tells how far it is. Default: `globalThis.XMLHttpRequest`, read at each call; where there is
   * none, `fetch`.
   */
  readonly XMLHttpRequest?: new () => UploadLike
  /** How long the hub's `hello` may take from the request, in ms; what holds answers back on the way never lets it through. Default 4,000. */
  readonly helloTimeout?: number
  /**
   * How long the answer to a POST of frames, or to a question, may take to begin, in ms; a file has a second more for each 10 kB.
   * Default 15,000.
   */
  readonly sendTimeout?: number
  /**
   * How long the hub may hold a request of `longPoll`, in ms, at most 25,000; shorter where something on the way ends idle
   * requests sooner. Default 20,000.
   */
  readonly wait?: number
  /** The pause between two requests of `shortPoll` while nothing happens, in ms, at most 30,000. Default 3,000. */
  readonly interval?: number
}
