import { background, check, rejects, same } from '../check.ts'
import { isHandbackError } from '../../protocol/index.ts'
import type { Cursor } from '../../protocol/index.ts'
import { scribe, storeBatch } from '../store-fixtures.ts'
import type { StoreCheck } from '../event-store-suite.ts'

const ID = 'conversation-1'
const START: Cursor = { log: 1, seq: 0 }
const ALL = { after: START, limit: 1000 }

export const appendChecks: readonly StoreCheck[] = [
  ['a conversation that nobody has written does not exist', async (store) => {
    check((await store.load(ID)) === undefined, 'load gives undefined')
    same(await store.read(ID, ALL), [], 'read')
    same(await store.caused(ID, 'command-1', null), [], 'caused')
    same((await store.list({ view: 'all' }, { limit: 10 })).items, [], 'list')
  }],

  ['acknowledged events are there, in order, numbered from 1 without gaps', async (store) => {
    const writer = scribe(store, ID)
    for (const count of [1, 3, 1, 2]) {
      await writer.write({ count })
      same(await store.read(ID, ALL), writer.events, 'everything acknowledged so far')
    }
    same((await store.read(ID, ALL)).map((event) => event.seq), [1, 2, 3, 4, 5, 6, 7], 'numbers')
  }],

  ['load gives the header of the newest append', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ header: { preview: 'first' } })
    same((await store.load(ID))?.preview, 'first', 'after the first append')
    const batch = storeBatch(ID, { expect: writer.head, count: 2, header: { owed: 1, phase: 'queued' } })
    await store.append(ID, batch)
    same(await store.load(ID), batch.header, 'after the second append')
  }],

  ['conversations do not see each other', async (store) => {
    const one = scribe(store, ID)
    const two = scribe(store, 'conversation-2')
    await one.write({ count: 2, cause: 'command-one' })
    await two.write({ cause: 'command-two' })
    await one.write({ cause: 'command-one' })
    same(await store.read(one.id, ALL), one.events, 'the first')
    same(await store.read(two.id, ALL), two.events, 'the second')
    same((await store.load(two.id))?.seq, 1, 'head of the second')
    same(await store.caused(two.id, 'command-one', null), [], 'a command of the other')
  }],

  ['an append that expects another head is refused and writes nothing', async (store) => {
    const refused = async (expect: Cursor | null, what: string): Promise<void> => {
      const outcome = await store.append(ID, storeBatch(ID, { expect, count: 2, cause: 'command-refused' })).catch((error: unknown) => error)
      check(isHandbackError(outcome) && outcome.code === 'store/conflict', `${what} is refused with store/conflict`)
      check(outcome.retryable, `${what} is retryable`)
    }
    await refused({ log: 1, seq: 1 }, 'a head in a conversation that does not exist')
    check((await store.load(ID)) === undefined, 'the refused append has not begun the conversation')
    const writer = scribe(store, ID)
    await writer.write({ count: 3 })
    const before = [await store.load(ID), await store.list({ view: 'all' }, { limit: 10 })]
    await refused(null, 'no head')
    await refused({ log: 1, seq: 2 }, 'an older head')
    await refused({ log: 1, seq: 4 }, 'a head that is not reached yet')
    await refused({ log: 2, seq: 3 }, 'a head of another log')
    same(await store.read(ID, ALL), writer.events, 'the log')
    same([await store.load(ID), await store.list({ view: 'all' }, { limit: 10 })], before, 'header and entry')
    same(await store.caused(ID, 'command-refused', null), [], 'the refused command')
  }],

  ['of racing writers exactly one wins each round', async (store) => {
    let head: Cursor | null = null
    for (let round = 1; round <= 5; round += 1) {
      const writers = Array.from({ length: 12 }, (_, index) => storeBatch(ID, { expect: head, cause: `writer-${round}-${index}` }))
      const outcomes = await Promise.allSettled(writers.map((batch) => store.append(ID, batch)))
      const winners = writers.filter((_, index) => outcomes[index]?.status === 'fulfilled')
      same(winners.length, 1, `winners of round ${round}`)
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') await rejects(Promise.reject(outcome.reason), 'store/conflict', 'a writer that lost')
      }
      same(await store.read(ID, { after: { log: 1, seq: round - 1 }, limit: 10 }), winners[0]?.events, `what round ${round} has written`)
      head = { log: 1, seq: round }
    }
  }],

  ['a refused append leaves the appends beside it alone', async (store) => {
    const [first, second] = [scribe(store, ID), scribe(store, 'conversation-2')]
    const outcomes = await Promise.allSettled([
      first.write(), store.append(ID, storeBatch(ID, { expect: { log: 1, seq: 9 } })), second.write(),
    ])
    same(outcomes.map((outcome) => outcome.status), ['fulfilled', 'rejected', 'fulfilled'], 'outcomes')
    same(await store.read(first.id, ALL), first.events, 'the append before it')
    same(await store.read(second.id, ALL), second.events, 'the append after it')
  }],

  ['an append of several events is all or nothing', async (store) => {
    const writer = scribe(store, ID)
    let writing = true
    const writes = background((async () => {
      for (let round = 0; round < 20; round += 1) await writer.write({ count: 3 })
    })().finally(() => {
      writing = false
    }))
    while (writing) {
      const events = await store.read(ID, ALL)
      check(events.length % 3 === 0, `a reader saw ${events.length} events, a part of an append`)
      // Gives way to the writer, also where reading never waits for anything.
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    await writes
    same(await store.read(ID, ALL), writer.events, 'the log')
  }],

  ['the events of a command are found, also after a cursor, for the life of the log', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ count: 2, cause: 'command-old' })
    for (let round = 0; round < 50; round += 1) await writer.write()
    await writer.write({ count: 2, cause: 'command-new' })
    const by = (cause: string) => writer.events.filter((event) => event.cause === cause)
    same(await store.caused(ID, 'command-old', null), by('command-old'), 'in the whole log')
    same(await store.caused(ID, 'command-old', START), by('command-old'), 'after the start')
    same(await store.caused(ID, 'command-old', { log: 1, seq: 1 }), by('command-old').slice(1), 'strictly after its first event')
    same(await store.caused(ID, 'command-old', { log: 1, seq: 2 }), [], 'after its last event')
    same(await store.caused(ID, 'command-new', { log: 1, seq: 52 }), by('command-new'), 'just after the cursor')
    same(await store.caused(ID, 'command-new', { log: 9, seq: 60 }), by('command-new'), 'after a cursor of another log')
    same(await store.caused(ID, 'command-never', null), [], 'a command that was never sent')
  }],
]
