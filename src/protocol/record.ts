import { id, int, list, oneOf, shape } from './codec-check.ts'
import { event, fitsBytes, readableAs } from './codec.ts'
import { HandbackError } from './errors.ts'
import type { StoredEvent } from './stored-event.ts'
import { isStaffType } from './staff-types.ts'
import type { Audience, Id } from './values.ts'

/** The longest record that is read, in bytes of UTF-8. */
export const RECORD_BYTES = 67_108_864

/** A conversation as one JSON file: everything that happened, in its order, as one side may see it. */
export interface ConversationRecord {
  readonly format: 'handback/conversation'
  readonly version: 1
  readonly conversation: Id
  readonly visitor: Id
  /** Incarnation of the log. */
  readonly log: number
  /** When it was exported, ms since 1970. */
  readonly exported: number
  /** Whose eyes it is for: `everyone` holds what the visitor saw, `staff` the whole log without the hub's digests. */
  readonly audience: Audience
  /** At least one, oldest first. */
  readonly events: readonly StoredEvent[]
}

const record = shape({
  format: oneOf('handback/conversation'),
  version: oneOf(1),
  conversation: id,
  visitor: id,
  log: int,
  exported: int,
  audience: oneOf('everyone', 'staff'),
  events: list(event),
})

/**
 * The record that a text or a value holds. Nothing of it is trusted: at most 64 MiB and 32 levels, every field of its
 * kind, times that never go back, a log without holes (`staff`) or a chain of `prev` without holes (`everyone`). Keys that
 * could reach a prototype and digests are dropped. The value itself is not changed. Takes time in proportion to its length.
 *
 * @throws HandbackError `record/invalid`
 * @example const record = parseRecord(await file.text())
 */
export function parseRecord(input: unknown): ConversationRecord {
  const value = read(input)
  if (!readableAs(value, record)) throw invalid('This is not the record of a conversation.')
  const { format, version, conversation, visitor, log, exported, audience, events } = value as ConversationRecord
  if (!continues(audience, events)) throw invalid('The events of this record do not follow each other.')
  for (const each of events) delete (each as { digest?: string }).digest
  return { format, version, conversation, visitor, log, exported, audience, events }
}

const invalid = (message: string, cause?: unknown): HandbackError => new HandbackError('record/invalid', message, { cause })

function read(input: unknown): unknown {
  try {
    const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? '')
    if (fitsBytes(text, RECORD_BYTES)) return JSON.parse(text)
  } catch (error) {
    throw invalid('A record is JSON.', error)
  }
  throw invalid('A record has at most 64 MiB.')
}

function continues(audience: Audience, events: readonly StoredEvent[]): boolean {
  let [seq, shown, at] = [0, 0, 0]
  return (
    events.length > 0 &&
    events.every((each) => {
      const open = each.audience === 'everyone'
      // a type that is for staff stays theirs, whatever a record says
      if (open && isStaffType(each.type)) return false
      const fits = each.prev === shown && each.at >= at && (audience === 'staff' ? each.seq === seq + 1 : open && each.seq > seq)
      seq = each.seq
      at = each.at
      if (open) shown = seq
      return fits
    })
  )
}
