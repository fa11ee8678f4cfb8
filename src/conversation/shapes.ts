import type { EventMap, EventType, StoredEvent } from '../protocol/index.ts'
import { isId } from '../protocol/index.ts'

/** Shape checks for event data, so that the folds never meet anything else. Small on purpose: a page ships the public half. */

export type Check = (value: unknown) => boolean
export type Shape = Readonly<Record<string, Check>>

const record = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
export const text: Check = (value) => typeof value === 'string'
export const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
export const id: Check = isId
export const optional = (check: Check): Check => (value) => value === undefined || check(value)
export const list = (check: Check): Check => (value) => Array.isArray(value) && value.every(check)
export const either = (...values: readonly string[]): Check => (value) => values.includes(value as string)
export const shaped = (shape: Shape): Check => (value) => record(value) && fits(value, shape)

const fits = (value: Record<string, unknown>, shape: Shape): boolean => {
  for (const key in shape) if (!shape[key]?.(Object.hasOwn(value, key) ? value[key] : undefined)) return false
  return true
}

const author = shaped({ id, kind: text })
const person = shaped({ id, kind: text, name: text, avatar: optional(text) })
const params: Check = (value) => record(value) && Object.values(value).every((entry) => typeof entry === 'string' || typeof entry === 'number')
/** Parts of an unknown type pass: readers skip them. */
const part: Check = (value) => {
  if (!record(value)) return false
  if (value.type === 'text') return text(value.text)
  if (value.type === 'citation') return text(value.id) && text(value.title) && optional(text)(value.url)
  if (value.type === 'quick-replies') return list(shaped({ action: text, label: optional(text) }))(value.options)
  return text(value.type)
}

const turn = { turn: id, attempt: count }

type Public = Exclude<EventType, 'turn-skipped' | 'note-added' | 'context-added'>

export const publicShapes: Readonly<Record<Public, Shape>> = {
  'conversation-started': { visitor: person, locale: optional(text), page: optional(text) },
  'message-sent': { message: id, parts: list(part) },
  notice: { key: text, params },
  'handoff-requested': { reason: text, until: count },
  'handoff-cancelled': {},
  'handoff-expired': { outcome: either('bot', 'ticket') },
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
export function narrow<T extends EventType>(event: StoredEvent, shapes: Readonly<Record<T, Shape>>): KnownEvent<T> | undefined {
  if (!Object.hasOwn(shapes, event.type)) return undefined
  return author(event.by) && shaped(shapes[event.type as T])(event.data) ? (event as KnownEvent<T>) : undefined
}
