import { type After, after } from '../../internal/backoff.ts'

/** The part of a `LockManager` that is used. */
export interface TabLocks {
  request(name: string, options: { readonly steal?: boolean; readonly signal?: AbortSignal }, held: () => Promise<void> | undefined): Promise<unknown>
}

/** The part of a `BroadcastChannel` that is used. */
export interface TabChannel {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
  close(): void
}

/** What the tabs of one browser profile find each other by. */
export interface TabsEnvironment {
  readonly locks: TabLocks
  channel(name: string): TabChannel
  readonly after: After
  /** Uniform in [0, 1). */
  random(): number
}

/** The browser's, or `null` where a tab has to stand alone: an insecure page, an old browser, Node. */
export function browserTabs(): TabsEnvironment | null {
  const { isSecureContext, navigator, BroadcastChannel } = globalThis as Partial<typeof globalThis>
  const locks = navigator?.locks as TabLocks | undefined
  if (!isSecureContext || !locks || !BroadcastChannel) return null
  return { locks, channel: (name) => new BroadcastChannel(name), after, random: Math.random }
}
