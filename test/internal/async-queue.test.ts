import { expect, test, vi } from 'vitest'
import fc from 'fast-check'
import { asyncQueue, type AsyncQueue } from '../../src/internal/async-queue.ts'

const collect = async <T>(queue: AsyncIterable<T>): Promise<T[]> => {
  const out: T[] = []
  for await (const value of queue) out.push(value)
  return out
}

test('delivers values in order, those before the consumer came and those after', async () => {
  const queue = asyncQueue<number>({ limit: 10 })
  queue.push(1)
  queue.push(2)
  const all = collect(queue)
  await Promise.resolve()
  queue.push(3)
  queue.end()
  expect(await all).toEqual([1, 2, 3])
})

test('refuses what is above the limit and takes again when there is room', async () => {
  const queue = asyncQueue<number>({ limit: 2 })
  expect([queue.push(1), queue.push(2), queue.push(3)]).toEqual([true, true, false])
  expect(queue.size).toBe(2)
  const iterator = queue[Symbol.asyncIterator]()
  await iterator.next()
  expect(queue.push(4)).toBe(true)
  queue.end()
  expect(await iterator.next()).toEqual({ done: false, value: 2 })
  expect(await iterator.next()).toEqual({ done: false, value: 4 })
  expect((await iterator.next()).done).toBe(true)
})

test('a waiting consumer takes a value even with limit 0', async () => {
  const queue = asyncQueue<number>({ limit: 0 })
  expect(queue.push(1)).toBe(false)
  const next = queue[Symbol.asyncIterator]().next()
  expect(queue.push(2)).toBe(true)
  expect(await next).toEqual({ done: false, value: 2 })
})

test('delivers what was pushed before end() and refuses what comes after', async () => {
  const queue = asyncQueue<number>({ limit: 10 })
  queue.push(1)
  queue.end()
  queue.end()
  expect(queue.push(2)).toBe(false)
  expect(await collect(queue)).toEqual([1])
})

test('fail() delivers what was pushed, throws once, then is over', async () => {
  const queue = asyncQueue<number>({ limit: 10 })
  const error = new Error('lost')
  queue.push(1)
  queue.fail(error)
  queue.end()
  const iterator = queue[Symbol.asyncIterator]()
  expect(await iterator.next()).toEqual({ done: false, value: 1 })
  await expect(iterator.next()).rejects.toBe(error)
  expect((await iterator.next()).done).toBe(true)
})

test('fail() and end() reach a consumer that waits', async () => {
  const failing = asyncQueue<number>({ limit: 1 })
  const failed = collect(failing)
  failing.fail(new Error('lost'))
  await expect(failed).rejects.toThrow('lost')
  const ending = asyncQueue<number>({ limit: 1 })
  const ended = collect(ending)
  ending.end()
  expect(await ended).toEqual([])
})

test('fail() after end() changes nothing', async () => {
  const queue = asyncQueue<number>({ limit: 1 })
  queue.end()
  queue.fail(new Error('late'))
  expect(await collect(queue)).toEqual([])
})

test('leaving the loop discards the rest, refuses further values and calls onReturn once', async () => {
  const onReturn = vi.fn()
  const queue: AsyncQueue<number> = asyncQueue<number>({ limit: 10, onReturn })
  queue.push(1)
  queue.push(2)
  for await (const value of queue) {
    expect(value).toBe(1)
    break
  }
  expect(onReturn).toHaveBeenCalledTimes(1)
  expect(queue.size).toBe(0)
  expect(queue.push(3)).toBe(false)
})

test('a throw in the loop calls onReturn, a natural end does not', async () => {
  const onReturn = vi.fn()
  const left = asyncQueue<number>({ limit: 10, onReturn })
  left.push(1)
  await expect((async () => {
    for await (const value of left) throw new Error(`saw ${value}`)
  })()).rejects.toThrow('saw 1')
  expect(onReturn).toHaveBeenCalledTimes(1)
  const ended = asyncQueue<number>({ limit: 10, onReturn })
  ended.end()
  await collect(ended)
  expect(onReturn).toHaveBeenCalledTimes(1)
})

test('return() while next() is pending ends both and calls onReturn once', async () => {
  const onReturn = vi.fn()
  const iterator = asyncQueue<number>({ limit: 1, onReturn })[Symbol.asyncIterator]()
  const pending = iterator.next()
  await iterator.return?.()
  await iterator.return?.()
  expect((await pending).done).toBe(true)
  expect(onReturn).toHaveBeenCalledTimes(1)
})

test('a second consumer gets a clear error', () => {
  const queue = asyncQueue<number>({ limit: 1 })
  queue[Symbol.asyncIterator]()
  expect(() => queue[Symbol.asyncIterator]()).toThrow('one consumer')
})

test('any mix of pushes and takes keeps the order and the limit', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 3000 }), fc.integer({ min: 1, max: 1200 }), async (steps, limit) => {
    const queue = asyncQueue<number>({ limit })
    const iterator = queue[Symbol.asyncIterator]()
    const model: number[] = []
    let n = 0
    for (const isPush of steps) {
      if (isPush) {
        n += 1
        const room = model.length < limit
        expect(queue.push(n)).toBe(room)
        if (room) model.push(n)
      } else if (model.length > 0) {
        expect((await iterator.next()).value).toBe(model.shift())
      }
      expect(queue.size).toBe(model.length)
    }
    queue.end()
    for (const value of model) expect((await iterator.next()).value).toBe(value)
    expect((await iterator.next()).done).toBe(true)
  }), { seed: 7, numRuns: 60 })
})

test('draining a big queue costs the same per value as draining a small one', async () => {
  // No clock is read: taking from the front by copying would need 20 billion moves and run into the time limit.
  const queue = asyncQueue<number>({ limit: 200_000 })
  for (let i = 0; i < 200_000; i += 1) queue.push(i)
  queue.end()
  let sum = 0
  for await (const value of queue) sum += value
  expect(sum).toBe((200_000 * 199_999) / 2)
})
