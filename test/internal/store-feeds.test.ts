import { expect, test } from 'vitest'
import { storeFeeds } from '../../src/internal/store-feeds.ts'
import { storeEntry, storeSignal } from '../../src/testing/store-fixtures.ts'

test('a subscriber that does not read keeps a bounded number of signals, and gets new ones once it reads', async () => {
  const feeds = storeFeeds({ head: () => undefined, after: () => [], entry: () => undefined })
  const stop = new AbortController()
  const iterator = feeds.subscribe('topic', { signal: stop.signal })[Symbol.asyncIterator]()
  for (let place = 0; place < 5000; place += 1) feeds.publish('topic', storeSignal('queue', { type: 'queue', place }))
  for (let place = 0; place < 1024; place += 1) expect((await iterator.next()).value?.data).toEqual({ type: 'queue', place })
  const next = iterator.next()
  feeds.publish('topic', storeSignal('queue', { type: 'queue', place: 9999 }))
  expect((await next).value?.data).toEqual({ type: 'queue', place: 9999 })
  stop.abort()
})

test('an index watcher that does not read gets each conversation once, in its newest form', async () => {
  let seq = 0
  const feeds = storeFeeds({ head: () => undefined, after: () => [], entry: (id) => storeEntry(id, { log: 1, seq }) })
  const stop = new AbortController()
  const iterator = feeds.watchIndex({ signal: stop.signal })[Symbol.asyncIterator]()
  for (seq = 1; seq <= 5000; seq += 1) feeds.changed(`conversation-${seq % 2}`)
  const entries = [await iterator.next(), await iterator.next()].map((result) => result.value?.at.seq)
  expect(entries).toEqual([5001, 5001])
  const next = iterator.next()
  stop.abort()
  expect((await next).done).toBe(true)
})
