import * as z from 'zod/mini'

// the compiler behind zod's fast path probes `new Function`, which a strict policy reports
z.config({ jitless: true })

/** Longest text of one message, in UTF-16 units. */
export const TEXT_LIMIT = 16_384

export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))
export const words = (limit: number) => z.string().check(z.minLength(1), z.maxLength(limit))
export const count = z.number().check(z.int(), z.gte(0), z.lte(Number.MAX_SAFE_INTEGER))
export const nothing = z.object({})
export const locale = z.optional(words(35))
export const page = z.optional(words(2_000))
export const turn = { turn: id, attempt: count }
export const score = z.number().check(z.int(), z.gte(1), z.lte(7))
export const team = z.optional(words(80))
export const priority = z.optional(z.number().check(z.gte(-1_000), z.lte(1_000)))
export const tag = words(40)
export const contact = z.optional(words(200))
/** What somebody thinks of one message. */
export const rating = z.enum(['up', 'down', 'none'])
export const comment = z.optional(words(2_000))
const confidence = z.optional(z.number().check(z.gte(0), z.lte(1)))
const sentiment = z.optional(z.number().check(z.gte(-1), z.lte(1)))
/** An object of at most so many entries. */
const few = <T>(most: number) => z.refine<Record<string, T>>((value) => Object.keys(value).length <= most)
export const factors = z.optional(z.record(words(80), score).check(few(20)))
export const attributes = z.record(words(80), z.union([words(400), z.number(), z.boolean(), z.null()])).check(few(50))
export const answers = z.record(words(80), z.string().check(z.maxLength(4_000))).check(few(20))
const fields = z.optional(z.record(words(80), words(400)))
const article = z.object({ id: words(200), title: words(400), url: z.optional(words(2_000)) })
const articles = z.optional(z.array(article).check(z.maxLength(20)))
export const reason = z.enum(['visitor-request', 'assistant-request', 'assistant-failed', 'rule', 'transfer', 'agent-lost', 'reopened'])
export const tasks = z.array(z.enum(['survey', 'summary', 'follow-up', 'anything-else'])).check(z.maxLength(4))
/** What the assistant tells of a conversation when it asks for a person. */
export const told = { rule: z.optional(words(80)), summary: z.optional(words(4_000)), confidence, sentiment, fields, articles }
const tool = words(64)
/** What a tool is given, as JSON. */
const input = z.string().check(z.maxLength(8_000))
export const yes = z.optional(z.literal(true))
export const title = words(200)
export const details = z.optional(words(2_000))
/** A message for later that the site's own system has taken. */
export const filed = { ticket: id, reference: z.optional(words(200)) }
/** A call of a tool, and what came of it. */
export const called = { call: id, ...turn, tool, input }
export const returned = { call: id, output: z.string().check(z.maxLength(16_000)), failed: yes }
export const held = { action: id, tool, input, title, details, approval: z.enum(['visitor', 'agent']) }
export const meter = { provider: words(80), inputTokens: count, outputTokens: count, cost: z.optional(z.number().check(z.gte(0))) }
