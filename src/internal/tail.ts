import { oneConsumer } from './one-consumer.ts'

export interface TailOptions<T> {
  /** Ends the iterable quietly. */
  readonly signal: AbortSignal
  /** The next values, or none when there are none yet. Throwing ends the iterable with that error. */
  pull(): readonly T[] | Promise<readonly T[]>
  /** Calls `ring` whenever there may be more to pull. Returns its stop. Called at once, released on every way out. */
  listen(ring: () => void): () => void
}

/**
 * History, then live, without a buffer of its own: the consumer's pace decides when more is pulled, and a ring only says
 * that pulling is worth it. So nothing is lost and nothing grows, however slow the consumer is.
 */
export function tail<T>({ signal, pull, listen }: TailOptions<T>): AsyncIterable<T> {
  const done: IteratorResult<T, undefined> = { done: true, value: undefined }
  let page: readonly T[] = []
  let at = 0
  let over = signal.aborted
  let rung = false
  let wake: (() => void) | undefined
  const ring = (): void => {
    rung = true
    wake?.()
  }
  const stopListening = over ? undefined : listen(ring)
  const stop = (): void => {
    if (over) return
    over = true
    page = []
    stopListening?.()
    signal.removeEventListener('abort', stop)
    ring()
  }
  if (!over) signal.addEventListener('abort', stop)

  async function refill(): Promise<void> {
    // Lowered before pulling: a ring during the pull may be about something that it did not see.
    rung = false
    page = await pull()
    at = 0
    if (page.length > 0 || rung) return
    await new Promise<void>((resolve) => {
      wake = resolve
    })
    wake = undefined
  }

  async function step(): Promise<IteratorResult<T, undefined>> {
    while (!over) {
      if (at < page.length) return { done: false, value: page[at++] as T }
      try {
        await refill()
      } catch (error) {
        if (over) return done
        stop()
        throw error
      }
    }
    return done
  }

  let last: Promise<unknown> = Promise.resolve()
  return oneConsumer<T>({
    next() {
      const result = last.then(step)
      last = result.catch(() => undefined)
      return result
    },
    return() {
      stop()
      return Promise.resolve(done)
    },
  })
}
