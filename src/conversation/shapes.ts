import type { Check, Fields } from '../protocol/codec-check.ts'
import { flag, id, int as count, list, number, oneOf, optional, shape, tagged, text } from '../protocol/codec-check.ts'
import type { EventMap, EventType, PublicEventType, StoredEvent } from '../protocol/index.ts'

/** Shape checks for event data, so that the folds never meet anything else. Apart from the staff's: a page ships this half only. */

const record = shape({})
export const author = shape({ id, kind: text })
export const person = shape({ id, kind: text, name: text, avatar: optional(text) })
/** An object whose every value passes. */
export const each =
  (check: Check): Check =>
  (value) =>
    record(value) && Object.values(value as object).every(check)
const score: Check = (value) => count(value) && (value as number) >= 1 && (value as number) <= 7
const questions = {
  title: optional(text),
  fields: list(shape({ name: text, label: text, kind: text, required: optional(flag), options: optional(list(text)) })),
}
/** Parts of an unknown type pass: readers skip them. */
export const part = tagged(
  'type',
  {
    text: { text },
    citation: { id: text, title: text, url: optional(text) },
    'quick-replies': { options: list(shape({ action: text, label: optional(text) })) },
    attachment: { blob: id, name: text, media: text, size: count, alt: optional(text) },
    form: { form: id, ...questions },
  },
  () => true,
)

const turn = { turn: id, attempt: count }

export const publicShapes: Readonly<Record<PublicEventType, Fields>> = {
  'conversation-started': { visitor: person, locale: optional(text), page: optional(text) },
  'message-sent': { message: id, parts: list(part), stopped: optional(flag), cut: optional(flag), assisted: optional(flag) },
  notice: { key: text, params: each((value) => text(value) || number(value)) },
  'form-submitted': { form: id, values: each(text), asked: optional(shape(questions)) },
  'message-rated': { message: id, rating: text, comment: optional(text) },
  'handoff-requested': { reason: text, until: count },
  'handoff-cancelled': {},
  'handoff-expired': { outcome: oneOf('bot', 'ticket') },
  'floor-claimed': { agent: person },
  'floor-returned': { tasks: list(text) },
  'floor-transferred': { reason: text, until: count },
  'agent-dropped': { until: count },
  'agent-returned': {},
  'participant-joined': { person },
  'participant-left': {},
  'survey-asked': { episode: count, until: count },
  'survey-answered': { episode: count, score, comment: optional(text), factors: optional(each(score)) },
  'survey-declined': { episode: count },
  'survey-expired': { episode: count },
  'follow-up-asked': { until: count },
  'follow-up-scheduled': { at: count, contact: optional(text), note: optional(text) },
  'follow-up-declined': {},
  'follow-up-due': {},
  'anything-else-asked': { until: count },
  'tasks-ended': { reason: text },
  'turn-started': { ...turn, message: id, until: count, kind: optional(text) },
  'turn-done': turn,
  'turn-aborted': { ...turn, reason: text },
  'turn-failed': { ...turn, retryAt: optional(count), code: optional(text) },
  'permission-asked': { permission: id, title: text, details: optional(text) },
  'permission-answered': { permission: id, granted: flag },
  'read-marked': { seq: count },
  'ticket-created': { ticket: id, text, contact: optional(text), file: optional(flag) },
  'language-changed': { language: text },
  'consent-recorded': { scope: text, version: text, granted: flag },
  'events-redacted': { seqs: list(count), log: count },
  'conversation-erased': { log: optional(count) },
  'conversation-closed': { reason: text },
  'conversation-reopened': { to: text },
}

/** A stored event whose type and data are known. */
export type KnownEvent<T extends EventType = EventType> = { [K in T]: StoredEvent & { readonly type: K; readonly data: EventMap[K] } }[T]

const compiled = new WeakMap<Fields, Check>()
const compile = (fields: Fields): Check => {
  let check = compiled.get(fields)
  if (!check) compiled.set(fields, (check = shape(fields)))
  return check
}
/** Narrows an event to a known one by a table of shapes; anything else is `undefined`. */
export function narrow<T extends EventType>(event: StoredEvent, shapes: Readonly<Record<T, Fields>>): KnownEvent<T> | undefined {
  if (!Object.hasOwn(shapes, event.type)) return undefined
  return author(event.by) && compile(shapes[event.type as T])(event.data) ? (event as KnownEvent<T>) : undefined
}
