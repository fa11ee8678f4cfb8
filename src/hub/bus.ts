import type { EventStore } from '../contracts/index.ts'
import type { Id, SignalData } from '../protocol/index.ts'
import { MACHINE } from '../protocol/index.ts'

/** What hubs on one store tell each other: lossy, like everything on this bus. */
export interface Bus {
  /** `id`: unique for each message, because of two signals with the same key the newer may win. */
  tell(topic: string, id: Id, data: object): void
  hear(topic: string, signal: AbortSignal): AsyncIterable<object>
}

/** Signals carry data of any type, and no room listens on topics of hubs: so a message between hubs is a signal of its own kind. */
export function createBus(store: Pick<EventStore, 'publish' | 'subscribe'>): Bus {
  return {
    tell(topic, id, data) {
      store.publish(topic, { key: id, by: MACHINE, audience: 'staff', ttl: 0, data: data as SignalData })
    },
    async *hear(topic, signal) {
      for await (const { data } of store.subscribe(topic, { signal })) yield data
    },
  }
}
