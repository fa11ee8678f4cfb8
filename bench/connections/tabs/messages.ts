import type { Message } from '../comparison.ts'

/** What a tab is started with. */
export interface TabSettings {
  readonly name: string
  readonly port: number
  readonly scale: number
  readonly seed: number
  /** Holds what a browser profile stores. */
  readonly memory: SharedArrayBuffer
}

/** What a tab is told. */
export type ToTab =
  | { readonly do: 'write'; readonly text: string }
  | { readonly do: 'ask-human' }
  | { readonly do: 'resume' }
  /** Nothing of it runs for so many ms: no timer, no socket. */
  | { readonly do: 'freeze'; readonly ms: number }
  | { readonly do: 'granted' | 'stolen'; readonly request: number }

/** What a tab tells. */
export type FromTab =
  | { readonly tells: 'thread'; readonly conversation: string | null; readonly messages: readonly Message[]; readonly acked: readonly string[]; readonly state: string }
  /** It has begun a stream of its own, or a poll. */
  | { readonly tells: 'asks' }
  | { readonly tells: 'request'; readonly request: number; readonly name: string; readonly steal: boolean }
  | { readonly tells: 'release'; readonly request: number }
