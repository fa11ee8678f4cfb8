import { check, rejects, same, take, within } from '../check.ts'
import { refoldOf, scribe, storeBatch } from '../store-fixtures.ts'
import type { StoreCheck } from '../event-store-suite.ts'

const ID = 'conversation-1'
const ALL = { after: { log: 2, seq: 0 }, limit: 100 }
const erased = { erased: true }

export const eraseChecks: readonly StoreCheck[] = [
  ['erasing all replaces every payload at its place and begins a new log', async (store) => {
    const writer = scribe(store, ID)
    const other = scribe(store, 'conversation-2')
    await writer.write({ count: 3, cause: 'command-1', entry: { preview: 'a secret' }, header: { preview: 'a secret' } })
    await other.write()
    const kept = writer.events.map((event) => ({ ...event, data: erased }))
    let told: unknown
    const head = await store.erase(ID, 'all', (events, log) => {
      told = [events, log]
      return refoldOf(ID)(events, log)
    })
    same(head, { log: 2, seq: 3 }, 'the new head')
    same(told, [kept, 2], 'what refold is given')
    same(await store.read(ID, ALL), kept, 'the log')
    same(await store.load(ID), refoldOf(ID)(kept, 2).header, 'the header')
    same((await store.list({ view: 'all' }, { limit: 9 })).items.find((entry) => entry.conversation === ID), refoldOf(ID)(kept, 2).entry, 'the entry')
    same((await store.caused(ID, 'command-1', null)).length, 3, 'a retry still finds its effect')
    same(await store.read(other.id, { after: { log: 1, seq: 0 }, limit: 9 }), other.events, 'the other conversation')
  }],

  ['erasing some leaves the others', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ count: 4 })
    same(await store.erase(ID, [2, 4, 99], refoldOf(ID)), { log: 2, seq: 4 }, 'the new head')
    same(await store.read(ID, ALL), writer.events.map((event) => ([2, 4].includes(event.seq) ? { ...event, data: erased } : event)), 'the log')
  }],

  ['after an erasure only the new head can be appended to', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ count: 2 })
    const old = writer.head
    const head = await store.erase(ID, 'all', refoldOf(ID))
    await rejects(store.append(ID, storeBatch(ID, { expect: old })), 'store/conflict', 'an append to the old head')
    writer.moveTo(head)
    await writer.write({ count: 2 })
    same((await store.load(ID))?.seq, 4, 'the head')
    same(await store.erase(ID, [3], refoldOf(ID)), { log: 3, seq: 4 }, 'a second erasure')
  }],

  ['a cursor from before an erasure reads from the start or the end', async (store) => {
    await scribe(store, ID).write({ count: 5 })
    await store.erase(ID, [1], refoldOf(ID))
    const seqs = async (range: Parameters<typeof store.read>[1]) => (await store.read(ID, range)).map((event) => event.seq)
    same(await seqs({ after: { log: 1, seq: 4 }, limit: 2 }), [1, 2], 'after')
    same(await seqs({ before: { log: 1, seq: 2 }, limit: 2 }), [4, 5], 'before')
    same(await seqs({ after: { log: 2, seq: 4 }, limit: 2 }), [5], 'after a cursor of the new log')
  }],

  ['a running watcher goes on over an erasure without gap or duplicate, and index watchers hear of it', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ count: 2 })
    const { signal } = new AbortController()
    const iterator = store.watch(ID, { after: { log: 1, seq: 0 }, signal })[Symbol.asyncIterator]()
    const next = async (what: string) => (await within(iterator.next(), what)).value?.seq
    same([await next('the first event'), await next('the second event')], [1, 2], 'before')
    const change = take(store.watchIndex({ signal }), 1, 'the change of the index')
    writer.moveTo(await store.erase(ID, 'all', refoldOf(ID)))
    same((await change)[0]?.at, { log: 2, seq: 2 }, 'the change of the index')
    await writer.write()
    same(await next('the event after it'), 3, 'the event after it')
    await iterator.return?.()
  }],

  ['erasing what does not exist is refused', async (store) => {
    await rejects(store.erase(ID, 'all', refoldOf(ID)), 'conversation/not-found', 'erasing')
    check((await store.load(ID)) === undefined, 'nothing was made')
  }],

  ['an erasure whose refold throws changes nothing', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ count: 2 })
    const failure = new Error('cannot fold')
    const outcome = await store.erase(ID, 'all', () => {
      throw failure
    }).catch((error: unknown) => error)
    check(outcome === failure, 'the error comes back as it was thrown')
    same(await store.read(ID, { after: { log: 1, seq: 0 }, limit: 9 }), writer.events, 'the log')
    same((await store.load(ID))?.log, 1, 'the number of the log')
  }],
]
