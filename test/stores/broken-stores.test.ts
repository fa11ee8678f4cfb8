import { describe, expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { eventStoreSuite } from '../../src/testing/event-store-suite.ts'

const supports = { durable: false, shared: false, freshIndex: true }

/** Runs the whole kit on a store and names the checks that failed. */
async function failures(create: () => EventStore): Promise<string[]> {
  const checks: { readonly name: string; readonly run: () => Promise<void> }[] = []
  eventStoreSuite((name, run) => checks.push({ name, run }), { supports, create })
  expect(checks.length).toBeGreaterThan(40)
  const outcomes = await Promise.allSettled(checks.map(({ run }) => run()))
  return checks.flatMap(({ name }, index) => (outcomes[index]?.status === 'rejected' ? [name] : []))
}

/** Each breaks one law of a good store, and must fail in the check of that law. */
const broken: readonly (readonly [what: string, check: string, breaking: (store: EventStore) => Partial<EventStore>])[] = [
  ['acknowledges an append that it loses', 'acknowledged events are there, in order, numbered from 1 without gaps', (store) => {
    let appends = 0
    return {
      async append(id, batch) {
        appends += 1
        if (appends % 4 !== 0) await store.append(id, batch)
      },
    }
  }],
  ['ignores what an append expects', 'an append that expects another head is refused and writes nothing', (store) => ({
    async append(id, batch) {
      const head = await store.load(id)
      const from = head?.seq ?? 0
      await store.append(id, {
        ...batch,
        expect: head ? { log: head.log, seq: head.seq } : null,
        events: batch.events.map((event, index) => ({ ...event, seq: from + index + 1 })),
        header: { ...batch.header, log: head?.log ?? 1, seq: from + batch.events.length },
      })
    },
  })],
  ['forgets commands after a while', 'the events of a command are found, also after a cursor, for the life of the log', (store) => ({
    async caused(id, command, after) {
      const head = await store.load(id)
      return (await store.caused(id, command, after)).filter((event) => event.seq > (head?.seq ?? 0) - 20)
    },
  })],
  ['has a gap between history and live events', 'a watcher gets history, then live events, without gap or duplicate', (store) => ({
    async *watch(id, { after, signal }) {
      const history = await store.read(id, { after, limit: 1000 })
      yield* history
      // What is written while history is handed out falls between the two.
      const head = await store.load(id)
      yield* store.watch(id, { after: head ? { log: head.log, seq: head.seq } : after, signal })
    },
  })],
  ['delivers an event twice between history and live events', 'a watcher gets history, then live events, without gap or duplicate', (store) => ({
    async *watch(id, { after, signal }) {
      const history = await store.read(id, { after, limit: 1000 })
      yield* history
      const last = history.at(-1)?.seq ?? after.seq
      yield* store.watch(id, { after: { log: after.log, seq: Math.max(0, last - 1) }, signal })
    },
  })],
  ['drops an entry at the border of two pages', 'pages neither lose nor repeat an entry, also among equals', (store) => ({
    async list(query, options) {
      const page = await store.list(query, { ...options, limit: options.limit + 1 })
      return { ...page, items: page.items.slice(0, options.limit) }
    },
  })],
  ['promises more than it was asked to', 'declares what it supports', () => ({ supports: { ...supports, durable: true } })],
  ['keeps the caller’s own object', 'changing a value after an append changes nothing in the store', (store) => {
    const headers = new Map<string, unknown>()
    return {
      async append(id, batch) {
        await store.append(id, batch)
        headers.set(id, batch.header)
      },
      load: async (id) => headers.get(id) as Awaited<ReturnType<EventStore['load']>>,
    }
  }],
]

describe('the kit finds a store that', () => {
  for (const [what, check, breaking] of broken) {
    test(what, async () => {
      expect(await failures(() => {
        const store = memoryStore()
        return { ...store, ...breaking(store) }
      })).toContain(check)
    })
  }

  test('is good, by finding nothing', async () => {
    expect(await failures(memoryStore)).toEqual([])
  })
})
