import * as z from 'zod/mini'
import type { EventType, PublicEventType, StaffEventType } from '../protocol/index.ts'
import { asked, parts } from './parts.ts'
import {
  TEXT_LIMIT,
  answers,
  attributes,
  comment,
  contact,
  count,
  called,
  details,
  factors,
  held,
  id,
  locale,
  meter,
  nothing,
  page,
  priority,
  filed,
  rating,
  reason,
  returned,
  score,
  tag,
  tasks,
  team,
  title,
  told,
  turn,
  words,
  yes,
} from './values.ts'

const person = z.object({
  id,
  kind: z.enum(['visitor', 'agent', 'supervisor', 'assistant', 'machine']),
  name: z.string().check(z.maxLength(80)),
  avatar: z.optional(words(500)),
})
const until = z.object({ until: count })
const episode = z.object({ episode: count })
const notice = z.enum([
  'ai-disclosure',
  'handoff-started',
  'safety-started',
  'handoff-cancelled',
  'handoff-expired',
  'handoff-ticketed',
  'out-of-hours',
  'agent-joined',
  'agent-lost',
  'participant-joined',
  'participant-left',
  'floor-transferred',
  'floor-returned',
  'survey-thanks',
  'follow-up',
  'follow-up-scheduled',
  'follow-up-declined',
  'anything-else',
  'answer-failed',
  'ticket-created',
  'message-removed',
  'conversation-closed',
  'conversation-reopened',
])

/** One schema per event that everyone may see. */
export const publicEventSchemas = {
  'conversation-started': z.object({ visitor: person, locale, page }),
  'message-sent': z.object({ message: id, parts, stopped: z.optional(z.literal(true)), cut: yes, assisted: z.optional(z.literal(true)) }),
  notice: z.object({ key: notice, params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  'form-submitted': z.object({ form: id, values: answers, asked }),
  'message-rated': z.object({ message: id, rating, comment }),
  'handoff-requested': z.object({ reason, until: count }),
  'handoff-cancelled': nothing,
  'handoff-expired': z.object({ outcome: z.enum(['bot', 'ticket']) }),
  'floor-claimed': z.object({ agent: person }),
  'floor-returned': z.object({ tasks }),
  'floor-transferred': z.object({ reason, until: count }),
  'agent-dropped': until,
  'agent-returned': nothing,
  'participant-joined': z.object({ person }),
  'participant-left': nothing,
  'survey-asked': z.object({ episode: count, until: count }),
  'survey-answered': z.object({ episode: count, score, comment, factors }),
  'survey-declined': episode,
  'survey-expired': episode,
  'follow-up-asked': until,
  'follow-up-scheduled': z.object({ at: count, contact, note: z.optional(words(2_000)) }),
  'follow-up-declined': nothing,
  'follow-up-due': nothing,
  'anything-else-asked': until,
  'tasks-ended': z.object({ reason: z.enum(['question', 'claim', 'done']) }),
  'turn-started': z.object({ ...turn, message: id, until: count, kind: z.optional(z.literal('assist')) }),
  'turn-done': z.object(turn),
  'turn-aborted': z.object({ ...turn, reason: z.enum(['handoff', 'claim', 'question', 'stop', 'end']) }),
  'turn-failed': z.object({ ...turn, retryAt: z.optional(count), code: z.optional(words(80)) }),
  'permission-asked': z.object({ permission: id, title, details }),
  'permission-answered': z.object({ permission: id, granted: z.boolean() }),
  'read-marked': z.object({ seq: count }),
  // by the machine it may be empty: nothing was written before a person was asked for
  'ticket-created': z.object({ ticket: id, text: z.string().check(z.maxLength(TEXT_LIMIT)), contact, file: yes }),
  'language-changed': z.object({ language: words(35) }),
  'consent-recorded': z.object({ scope: words(80), version: words(80), granted: z.boolean() }),
  'events-redacted': z.object({ seqs: z.array(count).check(z.maxLength(100)), log: count }),
  'conversation-erased': z.object({ log: z.optional(count) }),
  'conversation-closed': z.object({ reason: z.enum(['resolved', 'ended', 'done', 'idle', 'ticket']) }),
  'conversation-reopened': z.object({ to: z.enum(['bot', 'queue', 'last-agent']) }),
} satisfies Record<PublicEventType, z.ZodMiniType>

/** One schema per event that only staff may see. */
export const staffEventSchemas = {
  'turn-skipped': z.object({ upTo: count }),
  'note-added': z.object({ note: id, text: words(TEXT_LIMIT), person: z.optional(person) }),
  'context-added': z.object({ reason, ...told }),
  'conversation-routed': z.object({ team, priority, agent: z.optional(id) }),
  'participant-invited': z.object({ agent: id }),
  'supervisor-requested': z.object({ note: z.optional(words(2_000)) }),
  'shadow-started': z.object({ person }),
  'shadow-ended': z.object({ person }),
  'assist-requested': z.object({ request: id, text: words(4_000), until: count, action: z.optional(id) }),
  'assist-expired': z.object({ request: id }),
  'draft-offered': z.object({ draft: id, parts, action: z.optional(id) }),
  'draft-used': z.object({ draft: id, message: id }),
  'draft-dropped': z.object({ draft: id }),
  'summary-asked': z.object({ episode: count, until: count }),
  'summary-written': z.object({ episode: count, text: words(4_000) }),
  'summary-expired': episode,
  'tool-called': z.object(called),
  'tool-returned': z.object(returned),
  'action-held': z.object(held),
  'turn-metered': z.object({ ...turn, ...meter }),
  'ticket-filed': z.object(filed),
  'tag-added': z.object({ tag }),
  'tag-removed': z.object({ tag }),
  'attributes-updated': z.object({ values: attributes }),
} satisfies Record<StaffEventType, z.ZodMiniType>

/**
 * One schema per event type, for those who take events from elsewhere; a hub never writes any other.
 *
 * @example eventSchemas['tag-added'].parse({ tag: 'vip' })
 */
export const eventSchemas = { ...publicEventSchemas, ...staffEventSchemas }

/** What each schema reads; a type test holds it equal to the protocol's `EventMap`. */
export type EventSchemas = { [T in EventType]: z.infer<(typeof eventSchemas)[T]> }
