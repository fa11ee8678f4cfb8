import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setImmediate as turn, setTimeout as rest } from 'node:timers/promises'
import type { ChaosFaults } from './faults.ts'

/** Bytes that may be on their way; more are left with the sender. */
export const WINDOW = 65_536
/** How long one piece may take at a low rate, in ms: what is short of it goes at once. */
const BEAT = 50

export interface PipeOptions {
  readonly target: Socket
  faults(): ChaosFaults
  readonly down: boolean
  readonly random: () => number
  /** Writes a piece; `false` when nothing more may go this way. */
  deliver(piece: Buffer): boolean
  /** All bytes before it have gone, and the sender has ended. */
  ended(): void
  /** What is on its way has become less. */
  onSpace(): void
}

/** One direction of a connection: what is put in comes out later, in pieces, in order. */
export interface Pipe {
  put(bytes: Buffer): void
  end(): void
  /** Bytes on their way. */
  readonly waiting: number
  stop(): void
}

export function createPipe({ target, faults, down, random, deliver, ended, onSpace }: PipeOptions): Pipe {
  const life = new AbortController()
  const { signal } = life
  const queue: { readonly bytes: Buffer; readonly due: number }[] = []
  let waiting = 0
  let running = false
  let over = false

  /** What may go as one piece, and the pause after it. */
  async function pieces(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length && !signal.aborted; ) {
      const { chunk = Infinity, rate = Infinity } = faults()
      const pace = down ? rate : Infinity
      const piece = bytes.subarray(at, at + Math.max(1, Math.min(chunk, Math.floor((pace * BEAT) / 1000))))
      at += piece.length
      if (!deliver(piece)) return life.abort()
      waiting -= piece.length
      onSpace()
      if (target.writableNeedDrain) await once(target, 'drain', { signal })
      if (pace < Infinity) await rest((piece.length * 1000) / pace, undefined, { signal })
      // a turn of the loop in between, so that the receiver reads it by itself
      else if (chunk < Infinity) await turn(undefined, { signal })
    }
  }
  async function run(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const ms = next.due - performance.now()
      if (ms > 0) await rest(ms, undefined, { signal })
      await pieces(next.bytes)
      if (signal.aborted) return
    }
    running = false
    if (over) ended()
  }
  function start(): void {
    if (running || signal.aborted) return
    running = true
    // what it waits for fails when it is stopped, or with its socket, which the line hears too
    run().catch(() => life.abort())
  }

  return {
    put(bytes) {
      if (bytes.length === 0 || signal.aborted) return
      const { delay = 0, jitter = 0 } = faults()
      waiting += bytes.length
      queue.push({ bytes, due: performance.now() + delay + random() * jitter })
      start()
    },
    end() {
      over = true
      start()
    },
    get waiting() {
      return waiting
    },
    stop: () => life.abort(),
  }
}
