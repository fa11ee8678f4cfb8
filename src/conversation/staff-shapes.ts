import type { EventType } from '../protocol/index.ts'
import type { Check, Fields } from '../protocol/codec-check.ts'
import { id, int as count, list, optional, shape, text } from '../protocol/codec-check.ts'
import { person, publicShapes } from './shapes.ts'

const share: Check = (value) => typeof value === 'number' && value >= -1 && value <= 1
const fields: Check = (value) => shape({})(value) && Object.values(value as object).every((field) => typeof field === 'string')

/** Every event's shape: the public half and what only staff may see. */
export const staffShapes: Readonly<Record<EventType, Fields>> = {
  ...publicShapes,
  'turn-skipped': { upTo: count },
  'note-added': { note: id, text, person: optional(person) },
  'context-added': {
    reason: text,
    rule: optional(text),
    summary: optional(text),
    confidence: optional(share),
    sentiment: optional(share),
    fields: optional(fields),
    articles: optional(list(shape({ id: text, title: text, url: optional(text) }))),
  },
}
