/* oxlint-disable unicorn/require-post-message-target-origin -- a channel reaches its own origin only */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { newId } from '../../src/internal/ids.ts'
import { type IndexedDbStore, type IndexedDbStoreOptions, type StoreChannel, indexedDbStore } from '../../src/stores/indexeddb.ts'
import { take } from '../../src/testing/check.ts'
import { eventStoreSuite } from '../../src/testing/event-store-suite.ts'
import { refoldOf, scribe, storeBatch, storeSignal } from '../../src/testing/store-fixtures.ts'
import { kitTest } from './kit-test.ts'

const supports = { durable: true, shared: true, freshIndex: true }
const ID = 'conversation-1'
const START = { log: 1, seq: 0 }
let indexedDB = new IDBFactory()
let name: string
beforeEach(() => {
  indexedDB = new IDBFactory()
  name = newId()
})

/** The store of one tab; all of a test have the same database. */
function tab(options: IndexedDbStoreOptions = {}): IndexedDbStore {
  const store = indexedDbStore({ name, indexedDB, ...options })
  onTestFinished(() => store.close())
  return store
}

describe('the IndexedDB store keeps the contract', () => {
  eventStoreSuite(kitTest, {
    supports,
    create() {
      indexedDB = new IDBFactory()
      return indexedDbStore({ indexedDB })
    },
    async reopen(store) {
      await store.close()
      return indexedDbStore({ indexedDB })
    },
  })
})

describe('the IndexedDB store keeps the contract with an injected clock', () => {
  let now = 0
  eventStoreSuite(kitTest, {
    supports,
    create: () => indexedDbStore({ indexedDB: (indexedDB = new IDBFactory()), now: () => now }),
    async reopen(store) {
      await store.close()
      return indexedDbStore({ indexedDB, now: () => now })
    },
    advance: (ms) => {
      now += ms
    },
  })
})

describe('two tabs with one database', () => {
  test('watch each other’s logs and lists, without gap or duplicate', async () => {
    const [one, two] = [tab(), tab()]
    const { signal } = new AbortController()
    const seen = take(two.watch(ID, { after: START, signal }), 40, 'the other tab')
    const index = two.watchIndex({ signal })[Symbol.asyncIterator]()
    const writers = [scribe(one, ID), scribe(two, ID)] as const
    for (let round = 0; round < 10; round += 1) {
      for (const [at, writer] of writers.entries()) {
        await writer.write({ count: 2 })
        const head = writer.head
        if (head) writers[1 - at]?.moveTo(head)
      }
    }
    expect((await seen).map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
    expect((await index.next()).value?.conversation).toBe(ID)
    const told = index.next()
    await scribe(one, 'conversation-2').write({ entry: { phase: 'queued' } })
    expect((await told).value).toMatchObject({ conversation: 'conversation-2', phase: 'queued' })
    await index.return?.()
  })

  test('do not both append to one head: one gets it, the other a conflict', async () => {
    const [one, two] = [tab(), tab()]
    await scribe(one, ID).write()
    for (let seq = 1; seq < 20; seq += 1) {
      const batch = storeBatch(ID, { expect: { log: 1, seq } })
      const outcomes = await Promise.allSettled([one, two].map((store) => store.append(ID, batch)))
      const codes = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'appended' : outcome.reason.code))
      expect(codes.toSorted()).toEqual(['appended', 'store/conflict'])
    }
    expect((await two.load(ID))?.seq).toBe(20)
  })

  test('hear of a change before it is acknowledged, so that a tab that dies right after it has told of it', async () => {
    let committed = false
    const said: boolean[] = []
    const channel = (of: string): StoreChannel => {
      const own = new BroadcastChannel(of)
      const post = own.postMessage.bind(own)
      // what a tab that dies after its first word has said
      return Object.assign(own, { postMessage: (message: unknown) => said.push(committed) === 1 && post(message) })
    }
    const one = tab({ channel })
    const seen = take(tab().watch(ID, { after: START, signal: new AbortController().signal }), 3, 'the other tab')
    await one.append(ID, storeBatch(ID, { expect: null, count: 3 })).then(() => (committed = true))
    expect((await seen).map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(said[0]).toBe(false)
  })

  test('share signals, leases and the secret', async () => {
    const [one, two] = [tab(), tab()]
    const { signal } = new AbortController()
    const heard = take(two.subscribe('topic', { signal }), 1, 'the other tab')
    const own = take(one.subscribe('topic', { signal }), 1, 'the same tab')
    one.publish('topic', storeSignal('typing:a'))
    expect([await heard, await own]).toEqual([[storeSignal('typing:a')], [storeSignal('typing:a')]])
    const claims = await Promise.all([one, two].map((store, at) => store.lease('agent:1', { holder: `holder-000${at}`, ttl: 60_000 })))
    expect(claims.map(({ held }) => held)).toEqual([true, false])
    const secrets = await Promise.all([one.secret(), two.secret(), tab().secret()])
    expect(secrets.map((secret) => secret.length)).toEqual([32, 32, 32])
    expect(new Set(secrets.map((secret) => secret.join())).size).toBe(1)
    expect(await tab({ name: `${name}-other` }).secret()).not.toEqual(secrets[0])
  })

  test('are not hurt by nonsense on their channel', async () => {
    const store = tab()
    const seen = take(store.watch(ID, { after: START, signal: new AbortController().signal }), 1, 'the watcher')
    const channel = new BroadcastChannel(`handback-store:${name}`)
    for (const nonsense of [null, undefined, 7, 'grown', {}, { topic: 'topic' }, { grown: 'nobody' }]) channel.postMessage(nonsense)
    channel.close()
    await scribe(tab(), ID).write()
    expect(await seen).toHaveLength(1)
  })
})

