import { oneOf, shape } from '../protocol/codec-check.ts'
import type { EventType, Header, Id, StoredEvent } from '../protocol/index.ts'
import { clear, set } from './deadline-set.ts'
import type { Fresh } from './fresh.ts'
import { drop, fresh } from './fresh.ts'
import { headerHandlers } from './header-handlers.ts'
import { emptyPublicHeader, legal, shownTo } from './public-header.ts'
import type { KnownEvent } from './shapes.ts'
import { narrow } from './shapes.ts'
import { staffShapes } from './staff-shapes.ts'
import { settle } from './turn-handlers.ts'

/** Version of this fold; a header that another one wrote is folded again from the log. */
export const MACHINE_VERSION = 7

/** A conversation with the assistant in which nobody says anything ends after this time. Milliseconds. */
const IDLE_AFTER = 24 * 3_600_000

export const emptyHeader = (visitor: Id): Header => ({
  ...emptyPublicHeader,
  machine: MACHINE_VERSION,
  seq: 0,
  at: 0,
  visitor,
  attempts: 0,
  deadlines: [],
  preview: '',
  since: 0,
})

/** The idle timer runs while the assistant holds the floor, from the newest thing that everyone saw. */
const idle = (header: Fresh<Header>, event: StoredEvent): Fresh<Header> => {
  if (header.phase !== 'bot' && header.phase !== 'handback') return clear(header, 'idle')
  return event.audience === 'everyone' ? set(header, 'idle', event.at + IDLE_AFTER) : header
}

/** Words of a person that were removed since: what they answered stays answered. */
const answeredOnce = shape({
  type: oneOf('message-sent'),
  by: shape({ kind: oneOf('agent', 'supervisor') }),
  audience: oneOf('everyone'),
  data: shape({ erased: oneOf(true) }),
})

/** What stands in a thread as something that was said: whatever was said before it is not the newest any more. */
const speaking: ReadonlySet<string> = new Set<EventType>([
  'message-sent',
  'notice',
  'form-submitted',
  'ticket-created',
  'survey-asked',
  'survey-answered',
  'permission-asked',
  'permission-answered',
])

/**
 * One event into the machine's own record. Total: an unknown, malformed, illegal or repeated event changes nothing but
 * `seq`, `shown` and `at`, and never throws.
 */
export function evolveHeader(header: Header, event: StoredEvent): Header {
  if (!(event?.seq > header.seq)) return header
  return headerAfter(header, event, narrow(event, staffShapes))
}

/** The same for an event that comes next and was looked at: `known` where its data can be read. */
export function headerAfter(header: Header, event: StoredEvent, known: KnownEvent | undefined): Header {
  const open = event.audience === 'everyone' && event.seq > header.shown
  // the public fold knows only the public fields, and leaves the others in place
  const next = open ? (shownTo(header, event, known) as Fresh<Header>) : fresh(header)
  next.seq = event.seq
  next.at = Math.max(header.at, event.at || 0)
  if (!known && answeredOnce(event) && !next.erased) return settle(next)
  if (!known || !legal(header, known)) return next
  if (next.phase !== header.phase || header.since === 0) next.since = event.at
  const heard = speaking.has(known.type) ? drop(next, 'awayTold') : next
  const handler = headerHandlers[known.type] as ((header: Fresh<Header>, event: StoredEvent) => Fresh<Header>) | undefined
  return idle(handler ? handler(heard, known) : heard, event)
}
