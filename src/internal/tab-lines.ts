import type { Id } from '../protocol/index.ts'
import { isId } from '../protocol/index.ts'
import { type After, after } from './backoff.ts'

/**
 * How a hub in one tab and clients in others speak. A client makes a line, a channel of its own under a random name, and
 * says that name in the hub's lobby. The hub comes to the line and says `ready`; the client's first text is
 * `{"token","follow"}`, or `{"session"}`, the later ones are `{"frames"}`; the hub's texts are one frame each, `hello` first,
 * or one session. Everything that is not about the line itself is JSON text, as on a wire; but for one request and its
 * answer, which have a line of their own and hold their bytes as they are.
 */

/** The part of a `BroadcastChannel` that is used. */
export interface LineChannel {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
  close(): void
}

/** The part of a `LockManager` that is used. */
export interface LineLocks {
  request(name: string, options: { readonly signal?: AbortSignal; readonly steal?: boolean }, held: () => Promise<void> | undefined): Promise<unknown>
}

/** What tabs find each other by. */
export interface LinesEnvironment {
  readonly locks: LineLocks
  channel(name: string): LineChannel
  readonly after: After
  /** Uniform in [0, 1). */
  random(): number
}

/** In the lobby: a client asks for a hub; a hub says that it serves from now on; a tab that may serve asks whether the one that does is awake. */
export type LobbyMessage =
  | { readonly t: 'open'; readonly line: Id }
  | { readonly t: 'serving'; readonly hub: Id }
  | { readonly t: 'ask' }
  | { readonly t: 'here' }

/** Instead of a first text: what a hub answers as a request below its path. */
export interface LineRequest {
  readonly t: 'request'
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Blob
}

/** The answer, with the body whole. */
export interface LineAnswer {
  readonly t: 'answer'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Blob
}

/** On a line, to the hub: text; a request; how much has come, by {@link weight}; whether the hub lives. Its end is told by its lock. */
export type UpMessage = string | LineRequest | { readonly t: 'got'; readonly weight: number } | { readonly t: 'ask' }

/** On a line, from the hub: text; an answer; the hub has come; it lives, and works on what it was asked; goodbye with a code of {@link closeCodes} and its reason. */
export type DownMessage =
  | string
  | LineAnswer
  | { readonly t: 'ready'; readonly hub: Id }
  | { readonly t: 'alive' }
  | { readonly t: 'close'; readonly code: number; readonly reason?: string }

/** Why a hub ends a line: the codes of a WebSocket. `busy` has the milliseconds to wait as its reason. */
export const closeCodes = { goodbye: 1001, tooSlow: 1008, failed: 1011, busy: 1013, unreadable: 4400, unauthorized: 4401, noFirst: 4408 } as const

/** What a text takes while nobody has read it: its own length, and what a message costs in any case. */
export const weight = (text: string): number => text.length + 256

export const lobbyName = (hub: string): string => `handback-hub:${hub}`
/** The name of a line's channel, and of the lock that its client holds as long as it lives. */
export const lineName = (line: Id): string => `handback-line:${line}`

/** Any script of the origin may speak in a lobby. */
export function lobbyMessage(data: unknown): LobbyMessage | undefined {
  const { t, line, hub } = (data ?? {}) as Record<string, unknown>
  if (t === 'open' && isId(line)) return { t, line }
  if (t === 'ask' || t === 'here') return { t }
  return t === 'serving' && isId(hub) ? { t, hub } : undefined
}

/** The browser's, or `undefined` where it has no Web Locks or no channels: an insecure page, an old browser. */
export function browserLines(): LinesEnvironment | undefined {
  const { navigator, BroadcastChannel } = globalThis as Partial<typeof globalThis>
  const locks = navigator?.locks as LineLocks | undefined
  return locks && BroadcastChannel && { locks, channel: (name) => new BroadcastChannel(name), after, random: Math.random }
}
