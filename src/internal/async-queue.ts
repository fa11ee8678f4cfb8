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

interface Waiter<T> {
  resolve(result: IteratorResult<T, undefined>): void
  reject(error: unknown): void
}

// Taking from the front by `shift()` costs O(n) on big arrays, so a head index moves and the spent part is cut off in bulk.
const COMPACT_AT = 512

/**
 * Makes a queue: producers `push`, one consumer iterates.
 *
 * @example
 * const queue = asyncQueue<string>({ limit: 100, onReturn: () => socket.close() })
 * socket.onmessage = (event) => { if (!queue.push(event.data)) queue.fail(tooSlow()) }
 * for await (const text of queue) show(text)
 */
export function asyncQueue<T>(options: AsyncQueueOptions): AsyncQueue<T> {
  let items: (T | undefined)[] = []
  let head = 0
  let state: 'open' | 'ended' | 'failed' | 'done' = 'open'
  let failure: unknown
  const waiters: Waiter<T>[] = []
  const done: IteratorResult<T, undefined> = { done: true, value: undefined }

  function take(): T {
    const value = items[head] as T
    items[head] = undefined
    head += 1
    if (head >= COMPACT_AT && head * 2 >= items.length) {
      items = items.slice(head)
      head = 0
    }
    return value
  }

  function finish(to: 'ended' | 'failed', error?: unknown): void {
    if (state !== 'open') return
    state = to
    failure = error
    if (waiters.length === 0) return
    // Somebody waits, so nothing is stored: the first waiter learns the end, later ones only that it is over.
    state = 'done'
    const [first, ...others] = waiters.splice(0)
    if (to === 'failed') first?.reject(error)
    else first?.resolve(done)
    for (const waiter of others) waiter.resolve(done)
  }

  const iterator: AsyncIterator<T, undefined, undefined> = {
    next() {
      if (head < items.length) return Promise.resolve({ done: false, value: take() })
      if (state === 'open') return new Promise((resolve, reject) => waiters.push({ resolve, reject }))
      const failed = state === 'failed'
      state = 'done'
      return failed ? Promise.reject(failure) : Promise.resolve(done)
    },
    return() {
      if (state !== 'done') {
        state = 'done'
        items = []
        head = 0
        for (const waiter of waiters.splice(0)) waiter.resolve(done)
        options.onReturn?.()
      }
      return Promise.resolve(done)
    },
  }

  const { [Symbol.asyncIterator]: consume } = oneConsumer(iterator)
  return {
    [Symbol.asyncIterator]: consume,
    push(value) {
      if (state !== 'open') return false
      const waiter = waiters.shift()
      if (waiter) {
        waiter.resolve({ done: false, value })
        return true
      }
      if (items.length - head >= options.limit) return false
      items.push(value)
      return true
    },
    end: () => finish('ended'),
    fail: (error) => finish('failed', error),
    get size() {
      return items.length - head
    },
  }
}
