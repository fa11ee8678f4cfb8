import type { EventStore } from '../contracts/index.ts'
import type { Id, IndexEntry } from '../protocol/index.ts'
import type { OpenLink } from './links.ts'
import { wire } from './wire.ts'

/** The agents' lists: what stands now, then every change. */
export interface Desk {
  follow(link: OpenLink): Promise<() => void>
  close(): void
}

const CHUNK = 50
const SHOWN = 200

export interface DeskOptions {
  readonly store: EventStore
  /** Sees each changed entry, with the one before it where this hub knew one. */
  readonly onEntry: (entry: IndexEntry, before: IndexEntry | undefined) => void
  readonly onFailure: (error: unknown) => void
}

export function createDesk({ store, onEntry, onFailure }: DeskOptions): Desk {
  const stop = new AbortController()
  const followers = new Set<OpenLink>()
  // only conversations that are not closed, so that it stays as small as the work at hand
  const known = new Map<Id, IndexEntry>()

  const watch = async (): Promise<void> => {
    const entries = store.watchIndex({ signal: stop.signal })
    // who waited before this hub began is in line too
    const line = await store.list({ view: 'queue' }, { limit: SHOWN })
    for (const entry of line.items) known.set(entry.conversation, entry)
    for await (const entry of entries) {
      const before = known.get(entry.conversation)
      if (before && before.at.log === entry.at.log && before.at.seq >= entry.at.seq) continue
      if (entry.phase === 'closed') known.delete(entry.conversation)
      else known.set(entry.conversation, entry)
      onEntry(entry, before)
      if (followers.size === 0) continue
      const bytes = wire({ t: 'desk', entries: [entry] })
      for (const link of followers) link.deliver(bytes)
    }
  }
  watch().catch((error: unknown) => {
    if (stop.signal.aborted) return
    onFailure(error)
    for (const link of followers) link.fail()
  })

  return {
    async follow(link) {
      // first the changes, then what stands: an entry may come twice, and the higher cursor wins
      followers.add(link)
      const stop = (): void => void followers.delete(link)
      try {
        const open = await store.list({ view: 'open' }, { limit: SHOWN })
        const all = await store.list({ view: 'all' }, { limit: SHOWN })
        const entries = [...open.items, ...all.items.filter(({ phase }) => phase === 'closed')]
        for (let start = 0; start === 0 || start < entries.length; start += CHUNK) {
          link.send({ t: 'desk', entries: entries.slice(start, start + CHUNK) })
        }
      } catch (error) {
        stop()
        throw error
      }
      return stop
    },
    close: () => stop.abort(),
  }
}
