import type { Transport } from '../contracts/index.ts'
import { after } from '../internal/backoff.ts'
import { newId } from '../internal/ids.ts'
import type { ConversationRecord } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import { type Feed, openFeed } from './replay/feed.ts'
import { createStage } from './replay/stage.ts'

export interface ReplayOptions {
  /** 1: as fast as it was; 2: twice as fast; 0: everything at once. Default 1. */
  readonly speed?: number
  /** The longest wait between two events, in ms. Default 2000. */
  readonly pauseCap?: number
  /** Whose eyes: the visitor's, or those of staff, who see the notes too. Default `visitor`. */
  readonly as?: 'visitor' | 'staff'
}

/** A record being played: a transport for whoever shows it, and the buttons of a player. */
export interface Replay extends Transport {
  /** What `createChat` takes to show it: this transport, and a memory of its own in which the conversation has begun. */
  readonly chat: {
    readonly transport: Transport
    readonly storage: { get(key: string): string | undefined; set(key: string, value: string): void; delete(key: string): void }
    readonly storageKey: string
  }
  /** `seq` of the newest event that has happened; 0: none. */
  readonly seq: number
  /** `seq` of the last. */
  readonly end: number
  /** Whether time passes, or will once somebody looks. True at first; false at the end. */
  readonly playing: boolean
  /** Goes on; from the start when it is at its end. */
  play(): void
  pause(): void
  /** Shows the conversation as it was when no later event than `seq` had happened. Does not change whether it plays. */
  seek(seq: number): void
  /** Called soon after each change of `seq` or `playing`. Returns its stop. */
  onChange(listener: () => void): () => void
}

/**
 * Plays a conversation from its record, without a hub. It begins when the first client connects and rests while there is
 * none. Commands are refused with `record/read-only`. After going back the log's number is one higher than before.
 *
 * @throws HandbackError `record/invalid` when staff are to see a record for `everyone`
 * @example
 * const player = replay(parseRecord(await file.text()))
 * mount({ chat: createChat(player.chat) })
 * @example
 * const player = replay(record, { as: 'staff', speed: 4 })
 * mountConsole(element, { desk: createDesk({ transport: player, credentials: () => undefined, me }) })
 */
export function replay(record: ConversationRecord, { speed = 1, pauseCap = 2_000, as = 'visitor' }: ReplayOptions = {}): Replay {
  const staff = as === 'staff'
  if (staff && record.audience !== 'staff') throw new HandbackError('record/invalid', 'This record holds only what the visitor saw.')
  const { conversation } = record
  const stage = createStage(record, staff)
  const feeds = new Set<Feed>()
  const listeners = new Set<() => void>()
  let playing = true
  let stop: (() => void) | undefined

  const tell = (): void => {
    for (const listener of listeners) {
      // one that throws must hurt neither the others nor the player; its error is the page's to report
      queueMicrotask(() => listeners.has(listener) && listener())
    }
  }

  function go(seq: number): void {
    const before = stage.cursor
    const back = stage.move(seq)
    for (const feed of [...feeds]) feed.moved(before.seq, back)
  }

  /** Waits for the next moment, if time passes and somebody looks. */
  function run(): void {
    stop?.()
    stop = undefined
    if (!playing || feeds.size === 0) return
    if (speed === 0) go(stage.end)
    const next = stage.next()
    if (next) stop = after(Math.min(pauseCap, next.wait / speed), () => pass(next.seq))
    else playing = false
  }

  function pass(seq: number): void {
    go(seq)
    run()
    tell()
  }

  const transport: Transport = {
    name: 'replay',
    mode: 'push',
    supports: { signals: false },
    async connect({ follow, signal }) {
      signal.throwIfAborted()
      const feed = openFeed({
        conversation,
        staff,
        stage,
        follow,
        signal,
        onEnd(ended) {
          feeds.delete(ended)
          if (feeds.size === 0) run()
        },
      })
      feeds.add(feed)
      if (stop === undefined) {
        run()
        tell()
      }
      return feed
    },
  }

  return {
    ...transport,
    chat: { transport, storage: begun(conversation), storageKey: `replay-${newId()}` },
    get seq() {
      return stage.seq
    },
    end: stage.end,
    get playing() {
      return playing
    },
    play() {
      if (stage.seq === stage.end) go(0)
      playing = true
      run()
      tell()
    },
    pause() {
      playing = false
      run()
      tell()
    },
    seek: pass,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The memory of a browser profile that is in this conversation, whatever the key. */
function begun(conversation: string): Replay['chat']['storage'] {
  const values = new Map<string, string | undefined>()
  const first = JSON.stringify({ conversation, begun: true, outbox: [] })
  return {
    get: (key) => (values.has(key) ? values.get(key) : first),
    set: (key, value) => void values.set(key, value),
    delete: (key) => void values.set(key, undefined),
  }
}
