import type { EventStore } from '../contracts/index.ts'
import type { Id, IndexEntry } from '../protocol/index.ts'
import { MACHINE } from '../protocol/index.ts'
import { PRESENCE } from './presence.ts'

/** Tells everybody who waits their place in line and, when it can be told, how long it will take. */
export interface Queue {
  /** An entry has changed: learns from claims, and tells the line anew when it moved. */
  changed(entry: IndexEntry, before: IndexEntry | undefined): void
  /** Tells the line again, so that living signals stay alive. */
  refresh(): void
}

const WAITS = 20
const WAITS_KEY = 'stats:waits'
const KEEP = 365 * 24 * 3_600_000
/** Milliseconds that an estimate lives; it is told again well before that. */
const TTL = 60_000
const LINE = 200

/** The median of the last waits, shared among the agents who are free now; unknown without either. Milliseconds. */
export function estimate(waits: readonly number[], free: number, place: number): number | undefined {
  if (waits.length === 0 || free <= 0) return undefined
  const sorted = waits.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return median === undefined ? undefined : Math.round((median * place) / free)
}

const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every((item) => typeof item === 'number')

export function createQueue(store: EventStore, hub: Id, onFailure: (error: unknown) => void): Queue {
  let running = false
  let again = false

  const remember = async (wait: number): Promise<void> => {
    const [kept] = await store.leases(WAITS_KEY)
    const waits = isNumbers(kept?.value) ? kept.value : []
    await store.lease(WAITS_KEY, { holder: kept?.holder ?? hub, ttl: KEEP, value: [...waits, wait].slice(-WAITS) })
  }

  /** Agents at their desks who hold no conversation. */
  const freeAgents = async (): Promise<number> => {
    const present = await store.leases(PRESENCE)
    let free = 0
    for (const { key } of present) {
      const held = await store.list({ view: 'holder', holder: key.slice(PRESENCE.length) }, { limit: 1 })
      if (held.items.length === 0) free += 1
    }
    return free
  }

  const tell = async (): Promise<void> => {
    const line = await store.list({ view: 'queue' }, { limit: LINE })
    if (line.items.length === 0) return
    const free = await freeAgents()
    const [kept] = await store.leases(WAITS_KEY)
    const waits = isNumbers(kept?.value) ? kept.value : []
    for (const [index, { conversation }] of line.items.entries()) {
      const place = index + 1
      const wait = estimate(waits, free, place)
      store.publish(`conversation:${conversation}`, {
        key: 'queue',
        by: MACHINE,
        audience: 'everyone',
        ttl: TTL,
        data: { type: 'queue', place, ...(wait === undefined ? {} : { wait }) },
      })
    }
  }

  // one telling at a time; changes meanwhile lead to one more
  const refresh = (): void => {
    again = true
    if (running) return
    running = true
    const run = async (): Promise<void> => {
      while (again) {
        again = false
        await tell()
      }
    }
    run()
      .catch(onFailure)
      .finally(() => {
        running = false
      })
  }

  return {
    changed(entry, before) {
      const wasWaiting = before?.phase === 'queued'
      if (wasWaiting && entry.phase === 'human') remember(entry.since - before.since).catch(onFailure)
      if (wasWaiting || entry.phase === 'queued' || before?.phase === 'human') refresh()
    },
    refresh,
  }
}
