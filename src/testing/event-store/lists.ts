import { background, check, eventually, same, within } from '../check.ts'
import type { EventStore, Query } from '../../contracts/index.ts'
import type { Id, IndexEntry } from '../../protocol/index.ts'
import { scribe } from '../store-fixtures.ts'
import type { StoreBench, StoreCheck } from '../event-store-suite.ts'

const T = 1_700_000_000_000

const put = (store: EventStore, id: Id, entry: Partial<IndexEntry>): Promise<void> => scribe(store, id).write({ entry })

/** All pages of a list. */
async function pages(store: EventStore, query: Query, limit: number): Promise<Id[]> {
  const ids: Id[] = []
  let page: string | undefined
  do {
    const { items, next } = await store.list(query, { limit, ...(page === undefined ? {} : { page }) })
    check(items.length <= limit, `a page of at most ${limit} has ${items.length} entries`)
    check(items.length > 0 || next === undefined, 'an empty page is the last')
    ids.push(...items.map((entry) => entry.conversation))
    // A list that repeats itself would otherwise never end, and not even let the test runner's clock run.
    check(ids.length < 1000, `the pages of ${query.view} do not end`)
    page = next
  } while (page !== undefined)
  return ids
}

/** Where the index may lag the check is repeated until it has caught up. */
const settled = ({ supports }: StoreBench, attempt: () => Promise<void>): Promise<void> =>
  supports.freshIndex ? attempt() : eventually(attempt)

