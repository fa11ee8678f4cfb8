import type { Person, StoredEvent } from '../protocol/index.ts'
import { ASSISTANT } from '../protocol/index.ts'
import type { Vector } from '../internal/vector.ts'
import type { PublicRow } from './rows.ts'
import type { KnownEvent } from './shapes.ts'
import { narrow, publicShapes } from './shapes.ts'

/** The assistant as an author; widgets render its name from their dictionary. */
export const ASSISTANT_PERSON: Person = { ...ASSISTANT, name: 'AI Assistant' }

/** Rows that every thread shows, made from events that everyone may see. */
type Rows = { readonly [T in keyof typeof publicShapes]?: (event: KnownEvent<T>, people: readonly Person[]) => PublicRow }

/** The author as known at that moment; a writer nobody introduced still gets the right kind. */
export const authorOf = (event: StoredEvent, people: readonly Person[]): Person => {
  if (event.by.kind === 'assistant') return ASSISTANT_PERSON
  const known = people.find((person) => person.id === event.by.id)
  return known ? { ...known, kind: event.by.kind } : { id: event.by.id, kind: event.by.kind, name: '' }
}

const at = (event: StoredEvent) => ({ seq: event.seq, at: event.at })
const rowId = (event: StoredEvent): string => `row-${event.seq}`

const rows: Rows = {
  'message-sent': (event, people) => ({ type: 'message', id: event.data.message, ...at(event), author: authorOf(event, people), parts: event.data.parts }),
  notice: (event) => ({ type: 'notice', id: rowId(event), ...at(event), by: event.by, key: event.data.key, params: event.data.params }),
  'survey-asked': (event) => ({ type: 'survey', id: rowId(event), ...at(event), episode: event.data.episode }),
  'anything-else-asked': (event) => ({ type: 'notice', id: rowId(event), ...at(event), by: event.by, key: 'anything-else', params: {} }),
  'survey-answered': (event) => ({
    type: 'rating',
    id: rowId(event),
    ...at(event),
    episode: event.data.episode,
    score: event.data.score,
    ...(event.data.comment === undefined ? {} : { comment: event.data.comment }),
  }),
  'ticket-created': (event) => ({
    type: 'ticket',
    id: event.data.ticket,
    ...at(event),
    text: event.data.text,
    ...(event.data.contact === undefined ? {} : { contact: event.data.contact }),
  }),
}

/** The row that an event shows, if any. */
export function publicRow(event: StoredEvent, people: readonly Person[]): PublicRow | undefined {
  const known = event.audience === 'everyone' ? narrow(event, publicShapes) : undefined
  const make = known && (rows[known.type] as ((event: StoredEvent, people: readonly Person[]) => PublicRow) | undefined)
  return make?.(known as StoredEvent, people)
}

export const pushRow = <R>(transcript: Vector<R>, row: R | undefined): Vector<R> => (row === undefined ? transcript : transcript.push(row))
