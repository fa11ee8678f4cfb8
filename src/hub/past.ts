import type { EventStore } from '../contracts/index.ts'
import { project, projectForStaff, publicHeader } from '../conversation/index.ts'
import type { Cursor, Header, Id, Signal, StoredEvent } from '../protocol/index.ts'
import { eventsAfter } from './records.ts'
import { tailBefore } from './tail.ts'
import { EVENT_BYTES, bytesOf, wire, wireEvents } from './wire.ts'

/** A catch-up longer than this, in events or in bytes, is a snapshot instead. */
const CATCH_UP = 500
const CATCH_UP_BYTES = 2 * EVENT_BYTES

export interface PastOptions {
  readonly store: EventStore
  readonly conversation: Id
  /** Up to where the past goes. */
  readonly at: Header
  readonly staff: boolean
  /** What the receiver has already. */
  readonly after: Cursor | undefined
  /** Those that live at that moment and that the receiver may see. */
  readonly signals: readonly Signal[]
}

/** What happened after the receiver's cursor; `undefined` when a snapshot tells it better. */
async function missed(options: PastOptions): Promise<StoredEvent[] | undefined> {
  const { store, conversation, at, staff, after } = options
  if (!after || after.log !== at.log || lost(options) || at.seq - after.seq > CATCH_UP) return undefined
  const events: StoredEvent[] = []
  let bytes = 0
  for await (const event of eventsAfter(store, conversation, after)) {
    if (event.seq > at.seq) break
    const open = staff ? projectForStaff(event) : project(event)
    if (!open) continue
    bytes += bytesOf(open)
    if (bytes > CATCH_UP_BYTES) return undefined
    events.push(open)
  }
  return events
}

/** A cursor that this log has never reached is one of a log that was lost, as when a backup was put back. */
const lost = ({ after, at, staff }: PastOptions): boolean =>
  after !== undefined && (after.log === at.log ? after.seq > (staff ? at.seq : at.shown) : after.log > at.log)

/** The frames that bring a new follower to a header: what lies after its cursor, or a snapshot; then the living signals. */
export async function pastOf(options: PastOptions): Promise<Uint8Array[]> {
  const { store, conversation, at, staff, signals } = options
  const events = await missed(options)
  if (events) {
    const topic = `conversation:${conversation}` as const
    return [...wireEvents(conversation, at.log, events), ...signals.map((signal) => wire({ t: 'signal', topic, signal }))]
  }
  const tail = await tailBefore(store, conversation, { log: at.log, seq: at.seq + 1 }, staff)
  const seq = staff ? at.seq : at.shown
  const snapshot = wire({ t: 'snapshot', conversation, at: { log: at.log, seq }, header: staff ? at : publicHeader(at), tail, signals })
  // who has more than there is takes no older snapshot, unless it drops what it has
  return lost(options) ? [wire({ t: 'reset', conversation, log: at.log }), snapshot] : [snapshot]
}
