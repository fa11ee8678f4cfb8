import { background, check, same, take, within } from '../check.ts'
import { scribe } from '../store-fixtures.ts'
import type { StoreCheck } from '../event-store-suite.ts'

const ID = 'conversation-1'
const START = { log: 1, seq: 0 }
const numbers = (to: number, from = 1): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const seqs = (events: readonly { seq: number }[]): number[] => events.map((event) => event.seq)

export const watchChecks: readonly StoreCheck[] = [
  ['a watcher gets history, then live events, without gap or duplicate', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ count: 5 })
    const stop = new AbortController()
    // Each begins at another moment of the writing, two of them inside it, and all must see the same log.
    const watchers = [take(store.watch(ID, { after: START, signal: stop.signal }), 125, 'the first watcher')]
    for (let round = 0; round < 40; round += 1) {
      if (round === 10 || round === 30) watchers.push(take(store.watch(ID, { after: START, signal: stop.signal }), 125, 'a later watcher'))
      await writer.write({ count: 3 })
    }
    for (const watcher of watchers) same(await watcher, writer.events, 'what a watcher has seen')
    stop.abort()
  }],

  ['a watcher begins strictly after its cursor, and from the start after one of another log', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ count: 6 })
    const { signal } = new AbortController()
    same(seqs(await take(store.watch(ID, { after: { log: 1, seq: 4 }, signal }), 2, 'after 4')), [5, 6], 'after 4')
    same(seqs(await take(store.watch(ID, { after: { log: 8, seq: 4 }, signal }), 6, 'another log')), numbers(6), 'another log')
    const live = take(store.watch(ID, { after: { log: 1, seq: 6 }, signal }), 1, 'from now on')
    await writer.write()
    same(seqs(await live), [7], 'from now on')
  }],

  ['a watcher may come before the conversation', async (store) => {
    const events = take(store.watch(ID, { after: START, signal: new AbortController().signal }), 3, 'the watcher')
    const writer = scribe(store, ID)
    await scribe(store, 'conversation-2').write({ count: 2 })
    await writer.write({ count: 1 })
    await writer.write({ count: 2 })
    same(await events, writer.events, 'what it has seen')
  }],

  ['a watcher that is far behind misses nothing', async (store) => {
    const writer = scribe(store, ID)
    const iterator = store.watch(ID, { after: START, signal: new AbortController().signal })[Symbol.asyncIterator]()
    await writer.write()
    same((await within(iterator.next(), 'the first event')).value?.seq, 1, 'the first event')
    for (let round = 0; round < 60; round += 1) await writer.write({ count: 50 })
    const seen: number[] = []
    while (seen.length < 3000) seen.push((await within(iterator.next(), `event ${seen.length + 2}`)).value?.seq ?? 0)
    same(seen, numbers(3001, 2), 'what it has seen')
    await iterator.return?.()
  }],

  ['aborting ends every iterable quietly, also one that waits', async (store) => {
    await scribe(store, ID).write({ count: 2 })
    const stop = new AbortController()
    const { signal } = stop
    const watcher = store.watch(ID, { after: START, signal })[Symbol.asyncIterator]()
    same((await within(watcher.next(), 'the first event')).value?.seq, 1, 'the first event')
    const waiting = [
      store.watch(ID, { after: { log: 1, seq: 2 }, signal }), store.watchIndex({ signal }), store.subscribe('topic', { signal }),
    ].map((iterable) => background<IteratorResult<unknown>>(iterable[Symbol.asyncIterator]().next()))
    stop.abort(new Error('this reason must not be thrown'))
    for (const next of waiting) check((await within(next, 'an iterable that waits')).done, 'an iterable that waits ends')
    check((await within(watcher.next(), 'a watcher with history left')).done, 'a watcher with history left ends')
  }],

  ['with a signal that is already aborted nothing begins', async (store) => {
    await scribe(store, ID).write()
    const signal = AbortSignal.abort(new Error('this reason must not be thrown'))
    for (const iterable of [store.watch(ID, { after: START, signal }), store.watchIndex({ signal }), store.subscribe('topic', { signal })]) {
      check((await within<IteratorResult<unknown>>(iterable[Symbol.asyncIterator]().next(), 'an iterable')).done, 'an iterable is over at once')
    }
  }],

  ['leaving a loop releases it, also while a value is awaited', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ count: 3 })
    const { signal } = new AbortController()
    const watcher = store.watch(ID, { after: START, signal })
    for await (const event of watcher) if (event.seq === 2) break
    const others = [store.watch(ID, { after: { log: 1, seq: 3 }, signal }), store.watchIndex({ signal }), store.subscribe('topic', { signal })]
    for (const iterable of others) {
      const iterator = iterable[Symbol.asyncIterator]() as AsyncIterator<unknown>
      const next = background(iterator.next())
      await within(Promise.resolve(iterator.return?.()), 'leaving')
      check((await within(next, 'the awaited value')).done, 'what was awaited ends')
      check((await within(iterator.next(), 'a value after leaving')).done, 'nothing comes after leaving')
    }
    await writer.write()
    same(seqs(await store.read(ID, { after: START, limit: 10 })), numbers(4), 'the log goes on')
  }],
]
