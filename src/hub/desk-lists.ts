import type { EventStore } from '../contracts/index.ts'
import type { Id, IndexEntry } from '../protocol/index.ts'
import { entriesOf } from './records.ts'

/** Conversations beside those that wait and one's own, and closed ones to look back at. */
const OTHERS = 200
const CLOSED = 50
/** How many entries are looked at to find closed ones. */
const SEARCHED = 1_000

/**
 * What an agent's lists begin with: everybody who waits and everything that the agent holds, however much that is; then
 * the newest of the rest.
 */
export async function* firstLists(store: EventStore, agent: Id): AsyncGenerator<IndexEntry> {
  const told = new Set<Id>()
  const first = (entry: IndexEntry): boolean => !told.has(entry.conversation) && told.add(entry.conversation) !== undefined
  for (const query of [{ view: 'queue' }, { view: 'holder', holder: agent }] as const) {
    for await (const entry of entriesOf(store, query)) if (first(entry)) yield entry
  }
  let others = 0
  for await (const entry of entriesOf(store, { view: 'open' })) {
    if (!first(entry)) continue
    yield entry
    if (++others === OTHERS) break
  }
  let closed = 0
  let searched = 0
  for await (const entry of entriesOf(store, { view: 'all' })) {
    const waits = entry.ticket === true || entry.followUp === true
    // what was left for somebody is listed however many there are since
    if ((waits || (entry.phase === 'closed' && closed < CLOSED)) && first(entry)) {
      yield entry
      if (!waits) closed += 1
    }
    if (++searched === SEARCHED) break
  }
}
