import { type After, sleep } from '../../internal/backoff.ts'
import { every } from '../every.ts'
import { SWEEP_EVERY, type SweepOptions, createSweep } from './sweep.ts'

/** Milliseconds between two looks of one round at least, and as how many looks the pause is long: a hub spends a tenth of its time on them, however slow its stores are. */
const PAUSE = 200
const REST = 9

/** In Node it alone does not keep a process alive. */
const aside: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  ;(timer as { unref?: () => void }).unref?.()
  return () => clearTimeout(timer)
}

export interface RoundsOptions extends SweepOptions {
  /** Milliseconds that never jump. */
  readonly steady: () => number
  /** The files could not be listed: the next round goes on there. */
  readonly onEnd: (error: unknown) => void
  readonly timer?: After
}

/** Looks once an hour at all files, some at a time with a pause after them; no round begins before the last one has ended. Returns its stop. */
export function sweepFiles({ steady, onEnd, timer = aside, ...options }: RoundsOptions): () => void {
  const look = createSweep(options)
  const stop = new AbortController()
  const round = async (): Promise<void> => {
    const { signal } = stop
    for (let began = steady(); (await look()) && !signal.aborted; began = steady()) {
      // never so long that its place would be lost meanwhile
      await sleep(Math.min(SWEEP_EVERY, Math.max(PAUSE, REST * (steady() - began))), signal, timer)
    }
  }
  // one that is stopped in its pause has not failed
  const end = every(SWEEP_EVERY, round, (error) => stop.signal.aborted || onEnd(error))
  return () => {
    end()
    stop.abort()
  }
}
