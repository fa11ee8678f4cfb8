import type { NoticeKey, Person, StoredEvent } from '../protocol/index.ts'
import { ASSISTANT } from '../protocol/index.ts'
import type { NoticeRow, PublicRow } from './rows.ts'
import type { KnownEvent } from './shapes.ts'
import { author, narrow, publicShapes } from './shapes.ts'

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

const line = (event: StoredEvent, key: NoticeKey, params: NoticeRow['params'] = {}): NoticeRow => ({
  type: 'notice',
  id: rowId(event),
  ...at(event),
  by: event.by,
  key,
  params,
})

const rows: Rows = {
  'message-sent': (event, people) => {
    const { message, parts, stopped, cut, assisted } = event.data
    const row = { type: 'message', id: message, ...at(event), author: authorOf(event, people), parts } as const
    return stopped || cut || assisted ? { ...row, ...(stopped && { stopped }), ...(cut && { cut }), ...(assisted && { assisted }) } : row
  },
  notice: (event) => line(event, event.data.key, event.data.params),
  'survey-asked': (event) => ({ type: 'survey', id: rowId(event), ...at(event), episode: event.data.episode }),
  'follow-up-asked': (event) => line(event, 'follow-up'),
  'anything-else-asked': (event) => line(event, 'anything-else'),
  'form-submitted': (event) => {
    const { form, values, asked } = event.data
    return { type: 'form', id: rowId(event), ...at(event), form, values, ...(asked && { asked }) }
  },
  'message-rated': (event) => {
    const { message, rating, comment } = event.data
    return { type: 'message-rating', id: rowId(event), ...at(event), message, rating, ...(comment && { comment }) }
  },
  'permission-asked': (event) => {
    const { permission, title, details } = event.data
    return { type: 'permission', id: rowId(event), ...at(event), permission, title, ...(details && { details }) }
  },
  'permission-answered': (event) => ({
    type: 'permission-answer',
    id: rowId(event),
    ...at(event),
    permission: event.data.permission,
    granted: event.data.granted,
  }),
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

/** Of such a message, or question, no more is left than that it was there. */
const removed = ({ type, by, data }: StoredEvent): boolean =>
  (type === 'message-sent' || type === 'permission-asked') && author(by) && (data as { readonly erased?: unknown } | null)?.erased === true

/** The row that an event shows, if any. */
export const publicRow = (event: StoredEvent, people: readonly Person[]): PublicRow | undefined =>
  event.audience === 'everyone' ? openRow(event, narrow(event, publicShapes), people) : undefined

/** The same for an event that everyone may see and that was looked at: `known` where its data can be read. */
export function openRow(event: StoredEvent, known: KnownEvent | undefined, people: readonly Person[]): PublicRow | undefined {
  if (!Object.hasOwn(rows, event.type)) return undefined
  // who reads along learns that something was there
  if (removed(event)) return line(event, 'message-removed')
  const make = known && (rows[known.type as keyof typeof rows] as ((event: StoredEvent, people: readonly Person[]) => PublicRow) | undefined)
  return make?.(known as StoredEvent, people)
}
