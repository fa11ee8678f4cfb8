import type { EventStore } from '../contracts/index.ts'
import type { Id, IndexEntry } from '../protocol/index.ts'

/** Leases in which each hub keeps when visitors who wait were last seen: this, then the hub's id. */
const SEEN = 'visitors:'
/** Milliseconds: so long it is known to who comes after a hub that has stopped. */
const KEEP = 3_600_000
/** Milliseconds: a reload, a walk to another page or a restart of the hub is no departure. */
const GONE = 30_000
/** As many of those who wait are looked after, the longest known first. */
const MOST = 500

/** Which of those who wait for a person have closed the page, whichever hub they were at. */
export interface Visitors {
  /** Looks who is here, of these who wait; resolves with those of whom something else is to be told now. */
  look(waiting: readonly IndexEntry[]): Promise<readonly IndexEntry[]>
  /** When the visitor was last seen, ms since 1970, if they wait and are gone. */
  left(entry: IndexEntry): number | undefined
}

export interface VisitorsOptions {
  readonly store: Pick<EventStore, 'lease' | 'leases'>
  readonly hub: Id
  readonly now: () => number
  /** Visitors who have a link to this hub. */
  readonly here: () => ReadonlySet<Id>
}

const isSeen = (value: unknown): value is readonly (readonly [Id, number])[] =>
  Array.isArray(value) && value.every((pair) => Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number')

export function createVisitors({ store, hub, now, here }: VisitorsOptions): Visitors {
  let gone: ReadonlyMap<Id, number> = new Map()
  const left = ({ phase, visitor }: IndexEntry): number | undefined => (phase === 'queued' ? gone.get(visitor) : undefined)

  return {
    left,
    async look(all) {
      const waiting = all.slice(0, MOST)
      const before = waiting.map(left)
      if (waiting.length === 0) {
        gone = new Map()
        return []
      }
      const known = new Map<Id, number>()
      for (const { value } of await store.leases(SEEN)) {
        for (const [visitor, at] of isSeen(value) ? value : []) known.set(visitor, Math.max(at, known.get(visitor) ?? 0))
      }
      const at = now()
      const present = here()
      // of whom nobody has heard anything is not gone yet, and nobody was before they began to wait
      const seen = new Map(waiting.map(({ visitor, since }) => [visitor, present.has(visitor) ? at : Math.max(known.get(visitor) ?? at, since)]))
      await store.lease(SEEN + hub, { holder: hub, ttl: KEEP, value: [...seen] })
      gone = new Map([...seen].filter(([, last]) => at - last >= GONE))
      return waiting.filter((entry, index) => left(entry) !== before[index])
    },
  }
}
