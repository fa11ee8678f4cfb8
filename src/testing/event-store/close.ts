import { check, rejects, same, within } from '../check.ts'
import { isHandbackError } from '../../protocol/index.ts'
import { refoldOf, scribe, storeBatch } from '../store-fixtures.ts'
import type { StoreCheck } from '../event-store-suite.ts'

const ID = 'conversation-1'
const START = { log: 1, seq: 0 }

/** How an iterable goes on: a value, its quiet end, or the code of its error. */
const next = (iterable: AsyncIterable<unknown>): Promise<string> => iterable[Symbol.asyncIterator]().next().then(
  (result) => (result.done ? 'end' : 'value'),
  (error: unknown) => (isHandbackError(error) ? error.code : String(error)),
)

export const closeChecks: readonly StoreCheck[] = [
  ['after closing everything is refused with store/closed', async (store) => {
    await scribe(store, ID).write()
    await within(store.close(), 'closing')
    await within(store.close(), 'closing again')
    await rejects(store.load(ID), 'store/closed', 'load')
    await rejects(store.append(ID, storeBatch(ID, { expect: { log: 1, seq: 1 } })), 'store/closed', 'append')
    await rejects(store.caused(ID, 'command-1', null), 'store/closed', 'caused')
    await rejects(store.read(ID, { after: START, limit: 9 }), 'store/closed', 'read')
    await rejects(store.list({ view: 'all' }, { limit: 9 }), 'store/closed', 'list')
    await rejects(store.erase(ID, 'all', refoldOf(ID)), 'store/closed', 'erase')
    await rejects(store.lease('agent:1', { holder: 'holder-aaaa', ttl: 1 }), 'store/closed', 'lease')
    await rejects(store.leases(''), 'store/closed', 'leases')
    const { signal } = new AbortController()
    for (const iterable of [store.watch(ID, { after: START, signal }), store.watchIndex({ signal }), store.subscribe('topic', { signal })]) {
      same(await within(next(iterable), 'an iterable of a closed store'), 'store/closed', 'an iterable of a closed store')
    }
  }],

  ['closing ends what waits', async (store) => {
    const { signal } = new AbortController()
    const waiting = [store.watch(ID, { after: START, signal }), store.watchIndex({ signal }), store.subscribe('topic', { signal })].map(next)
    await store.close()
    for (const outcome of waiting) same(await within(outcome, 'an iterable that waits'), 'store/closed', 'an iterable that waits')
  }],
]

export const durableChecks: readonly StoreCheck[] = [
  ['what was acknowledged survives closing and opening again', async (store, bench) => {
    const writer = scribe(store, ID)
    for (let round = 0; round < 5; round += 1) await writer.write({ count: 2, entry: { phase: 'queued', due: 1 } })
    const header = await store.load(ID)
    const again = await bench.reopen(store)
    check(again !== store, 'reopen gives another store')
    same(await again.read(ID, { after: START, limit: 100 }), writer.events, 'the log')
    same(await again.load(ID), header, 'the header')
    same((await again.caused(ID, 'command-3', null)).length, 2, 'the events of a command')
    for (const query of [{ view: 'queue' }, { view: 'due', upTo: 1 }] as const) {
      same((await again.list(query, { limit: 9 })).items.map((entry) => entry.conversation), [ID], query.view)
    }
    await rejects(again.append(ID, storeBatch(ID, { expect: { log: 1, seq: 9 } })), 'store/conflict', 'an append to an older head')
    await again.append(ID, storeBatch(ID, { expect: { log: 1, seq: 10 } }))
  }],

  ['an erasure survives closing and opening again', async (store, bench) => {
    await scribe(store, ID).write({ count: 2 })
    await store.erase(ID, 'all', refoldOf(ID))
    const again = await bench.reopen(store)
    same((await again.load(ID))?.log, 2, 'the number of the log')
    same((await again.read(ID, { after: START, limit: 9 })).map((event) => event.data), [{ erased: true }, { erased: true }], 'the log')
  }],
]
