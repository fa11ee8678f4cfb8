import type { EventStore } from '../contracts/index.ts'
import type { Id } from '../protocol/index.ts'

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
  compare(): Promise<void>
}

export interface PresenceOptions {
  readonly store: EventStore
  readonly onDrop: (conversation: Id, agent: Id) => Promise<void>
  readonly onReturn: (conversation: Id, agent: Id) => Promise<void>
}

const HELD = 500

export function createPresence({ store, onDrop, onReturn }: PresenceOptions): Presence {
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
    async compare() {
      const open = await store.list({ view: 'open' }, { limit: HELD })
      const present = new Set((await store.leases(PRESENCE)).map(({ key }) => key.slice(PRESENCE.length)))
      const absent = new Set<Id>()
      for (const { conversation, phase, holder, away } of open.items) {
        if (phase !== 'human' || holder === undefined) continue
        if (present.has(holder)) {
          if (away) await onReturn(conversation, holder)
          continue
        }
        absent.add(conversation)
        if (!away && missing.has(conversation)) await onDrop(conversation, holder)
      }
      missing = absent
    },
  }
}
