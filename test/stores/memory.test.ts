import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../src/stores/memory.ts'
import { eventStoreSuite } from '../../src/testing/event-store-suite.ts'
import { scribe, storeBatch } from '../../src/testing/store-fixtures.ts'
import { kitTest } from './kit-test.ts'

describe('the memory store keeps the contract', () => {
  eventStoreSuite(kitTest, {
    supports: { durable: false, shared: false, freshIndex: true },
    create: () => memoryStore(),
  })
})

describe('the memory store keeps the contract with an injected clock', () => {
  let now = 0
  eventStoreSuite(kitTest, {
    supports: { durable: false, shared: false, freshIndex: true },
    create: () => memoryStore({ now: () => now }),
    advance: (ms) => {
      now += ms
    },
  })
})

test('a batch that does not continue the log is refused and writes nothing', async () => {
  const store = memoryStore()
  const writer = scribe(store, 'conversation-1')
  await writer.write({ count: 2 })
  const good = storeBatch('conversation-1', { expect: writer.head, count: 2 })
  const [first, second] = good.events
  const broken = [
    { ...good, events: [second, first] },
    { ...good, events: [first] },
    { ...good, header: { ...good.header, seq: 3 } },
    { ...good, header: { ...good.header, log: 2 } },
  ]
  for (const batch of broken) {
    await expect(store.append('conversation-1', batch as typeof good)).rejects.toMatchObject({ code: 'request/invalid', retryable: false })
  }
  expect((await store.load('conversation-1'))?.seq).toBe(2)
  await store.append('conversation-1', good)
})

test('a value that is not JSON leaves nothing behind', async () => {
  const store = memoryStore()
  await expect(store.append('conversation-1', storeBatch('conversation-1', { expect: null, data: { big: 1n } }))).rejects.toThrow('BigInt')
  expect(await store.load('conversation-1')).toBeUndefined()
})

test('a page of another list is refused', async () => {
  const store = memoryStore()
  await scribe(store, 'conversation-1').write()
  await scribe(store, 'conversation-2').write()
  const { next } = await store.list({ view: 'all' }, { limit: 1 })
  expect(next).toBeTypeOf('string')
  for (const page of [next ?? '', 'open', 'open,x,0,conversation-1', '']) {
    await expect(store.list({ view: 'open' }, { limit: 1, page })).rejects.toMatchObject({ code: 'request/invalid' })
  }
})

test('the kit asks for a way to reopen a durable store', () => {
  expect(() => eventStoreSuite(() => undefined, { supports: { durable: true, shared: false, freshIndex: true }, create: () => memoryStore() }))
    .toThrow('reopen')
})
