import type { Id, Signal } from '../../protocol/index.ts'

/** The part of a `BroadcastChannel` that is used. */
export interface StoreChannel {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
  close(): void
}

/** What the tabs that have the same database open say to each other. */
type StoreMessage = { readonly grown: Id } | { readonly topic: string; readonly signal: Signal }
type Heard = { readonly grown?: Id; readonly topic?: string; readonly signal?: Signal } | null

export interface Others {
  /** Listens from here on. Idempotent. */
  listen(): void
  /** Tells the others that a conversation has grown or is about to: who reads now waits for the transaction that runs. */
  grown(conversation: Id): void
  publish(topic: string, signal: Signal): void
  close(): void
}

/** What the others say. */
export interface Hearing {
  grown(conversation: Id): void
  signal(topic: string, signal: Signal): void
}

/** The other tabs that have the same database open. The channel is made at the first use. */
export function others(name: string, make: (name: string) => StoreChannel, on: Hearing): Others {
  let channel: StoreChannel | undefined
  const open = (): StoreChannel => {
    if (channel) return channel
    channel = make(name)
    channel.addEventListener('message', ({ data }) => {
      const { grown, topic, signal } = (data as Heard) ?? {}
      if (grown !== undefined) on.grown(grown)
      if (topic !== undefined && signal) on.signal(topic, signal)
    })
    return channel
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  const post = (message: StoreMessage): void => open().postMessage(message)

  return {
    listen: () => void open(),
    grown: (conversation) => post({ grown: conversation }),
    publish: (topic, signal) => post({ topic, signal }),
    close: () => channel?.close(),
  }
}