/** A connection to the database that nobody told what to do when a newer version comes. */
async function careless(version: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version)
  await new Promise((resolve) => (request.onsuccess = resolve))
  onTestFinished(() => request.result.close())
  return request.result
}

describe('what can go wrong', () => {
  test('an older version in another tab is store/locked until it is gone', async () => {
    const old = await careless(1)
    const store = tab({ indexedDB: { open: (of) => indexedDB.open(of, 2) } })
    const locked = { code: 'store/locked', retryable: true }
    await expect(store.load(ID)).rejects.toMatchObject(locked)
    await expect(store.load(ID)).rejects.toMatchObject(locked)
    old.close()
    // the tables of a database whose first version was somebody else's are not there
    await vi.waitFor(() => expect(store.load(ID)).rejects.toMatchObject({ code: 'store/unavailable', retryable: false }))
  })

  test('a newer version takes the database over, and this one then says store/newer', async () => {
    const store = tab()
    await scribe(store, ID).write()
    const newer = indexedDB.open(name, 2)
    await new Promise((resolve) => (newer.onsuccess = resolve))
    onTestFinished(() => newer.result.close())
    await expect(store.load(ID)).rejects.toMatchObject({ code: 'store/newer', retryable: false })
  })

  test('a database that the browser has closed is opened again', async () => {
    const store = tab()
    await scribe(store, ID).write()
    await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve))
    expect(await store.load(ID)).toBeUndefined()
    await scribe(store, ID).write()
  })

  test('a page that may not store anything is store/unavailable', async () => {
    const denied = tab({ indexedDB: { open: () => { throw new DOMException('words of the browser', 'SecurityError') } } })
    const failure = await denied.append(ID, storeBatch(ID, { expect: null })).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'store/unavailable', retryable: false, message: expect.not.stringContaining('words') })
    vi.stubGlobal('indexedDB', undefined)
    onTestFinished(() => void vi.unstubAllGlobals())
    const store = indexedDbStore({ name })
    await expect(store.load(ID)).rejects.toMatchObject({ code: 'store/unavailable' })
    await store.close()
  })

  test('a quota that is full is store/full, nothing is half written, and there is room again later', async () => {
    const store = tab()
    const writer = scribe(store, ID)
    await writer.write({ count: 2 })
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError')
    })
    onTestFinished(() => full.mockRestore())
    const batch = storeBatch(ID, { expect: writer.head, count: 2 })
    await expect(store.append(ID, batch)).rejects.toMatchObject({ code: 'store/full', retryable: true })
    await expect(store.erase(ID, 'all', refoldOf(ID))).rejects.toMatchObject({ code: 'store/full' })
    full.mockRestore()
    expect(await store.read(ID, { after: START, limit: 9 })).toEqual(writer.events)
    expect((await store.load(ID))?.seq).toBe(2)
    await store.append(ID, batch)
  })

  test('an append that closing overtakes is there or refused, and never half there', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const [store, other] = [tab(), tab()]
      const from = (await other.load(ID))?.seq ?? 0
      await store.leases('')
      const batch = storeBatch(ID, { expect: from === 0 ? null : { log: 1, seq: from }, count: 3 })
      const append = store.append(ID, batch).then(() => 3, (error: { code: string }) => error.code)
      for (let tick = 0; tick < turn * 3; tick += 1) await Promise.resolve()
      await store.close()
      const outcome = await append
      expect([3, 'store/closed']).toContain(outcome)
      expect((await other.load(ID))?.seq ?? 0).toBe(outcome === 3 ? from + 3 : from)
    }
  })

  test('what is acknowledged has asked for strict durability, and nothing else has', async () => {
    const asked: string[] = []
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    onTestFinished(() => transaction.mockRestore())
    const kinds = async (work: Promise<unknown>): Promise<void> => {
      await work
      asked.push(transaction.mock.calls.splice(0).map(([, mode, options]) => `${mode} ${options?.durability}`).join())
    }
    const store = tab()
    await store.leases('')
    transaction.mockClear()
    await kinds(store.append(ID, storeBatch(ID, { expect: null })))
    await kinds(store.erase(ID, 'all', refoldOf(ID)))
    await kinds(store.secret())
    await kinds(store.lease('agent:1', { holder: 'holder-aaaa', ttl: 1 }))
    await kinds(store.load(ID))
    expect(asked).toEqual(['readwrite strict', 'readwrite strict', 'readwrite strict', 'readwrite relaxed', 'readonly relaxed'])
  })

  test('leases that are over leave no row behind', async () => {
    let now = 0
    const store = tab({ now: () => now })
    for (let round = 0; round < 5; round += 1) {
      now += 10
      await store.lease(`agent:${round}`, { holder: 'holder-aaaa', ttl: 5 })
    }
    await store.close()
    const rows = (await careless(1)).transaction('leases').objectStore('leases').getAllKeys()
    await new Promise((resolve) => (rows.onsuccess = resolve))
    expect(rows.result).toEqual(['agent:4'])
  })

  test('nothing is opened before the first call, and a value that is not JSON leaves nothing behind', async () => {
    const store = tab()
    expect(await indexedDB.databases()).toEqual([])
    await expect(store.append(ID, storeBatch(ID, { expect: null, data: { big: 1n } }))).rejects.toThrow('BigInt')
    expect(await store.load(ID)).toBeUndefined()
  })

  test('a page of another list, and one behind the end of its list, hold nothing that is not theirs', async () => {
    const store = tab()
    for (const [at, id] of [ID, 'conversation-2', 'conversation-3'].entries()) await scribe(store, id).write({ entry: { due: 10 + at } })
    const { next } = await store.list({ view: 'due', upTo: 12 }, { limit: 2 })
    await expect(store.list({ view: 'open' }, { limit: 1, page: next ?? '' })).rejects.toMatchObject({ code: 'request/invalid' })
    expect(await store.list({ view: 'due', upTo: 10 }, { limit: 2, page: next ?? '' })).toEqual({ items: [] })
  })
})
