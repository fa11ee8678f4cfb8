import type { Check, Fields } from '../protocol/codec-check.ts'
import { id, int as count, list, oneOf, optional, shape, tagged, text } from '../protocol/codec-check.ts'
import type { EventMap, EventType, StoredEvent } from '../protocol/index.ts'

/** Shape checks for event data, so that the folds never meet anything else. Apart from the staff's: a page ships this half only. */

const record = shape({})
const author = shape({ id, kind: text })
export const person = shape({ id, kind: text, name: text, avatar: optional(text) })
const params: Check = (value) => record(value) && Object.values(value as object).every((entry) => typeof entry === 'string' || typeof entry === 'number')
/** Parts of an unknown type pass: readers skip them. */
const part = tagged(
  'type',
  {
    text: { text },
    citation: { id: text, title: text, url: optional(text) },
    'quick-replies': { options: list(shape({ action: text, label: optional(text) })) },
  },
  () => true,
)

const turn = { turn: id, attempt: count }

type Public = Exclude<EventType, 'turn-skipped' | 'note-added' | 'context-added'>

export const publicShapes: Readonly<Record<Public, Fields>> = {
  'conversation-started': { visitor: person, locale: optional(text), page: optional(text) },
  'message-sent': { message: id, parts: list(part) },
  notice: { key: text, params },
  'handoff-requested': { reason: text, until: count },
  'handoff-cancelled': {},
  'handoff-expired': { outcome: oneOf('bot', 'ticket') },
  'floor-claimed': { agent: person },
  'floor-returned': { tasks: list(text) },
  'floor-transferred': { reason: text, until: count },
  'agent-dropped': { until: count },
  'agent-returned': {},
  'participant-joined': { person },
  'survey-asked': { episode: count, until: count },
  'survey-answered': { episode: count, score: (value) => count(value) && (value as number) >= 1 && (value as number) <= 7, comment: optional(text) },
  'survey-expired': { episode: count },
  'anything-else-asked': { until: count },
  'tasks-ended': { reason: text },
  'turn-started': { ...turn, message: id, until: count },
  'turn-done': turn,
  'turn-aborted': { ...turn, reason: text },
  'turn-failed': { ...turn, retryAt: optional(count), code: optional(text) },
  'read-marked': { seq: count },
  'ticket-created': { ticket: id, text, contact: optional(text) },
  'conversation-closed': { reason: text },
  'conversation-reopened': { to: text },
}

/** A stored event whose type and data are known. */
export type KnownEvent<T extends EventType = EventType> = { [K in T]: StoredEvent & { readonly type: K; readonly data: EventMap[K] } }[T]

/** Narrows an event to a known one by a table of shapes; anything else is `undefined`. */
export function narrow<T extends EventType>(event: StoredEvent, shapes: Readonly<Record<T, Fields>>): KnownEvent<T> | undefined {
  if (!Object.hasOwn(shapes, event.type)) return undefined
  return author(event.by) && shape(shapes[event.type as T])(event.data) ? (event as KnownEvent<T>) : undefined
}
