import { oneConsumer } from './one-consumer.ts'

/** A push-fed, bounded `AsyncIterable` with one consumer. */
export interface AsyncQueue<T> extends AsyncIterable<T> {
  /** `false`: the value was not taken, because the queue is full, ended, failed or left by its consumer. */
  push(value: T): boolean
  /** No more values; those already pushed are still delivered. Idempotent. */
  end(): void
  /** Like {@link AsyncQueue.end}, but the consumer then gets `error` thrown. Ignored after `end`. */
  fail(error: unknown): void
  /** Values that wait for the consumer. */
  readonly size: number
}

export interface AsyncQueueOptions {
  /** How many values may wait for the consumer. A value that a waiting consumer takes at once does not count. */
  readonly limit: number
  /** Called once when the consumer leaves before the end (`break`, `return`, a throw in the loop's body). */
  readonly onReturn?: () => void
}

/**
 * Makes a queue: producers `push`, one consumer iterates.
 *
 * @example
 * const queue = asyncQueue<string>({ limit: 100, onReturn: () => socket.close() })
 * socket.onmessage = (event) => { if (!queue.push(event.data)) queue.fail(tooSlow()) }
 * for await (const text of queue) show(text)
 */
export function asyncQueue<T>({ limit, onReturn }: AsyncQueueOptions): AsyncQueue<T> {
  type Result = IteratorResult<T, undefined>
  /** By their number, because taking from the front of a big array costs what is behind. */
  const items = new Map<number, T>()
  let taken = 0
  let pushed = 0
  let closed = false
  /** What the consumer gets thrown in the end. */
  let failure: { readonly error: unknown } | undefined
  /** The consumer knows that it is over. */
  let told = false
  const waiters: ((result: Result | Promise<Result>) => void)[] = []

  async function over(): Promise<Result> {
    const failed = failure
    failure = undefined
    told = true
    if (failed) throw failed.error
    return { done: true, value: undefined }
  }

  function close(failed?: typeof failure): void {
    if (closed) return
    closed = true
    failure = failed
    // the first who waits learns of the failure, later ones only that it is over
    for (const resolve of waiters.splice(0)) resolve(over())
  }

  const { [Symbol.asyncIterator]: consume } = oneConsumer<T>({
    async next() {
      if (taken === pushed) return closed ? over() : new Promise((resolve) => waiters.push(resolve))
      const value = items.get(taken) as T
      items.delete(taken)
      taken += 1
      return { done: false, value }
    },
    async return() {
      const left = !told
      told = true
      items.clear()
      taken = pushed
      close()
      failure = undefined
      if (left) onReturn?.()
      return over()
    },
  })
  return {
    [Symbol.asyncIterator]: consume,
    push(value) {
      if (closed) return false
      const waiter = waiters.shift()
      if (waiter) waiter({ done: false, value })
      else if (items.size < limit) {
        items.set(pushed, value)
        pushed += 1
      } else return false
      return true
    },
    end: () => close(),
    fail: (error) => close({ error }),
    get size() {
      return items.size
    },
  }
}
