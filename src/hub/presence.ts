import type { EventStore } from '../contracts/index.ts'
import type { Id, IndexEntry } from '../protocol/index.ts'

/** Leases of agents who are at their desks: this, then the agent's id. */
export const PRESENCE = 'presence:'

/** Milliseconds: how long a lease lives without renewal. */
const TTL = 15_000

/** Who is at a desk, and which conversations have lost their agent. */
export interface Presence {
  /** The first desk of an agent opened. */
  arrived(agent: Id): Promise<void>
  /** The last one closed. */
  left(agent: Id): Promise<void>
  /** Renews the leases of the agents who are here. */
  renew(agents: Iterable<Id>): Promise<void>
  /** Compares who holds conversations with who is here, and tells what changed. */
  compare(held: Iterable<IndexEntry>): Promise<void>
}

export interface PresenceOptions {
  readonly store: EventStore
  readonly onDrop: (conversation: Id, agent: Id) => Promise<void>
  readonly onReturn: (conversation: Id, agent: Id) => Promise<void>
  /** It could not be told of one conversation; of the others it was. */
  readonly onFailure: (conversation: Id, error: unknown) => void
}

export function createPresence({ store, onDrop, onReturn, onFailure }: PresenceOptions): Presence {
  // missing for the first time: a reload, or a restart of the hub, is not worth telling anybody
  let missing = new Set<Id>()
  const renewOne = (agent: Id): Promise<unknown> => store.lease(PRESENCE + agent, { holder: agent, ttl: TTL })

  return {
    async arrived(agent) {
      await renewOne(agent)
    },
    async left(agent) {
      await store.lease(PRESENCE + agent, { holder: agent, ttl: 0 })
    },
    async renew(agents) {
      for (const agent of agents) await renewOne(agent)
    },
    async compare(held) {
      const present = new Set((await store.leases(PRESENCE)).map(({ key }) => key.slice(PRESENCE.length)))
      const before = missing
      missing = new Set()
      for (const { conversation, holder, away } of held) {
        if (holder === undefined) continue
        const here = present.has(holder)
        if (!here) missing.add(conversation)
        try {
          if (here && away) await onReturn(conversation, holder)
          if (!here && !away && before.has(conversation)) await onDrop(conversation, holder)
        } catch (error) {
          onFailure(conversation, error)
        }
      }
    },
  }
}
