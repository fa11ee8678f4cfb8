import { derivedId } from '../../internal/ids.ts'
import type { Actor, Cursor, Id, PublicHeader, StoredEvent } from '../../protocol/index.ts'

export const VISITOR: Id = 'visitor-0001'
const AGENT: Id = 'agent-0001'
const SINCE = 1_700_000_000_000

/** A conversation as the kit's hub keeps it: what a visitor may see of its log. */
export interface KitLog {
  readonly conversation: Id
  readonly events: readonly StoredEvent[]
  readonly at: Cursor
  readonly header: PublicHeader
  /** Writes one message. */
  append(text: string, cause?: Id, by?: Actor): StoredEvent
  after(cursor: Cursor): readonly StoredEvent[]
  /** The newest ones before a cursor, oldest first. */
  before(cursor: Cursor, limit: number): readonly StoredEvent[]
}

/** An empty log. Some numbers are missing, as those of notes are for a visitor, so that only `prev` tells whether something is lost. */
export function kitLog(conversation: Id): KitLog {
  const events: StoredEvent[] = []
  const log = 1
  const at = (): Cursor => ({ log, seq: events.at(-1)?.seq ?? 0 })
  return {
    conversation,
    events,
    get at() {
      return at()
    },
    get header() {
      return {
        log,
        shown: at().seq,
        phase: 'human',
        people: [{ id: VISITOR, kind: 'visitor', name: 'Vera' }, { id: AGENT, kind: 'agent', name: 'Sarah' }],
        floor: { number: 2, holder: { kind: 'agent', id: AGENT } },
        read: { visitor: 0, staff: 0 },
      } as const
    },
    append(text, cause, by = { kind: 'agent', id: AGENT }) {
      const prev = at().seq
      const seq = prev + (events.length % 4 === 3 ? 2 : 1)
      const message = derivedId(conversation, `message ${seq}`)
      const event: StoredEvent = {
        seq,
        at: SINCE + seq,
        by,
        type: 'message-sent',
        audience: 'everyone',
        data: { message, parts: [{ type: 'text', text }] },
        prev,
        cause: cause ?? derivedId(conversation, `command ${seq}`),
      }
      events.push(event)
      return event
    },
    after: ({ seq }) => events.slice(firstAfter(events, seq)),
    before: ({ seq }, limit) => events.filter((event) => event.seq < seq).slice(-limit),
  }
}

/** The seqs rise, and a long log is asked for its end again and again. */
function firstAfter(events: readonly StoredEvent[], seq: number): number {
  let index = events.length
  while (index > 0 && (events[index - 1] as StoredEvent).seq > seq) index -= 1
  return index
}
