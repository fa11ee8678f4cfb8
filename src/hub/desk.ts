import type { EventStore } from '../contracts/index.ts'
import { backoff, sleep } from '../internal/backoff.ts'
import type { Id, IndexEntry } from '../protocol/index.ts'
import { createDeskEntries } from './desk-entries.ts'
import { firstLists } from './desk-lists.ts'
import type { OpenLink } from './links.ts'
import { entriesOf } from './records.ts'
import type { Visitors } from './visitors.ts'
import { wire } from './wire.ts'

/** The agents' lists: what stands now, then every change. */
export interface Desk {
  follow(link: OpenLink): Promise<() => void>
  /** The conversations that people hold, as far as this hub has heard. */
  held(): readonly IndexEntry[]
  /** Looks who of those who wait has gone or is back, and tells that. */
  look(): Promise<void>
  close(): void
}

const CHUNK = 50
/** Milliseconds between two tries at most, after the store has failed. */
const CAP = 5_000

export interface DeskOptions {
  readonly store: EventStore
  readonly visitors: Visitors
  /** Sees each changed entry, with the one before it where somebody waited or a person held it. */
  readonly onEntry: (entry: IndexEntry, before: IndexEntry | undefined) => void
  readonly onFailure: (error: unknown) => void
}

const matters = ({ phase }: IndexEntry): boolean => phase === 'queued' || phase === 'human'

export function createDesk({ store, visitors, onEntry, onFailure }: DeskOptions): Desk {
  const entries = createDeskEntries({ store, left: visitors.left })
  const stop = new AbortController()
  const { signal } = stop
  const followers = new Set<OpenLink>()
  // who waits and who is held, so that it stays as small as the work at hand
  const known = new Map<Id, IndexEntry>()

  /** Changes were missed: whoever follows comes back to full lists. */
  const failAll = (): void => {
    for (const link of [...followers]) link.fail()
  }

  const tell = async (changed: readonly IndexEntry[]): Promise<void> => {
    for (const entry of followers.size === 0 ? [] : changed) {
      const bytes = wire({ t: 'desk', entries: [entries.told(await entries.ruled(entry))] })
      for (const link of followers) link.deliver(bytes)
    }
  }

  const watch = async (signal: AbortSignal, onLive: () => void): Promise<void> => {
    const changes = store.watchIndex({ signal })
    failAll()
    known.clear()
    // who waited or was held before this hub began counts too
    for await (const entry of entriesOf(store, { view: 'open' })) if (matters(entry)) known.set(entry.conversation, entry)
    for await (const entry of changes) {
      onLive()
      const before = known.get(entry.conversation)
      if (before && before.at.log === entry.at.log && before.at.seq >= entry.at.seq) continue
      if (matters(entry)) known.set(entry.conversation, entry)
      else {
        known.delete(entry.conversation)
        entries.forget(entry.conversation)
      }
      onEntry(entry, before)
      await tell([entry])
    }
  }

  const run = async (): Promise<void> => {
    const pause = backoff({ cap: CAP })
    while (!signal.aborted) {
      const attempt = new AbortController()
      try {
        await watch(AbortSignal.any([signal, attempt.signal]), pause.reset)
      } catch (error) {
        if (signal.aborted) return
        onFailure(error)
      } finally {
        // a watch that nobody reads would keep what changes
        attempt.abort()
      }
      failAll()
      await sleep(pause.next(), signal)
    }
  }
  run().catch((error: unknown) => {
    // the end of the last pause
    if (!signal.aborted) onFailure(error)
  })

  return {
    async follow(link) {
      // first the changes, then what stands: an entry may come twice, and the higher cursor wins
      followers.add(link)
      const stop = (): void => void followers.delete(link)
      try {
        let chunk: IndexEntry[] = []
        let sent = false
        const send = (): void => {
          link.send({ t: 'desk', entries: chunk.map(entries.told) })
          chunk = []
          sent = true
        }
        for await (const entry of firstLists(store, link.sub)) {
          if (link.ended) break
          chunk.push(await entries.ruled(entry))
          if (chunk.length === CHUNK) send()
        }
        // an empty desk is told too
        if (chunk.length > 0 || !sent) send()
      } catch (error) {
        stop()
        throw error
      }
      return stop
    },
    held: () => [...known.values()].filter(({ phase }) => phase === 'human'),
    async look() {
      const changed = await visitors.look([...known.values()].filter(({ phase }) => phase === 'queued'))
      await tell(changed.map((entry) => known.get(entry.conversation) ?? entry))
    },
    close: () => stop.abort(),
  }
}
