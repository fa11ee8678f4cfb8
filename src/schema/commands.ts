import * as z from 'zod/mini'
import type { CommandType, KnownCommand } from '../protocol/index.ts'
import { asked, parts } from './parts.ts'
import {
  TEXT_LIMIT,
  answers,
  attributes,
  comment,
  contact,
  count,
  called,
  factors,
  filed,
  held,
  id,
  locale,
  meter,
  nothing,
  page,
  priority,
  rating,
  reason,
  returned,
  score,
  tag,
  tasks,
  team,
  told,
  turn,
  words,
  yes,
} from './values.ts'

/** What the assistant tells along with the wish for a person. */
const wish = { reason: z.optional(reason), ...told, team, priority }

/** One schema per command. */
export const commandSchemas = {
  'message-send': z.object({ parts, locale, page, draft: z.optional(id) }),
  'read-mark': z.object({ seq: count }),
  'language-set': z.object({ language: words(35) }),
  'attributes-update': z.object({ values: attributes }),
  'follow-up-schedule': z.object({ at: count, contact, note: z.optional(words(2_000)) }),
  'conversation-erase': nothing,
  'turn-stop': z.object({ message: id }),
  'handoff-cancel': nothing,
  'survey-answer': z.object({ episode: count, score, comment, factors }),
  'survey-decline': z.object({ episode: count }),
  'follow-up-decline': nothing,
  'form-submit': z.object({ form: id, values: answers, asked, locale, page }),
  'message-rate': z.object({ message: id, rating, comment }),
  'ticket-create': z.object({ text: words(TEXT_LIMIT), contact }),
  'consent-record': z.object({ scope: words(80), version: words(80), granted: z.boolean() }),
  'permission-answer': z.object({ permission: id, granted: z.boolean() }),
  'conversation-end': nothing,
  'handoff-request': z.object({ turn: z.optional(id), attempt: z.optional(count), upTo: z.optional(count), ...wish, locale, page }),
  'floor-claim': nothing,
  'floor-return': z.object({ tasks: z.optional(tasks) }),
  'floor-transfer': z.object({ note: z.optional(words(TEXT_LIMIT)), agent: z.optional(id), team }),
  'participant-invite': z.object({ agent: id }),
  'participant-join': nothing,
  'participant-leave': nothing,
  'supervisor-request': z.object({ note: z.optional(words(2_000)) }),
  'shadow-start': nothing,
  'shadow-end': nothing,
  'assist-request': z.object({ text: words(4_000) }),
  'draft-drop': z.object({ draft: id }),
  'draft-approve': z.object({ draft: id }),
  'note-add': z.object({ text: words(TEXT_LIMIT) }),
  'tag-add': z.object({ tag }),
  'tag-remove': z.object({ tag }),
  'conversation-route': z.object({ team, priority, agent: z.optional(id) }),
  'conversation-resolve': nothing,
  'events-redact': z.object({ seqs: z.array(count).check(z.maxLength(100)) }),
  'turn-start': z.object({ ...turn, message: id, upTo: z.optional(count), kind: z.optional(z.literal('assist')) }),
  'turn-commit': z.object({
    ...turn,
    floor: count,
    parts: z.optional(parts),
    cut: yes,
    meter: z.optional(z.object(meter)),
    held: z.optional(z.object(held)),
    handoff: z.optional(z.object(wish)),
  }),
  'turn-keep': z.object({ ...turn, parts }),
  'turn-abort': z.object(turn),
  'turn-skip': z.object({ upTo: count }),
  'turn-fail': z.object({
    ...turn,
    code: words(80),
    retryable: z.boolean(),
    retryAfter: z.optional(count),
    parts: z.optional(parts),
    meter: z.optional(z.object(meter)),
  }),
  'turn-meter': z.object({ ...turn, meter: z.object(meter) }),
  'tool-call': z.object(called),
  'tool-return': z.object(returned),
  'summary-write': z.object({ episode: count, text: words(4_000) }),
  'deadline-pass': z.object({ key: words(40), at: count }),
  'ticket-file': z.object(filed),
  'agent-drop': z.object({ agent: id }),
  'agent-return': z.object({ agent: id }),
  'conversation-finish': z.object({ upTo: z.optional(count) }),
} satisfies Record<CommandType, z.ZodMiniType>

/** What each schema reads; a type test holds it equal to the protocol's `CommandMap`. */
export type CommandSchemas = { [T in CommandType]: z.infer<(typeof commandSchemas)[T]> }

/**
 * Checks a command from the wire. Returns it with only the fields that are known, or the path of the first thing that is
 * wrong; an unknown type is `'type'`.
 *
 * @example parseCommand({ id, type: 'survey-answer', data: { episode: 3, score: 9 } }) // { ok: false, path: 'score' }
 */
export function parseCommand(command: { readonly id: string; readonly type: string; readonly data: unknown }):
  | { readonly ok: true; readonly command: KnownCommand }
  | { readonly ok: false; readonly path: string } {
  if (!Object.hasOwn(commandSchemas, command.type)) return { ok: false, path: 'type' }
  const schema: z.ZodMiniType = commandSchemas[command.type as CommandType]
  const parsed = schema.safeParse(command.data)
  if (!parsed.success) return { ok: false, path: parsed.error.issues[0]?.path.join('.') ?? '' }
  return { ok: true, command: { id: command.id, type: command.type, data: parsed.data } as KnownCommand }
}
