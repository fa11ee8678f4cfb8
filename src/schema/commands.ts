import * as z from 'zod/mini'
import type { CommandType, KnownCommand } from '../protocol/index.ts'

// the compiler behind zod's fast path probes `new Function`, which a strict policy reports
z.config({ jitless: true })

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))
const words = (limit: number) => z.string().check(z.minLength(1), z.maxLength(limit))
const count = z.number().check(z.int(), z.gte(0), z.lte(Number.MAX_SAFE_INTEGER))
const nothing = z.object({})

/** Longest text of one message, in UTF-16 units. */
export const TEXT_LIMIT = 16_384

const text = z.object({ type: z.literal('text'), text: words(TEXT_LIMIT) })
const citation = z.object({ type: z.literal('citation'), id: words(200), title: words(400), url: z.optional(words(2_000)) })
const quickReply = z.object({
  action: z.enum(['send', 'handoff-request', 'conversation-end', 'ticket-create']),
  label: z.optional(words(120)),
})
const quickReplies = z.object({ type: z.literal('quick-replies'), options: z.array(quickReply).check(z.maxLength(8)) })
const part = z.discriminatedUnion('type', [text, citation, quickReplies])
const parts = z.array(part).check(z.minLength(1), z.maxLength(20))

const locale = z.optional(words(35))
const page = z.optional(words(2_000))
const turn = { turn: id, attempt: count }
const article = z.object({ id: words(200), title: words(400), url: z.optional(words(2_000)) })

/** One schema per command. */
export const commandSchemas = {
  'message-send': z.object({ parts, locale, page }),
  'read-mark': z.object({ seq: count }),
  'handoff-cancel': nothing,
  'survey-answer': z.object({ episode: count, score: z.number().check(z.int(), z.gte(1), z.lte(7)), comment: z.optional(words(2_000)) }),
  'ticket-create': z.object({ text: words(TEXT_LIMIT), contact: z.optional(words(200)) }),
  'conversation-end': nothing,
  'handoff-request': z.object({
    turn: z.optional(id),
    attempt: z.optional(count),
    reason: z.optional(z.enum(['visitor-request', 'assistant-request', 'assistant-failed', 'rule', 'transfer', 'agent-lost'])),
    rule: z.optional(words(80)),
    summary: z.optional(words(4_000)),
    confidence: z.optional(z.number().check(z.gte(0), z.lte(1))),
    sentiment: z.optional(z.number().check(z.gte(-1), z.lte(1))),
    fields: z.optional(z.record(words(80), words(400))),
    articles: z.optional(z.array(article).check(z.maxLength(20))),
    locale,
    page,
  }),
  'floor-claim': nothing,
  'floor-return': z.object({ tasks: z.optional(z.array(z.enum(['survey', 'anything-else'])).check(z.maxLength(4))) }),
  'floor-transfer': z.object({ note: z.optional(words(TEXT_LIMIT)) }),
  'note-add': z.object({ text: words(TEXT_LIMIT) }),
  'conversation-resolve': nothing,
  'turn-start': z.object({ ...turn, message: id }),
  'turn-commit': z.object({ ...turn, floor: count, parts }),
  'turn-abort': z.object(turn),
  'turn-skip': z.object({ upTo: count }),
  'turn-fail': z.object({ ...turn, code: words(80), retryable: z.boolean() }),
  'deadline-pass': z.object({ key: words(40), at: count }),
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
