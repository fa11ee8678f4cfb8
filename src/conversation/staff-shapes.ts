import type { EventType } from '../protocol/index.ts'
import type { Check, Fields } from '../protocol/codec-check.ts'
import { flag, id, int as count, list, number, oneOf, optional, shape, text } from '../protocol/codec-check.ts'
import { each, part, person, publicShapes } from './shapes.ts'

const share: Check = (value) => typeof value === 'number' && value >= -1 && value <= 1
const amount: Check = (value) => number(value) && (value as number) >= 0
const attribute: Check = (value) => value === null || text(value) || number(value) || flag(value)

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
    fields: optional(each(text)),
    articles: optional(list(shape({ id: text, title: text, url: optional(text) }))),
  },
  'conversation-routed': { team: optional(text), priority: optional(number), agent: optional(id) },
  'participant-invited': { agent: id },
  'supervisor-requested': { note: optional(text) },
  'shadow-started': { person },
  'shadow-ended': { person },
  'assist-requested': { request: id, text, until: count, action: optional(id) },
  'assist-expired': { request: id },
  'draft-offered': { draft: id, parts: list(part), action: optional(id) },
  'draft-used': { draft: id, message: id },
  'draft-dropped': { draft: id },
  'summary-asked': { episode: count, until: count },
  'summary-written': { episode: count, text },
  'summary-expired': { episode: count },
  'tool-called': { call: id, turn: id, attempt: count, tool: text, input: text },
  'tool-returned': { call: id, output: text, failed: optional(flag) },
  'action-held': { action: id, tool: text, input: text, title: text, details: optional(text), approval: oneOf('visitor', 'agent') },
  'turn-metered': { turn: id, attempt: count, provider: text, inputTokens: count, outputTokens: count, cost: optional(amount) },
  'ticket-filed': { ticket: id, reference: optional(text) },
  'tag-added': { tag: text },
  'tag-removed': { tag: text },
  'attributes-updated': { values: each(attribute) },
}
