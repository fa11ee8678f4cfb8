import type { Credentials, MaybePromise, Transports } from '../contracts/index.ts'
import type { OutgoingMessage } from './content-api.ts'
import type { TabsEnvironment } from './tabs/environment.ts'

/**
 * Where a client keeps its one key. Every method may be synchronous. After the first that throws or rejects, the chat goes
 * on in memory, apart from other tabs, and says `client/storage` once.
 */
export interface ChatStorage {
  get(key: string): MaybePromise<string | null | undefined>
  set(key: string, value: string): MaybePromise<void>
  delete(key: string): MaybePromise<void>
  /**
   * Reads, changes and writes with nobody in between, other tabs neither; `null` deletes the key. `change` is pure and may
   * be called again. Without it `get` and `set` are called one after the other, which is as good where both are synchronous.
   */
  update?(key: string, change: (value: string | null | undefined) => string | null): MaybePromise<void>
}

export interface ChatOptions {
  /** One way to the hub, or several with the best first; the best that works is taken. */
  readonly transport: Transports
  /**
   * Bearer token for each attempt. Called with `first`, `expired` (the hub said that the token ended) or `refused` (once;
   * another refusal puts the chat `offline` with `transport/unauthorized`). What they throw is told as `client/credentials`, with its words and as
   * `cause`, and so is what is no token, such as an error page; they are asked again after a wait, as for a lost connection. Undefined: no token, which
   * a hub refuses. Default: no token.
   */
  readonly credentials?: Credentials
  /** Default: `browserStorage()`, which is IndexedDB, else `localStorage`, else memory. Nothing is written before the first command. */
  readonly storage?: ChatStorage
  /** The one storage key. Default `handback`. */
  readonly storageKey?: string
  /**
   * What tabs with the same `storageKey` find each other by: they share one connection and one outbox. Default: the
   * browser's, in a secure context; where there is none, and with `null`, each tab has a connection of its own.
   */
  readonly tabs?: TabsEnvironment | null
  /** BCP 47 tag told to the hub with the first command; left out when it is longer than 35 characters. */
  readonly locale?: string
  /** Address of the page told to the hub with the first command; left out when it is longer than 2,000 characters. Default none. */
  readonly page?: string
  /**
   * Changes or drops a message before it is kept and sent, the text as it was written. Returns the message that is sent in its place, or `null`: it
   * is not sent, nothing is kept or shown of it, and `sendMessage` resolves with null; the widget's box keeps the words. What throws or rejects
   * rejects `sendMessage` with it, and anything else than a message or `null` rejects a TypeError: nothing is sent then either. Messages keep the
   * order in which they were written. Default: sent as it is.
   *
   * @example beforeSend: ({ text, files }) => (text.includes('password') ? null : { text: text.trim(), files })
   */
  readonly beforeSend?: (message: Required<OutgoingMessage>) => MaybePromise<OutgoingMessage | null>
}