export const listChecks: readonly StoreCheck[] = [
  ['the queue has the highest priority first, then who waits longest', async (store, bench) => {
    await put(store, 'late-normal', { phase: 'queued', since: T + 30 })
    await put(store, 'early-normal', { phase: 'queued', since: T + 10 })
    await put(store, 'late-urgent', { phase: 'queued', since: T + 20, priority: 5 })
    await put(store, 'early-low', { phase: 'queued', since: T, priority: -1 })
    await put(store, 'with-the-bot', { phase: 'bot', priority: 9 })
    const order = ['late-urgent', 'early-normal', 'late-normal', 'early-low']
    await settled(bench, async () => same(await pages(store, { view: 'queue' }, 10), order, 'queue'))
  }],

  ['open and all have the newest activity first, and only all has the closed', async (store, bench) => {
    await put(store, 'conversation-a', { updated: T + 10 })
    await put(store, 'conversation-b', { updated: T + 30, phase: 'closed' })
    await put(store, 'conversation-c', { updated: T + 20, phase: 'human', holder: 'agent-0001' })
    await settled(bench, async () => {
      same(await pages(store, { view: 'open' }, 10), ['conversation-c', 'conversation-a'], 'open')
      same(await pages(store, { view: 'all' }, 10), ['conversation-b', 'conversation-c', 'conversation-a'], 'all')
    })
  }],

  ['the lists of a visitor and of a holder have only theirs, newest activity first', async (store, bench) => {
    await put(store, 'conversation-a', { visitor: 'visitor-aaaa', holder: 'agent-0001', phase: 'human', updated: T + 1 })
    await put(store, 'conversation-b', { visitor: 'visitor-bbbb', holder: 'agent-0001', phase: 'human', updated: T + 3 })
    await put(store, 'conversation-c', { visitor: 'visitor-aaaa', updated: T + 2, phase: 'closed' })
    await put(store, 'conversation-d', { visitor: 'visitor-bbbb', holder: 'agent-0002', phase: 'human', updated: T + 4 })
    await settled(bench, async () => {
      same(await pages(store, { view: 'visitor', visitor: 'visitor-aaaa' }, 10), ['conversation-c', 'conversation-a'], 'visitor')
      same(await pages(store, { view: 'holder', holder: 'agent-0001' }, 10), ['conversation-b', 'conversation-a'], 'holder')
      same(await pages(store, { view: 'holder', holder: 'agent-0003' }, 10), [], 'a holder of nothing')
    })
  }],

  ['due has every deadline up to a moment, earliest first', async (store, bench) => {
    await put(store, 'conversation-a', { due: T + 20 })
    await put(store, 'conversation-b', { due: T + 10, phase: 'queued' })
    await put(store, 'conversation-c', { due: T + 30 })
    await put(store, 'conversation-d', {})
    await settled(bench, async () => {
      same(await pages(store, { view: 'due', upTo: T + 20 }, 10), ['conversation-b', 'conversation-a'], 'up to the second')
      same(await pages(store, { view: 'due', upTo: T + 9 }, 10), [], 'before the first')
    })
  }],

  ['an entry leaves the lists that it no longer belongs to, and its newest form is listed', async (store, bench) => {
    const writer = scribe(store, 'conversation-a')
    await writer.write({ entry: { phase: 'queued', due: T + 1, priority: 2 } })
    await writer.write({ entry: { phase: 'human', holder: 'agent-0001', preview: 'thank you' } })
    await settled(bench, async () => {
      same(await pages(store, { view: 'queue' }, 10), [], 'queue')
      same(await pages(store, { view: 'due', upTo: T + 99 }, 10), [], 'due')
      const [entry, ...more] = (await store.list({ view: 'holder', holder: 'agent-0001' }, { limit: 10 })).items
      same([entry?.preview, entry?.at, more.length], ['thank you', { log: 1, seq: 2 }, 0], 'holder')
    })
    await writer.write({ entry: { phase: 'closed' } })
    await settled(bench, async () => same(await pages(store, { view: 'open' }, 10), [], 'open'))
  }],

  ['pages neither lose nor repeat an entry, also among equals', async (store, bench) => {
    const ids = Array.from({ length: 23 }, (_, index) => `conversation-${String(index * 7 % 23).padStart(2, '0')}`)
    for (const [index, id] of ids.entries()) {
      const order = { priority: index % 2, since: T + (index % 3), updated: T + (index % 4), due: T + (index % 2) }
      await put(store, id, { phase: 'queued', holder: 'agent-0001', ...order })
    }
    const queries: readonly Query[] = [
      { view: 'queue' }, { view: 'open' }, { view: 'all' }, { view: 'visitor', visitor: 'visitor-0001' },
      { view: 'holder', holder: 'agent-0001' }, { view: 'due', upTo: T + 9 },
    ]
    await settled(bench, async () => {
      for (const query of queries) {
        const whole = await pages(store, query, 100)
        same(whole.toSorted(), ids.toSorted(), `${query.view} has every entry once`)
        for (const limit of [1, 5, 23]) same(await pages(store, query, limit), whole, `${query.view} in pages of ${limit}`)
      }
    })
  }],

  ['an index watcher hears of every change from now on', async (store) => {
    const [one, two] = [scribe(store, 'conversation-a'), scribe(store, 'conversation-b')]
    await one.write()
    const stop = new AbortController()
    const newest = new Map<Id, number>()
    const changes = store.watchIndex({ signal: stop.signal })
    for (let round = 0; round < 20; round += 1) {
      await two.write({ entry: { preview: `change ${round}` } })
      if (round % 5 === 0) await one.write()
    }
    // At least once, and steps may be left out: what counts is that the newest form of each arrives.
    const iterator = changes[Symbol.asyncIterator]()
    while (newest.get(one.id) !== 5 || newest.get(two.id) !== 20) {
      const { value: entry } = await within(iterator.next(), 'a change')
      check(entry, 'the watcher goes on')
      newest.set(entry.conversation, Math.max(entry.at.seq, newest.get(entry.conversation) ?? 0))
    }
    const live = background(iterator.next())
    await one.write({ entry: { phase: 'closed' } })
    same((await within(live, 'a change while it waits')).value?.phase, 'closed', 'a change while it waits')
    stop.abort()
  }],
]
