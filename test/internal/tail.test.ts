import { expect, test, vi } from 'vitest'
import { tail } from '../../src/internal/tail.ts'

/** A growing list that can be watched. */
function list(size = 0) {
  const values = Array.from({ length: size }, (_, index) => index)
  const rings = new Set<() => void>()
  const stopped = vi.fn()
  let seen = 0
  return {
    stopped,
    rings,
    add(value: number): void {
      values.push(value)
      for (const ring of rings) ring()
    },
    pull: vi.fn((): readonly number[] => {
      const page = values.slice(seen, seen + 2)
      seen += page.length
      return page
    }),
    listen(ring: () => void): () => void {
      rings.add(ring)
      return () => {
        rings.delete(ring)
        stopped()
      }
    },
  }
}

test('pulls only when its consumer wants more, and a ring while nobody waits is not forgotten', async () => {
  const source = list(2)
  const iterator = tail({ ...source, signal: new AbortController().signal })[Symbol.asyncIterator]()
  expect(source.pull).not.toHaveBeenCalled()
  for (const expected of [0, 1]) expect((await iterator.next()).value).toBe(expected)
  for (let value = 2; value < 500; value += 1) source.add(value)
  expect(source.pull).toHaveBeenCalledTimes(1)
  for (let value = 2; value < 500; value += 1) expect((await iterator.next()).value).toBe(value)
})

test('a ring during a pull that saw nothing leads to another pull', async () => {
  const source = list()
  const empty = source.pull.getMockImplementation()
  source.pull.mockImplementationOnce(() => {
    const page = empty?.() ?? []
    source.add(7)
    return page
  })
  const iterator = tail({ ...source, signal: new AbortController().signal })[Symbol.asyncIterator]()
  expect((await iterator.next()).value).toBe(7)
})

test('values asked for at once come in order', async () => {
  const source = list(3)
  const iterator = tail({ ...source, signal: new AbortController().signal })[Symbol.asyncIterator]()
  const four = [1, 2, 3, 4].map(() => iterator.next())
  source.add(3)
  expect((await Promise.all(four)).map((result) => result.value)).toEqual([0, 1, 2, 3])
})

test('stops listening once, however it ends', async () => {
  const aborted = list()
  const stop = new AbortController()
  const waiting = tail({ ...aborted, signal: stop.signal })[Symbol.asyncIterator]()
  const next = waiting.next()
  stop.abort(new Error('not to be thrown'))
  expect((await next).done).toBe(true)
  await waiting.return?.()
  expect(aborted.stopped).toHaveBeenCalledTimes(1)

  const left = list(5)
  for await (const value of tail({ ...left, signal: new AbortController().signal })) if (value === 3) break
  expect(left.stopped).toHaveBeenCalledTimes(1)

  const failing = list()
  failing.pull.mockImplementation(() => {
    throw new Error('gone')
  })
  const failed = tail({ ...failing, signal: new AbortController().signal })[Symbol.asyncIterator]()
  await expect(failed.next()).rejects.toThrow('gone')
  expect((await failed.next()).done).toBe(true)
  expect(failing.stopped).toHaveBeenCalledTimes(1)
})

test('with a signal that is already aborted it neither listens nor pulls', async () => {
  const source = list(3)
  const iterator = tail({ ...source, signal: AbortSignal.abort() })[Symbol.asyncIterator]()
  expect((await iterator.next()).done).toBe(true)
  expect([source.rings.size, source.pull.mock.calls.length]).toEqual([0, 0])
})

test('a second consumer gets a clear error', () => {
  const iterable = tail({ ...list(), signal: new AbortController().signal })
  iterable[Symbol.asyncIterator]()
  expect(() => iterable[Symbol.asyncIterator]()).toThrow('one consumer')
})
