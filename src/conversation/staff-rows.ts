import type { Header, StaffEventType, StoredEvent } from '../protocol/index.ts'
import type { StaffRow } from './rows.ts'
import type { KnownEvent } from './shapes.ts'
import { authorOf, openRow } from './transcript.ts'

/** Rows that only staff see. */
type Rows = { readonly [T in StaffEventType]?: (event: KnownEvent<T>, header: Header) => StaffRow | undefined }

const rows: Rows = {
  'note-added': (event, { people }) => ({
    type: 'note',
    id: event.data.note,
    seq: event.seq,
    at: event.at,
    author: event.data.person ?? authorOf(event, people),
    text: event.data.text,
  }),
  'tool-called': ({ seq, at, data: { call, tool, input } }) => ({ type: 'tool-call', id: `row-${seq}`, seq, at, call, tool, input }),
  'tool-returned': ({ seq, at, data: { call, output, failed } }) => ({
    type: 'tool-result',
    id: `row-${seq}`,
    seq,
    at,
    call,
    output,
    ...(failed && { failed }),
  }),
  'ticket-filed': ({ seq, at, data: { ticket, reference } }) => ({ type: 'ticket-filed', id: `row-${seq}`, seq, at, ticket, ...(reference && { reference }) }),
  // one whose words were removed has nothing left to show
  'summary-written': ({ seq, at, data: { episode, text } }) => (text ? { type: 'summary', id: `row-${seq}`, seq, at, episode, text } : undefined),
}

/** The row that an event shows to staff, if any; `known` where its data can be read. */
export function staffRow(event: StoredEvent, known: KnownEvent | undefined, header: Header): StaffRow | undefined {
  if (event.audience === 'everyone') return openRow(event, known, header.people)
  if (!Object.hasOwn(rows, event.type)) return undefined
  const make = known && (rows[known.type as StaffEventType] as ((event: StoredEvent, header: Header) => StaffRow) | undefined)
  return make?.(known as StoredEvent, header)
}
