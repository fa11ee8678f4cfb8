import { type Check, flag, id, list, number, int, optional, shape, text } from './codec-check.ts'
import { cursor } from './codec.ts'
import type { IndexEntry } from './index-entry.ts'

const entry: Check = shape({
  conversation: id,
  at: cursor,
  phase: text,
  holder: optional(id),
  holderName: optional(text),
  visitor: id,
  visitorName: text,
  team: optional(text),
  priority: number,
  since: int,
  updated: int,
  reason: optional(text),
  due: optional(int),
  preview: text,
  ticket: optional(flag),
  away: optional(flag),
  agent: optional(id),
  tags: optional(list(text)),
  escalated: optional(flag),
  followUp: optional(flag),
  rule: optional(text),
  left: optional(int),
})

/** Whether a value is an entry of a list; the frames of a desk hold them unread. */
export const isIndexEntry = (value: unknown): value is IndexEntry => entry(value)
