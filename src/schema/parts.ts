import * as z from 'zod/mini'
import { TEXT_LIMIT, count, id, words } from './values.ts'

const text = z.object({ type: z.literal('text'), text: words(TEXT_LIMIT) })
const citation = z.object({ type: z.literal('citation'), id: words(200), title: words(400), url: z.optional(words(2_000)) })
const quickReply = z.object({
  action: z.enum(['send', 'handoff-request', 'conversation-end', 'ticket-create']),
  label: z.optional(words(120)),
})
const quickReplies = z.object({ type: z.literal('quick-replies'), options: z.array(quickReply).check(z.maxLength(8)) })
const attachment = z.object({
  type: z.literal('attachment'),
  blob: id,
  name: words(200),
  media: z.string().check(z.regex(/^[\w.+-]{1,60}\/[\w.+-]{1,60}$/)),
  size: count,
  alt: z.optional(words(400)),
})
const formField = z.object({
  name: words(80),
  label: words(200),
  kind: z.enum(['text', 'email', 'phone', 'number', 'long-text', 'choice', 'date']),
  required: z.optional(z.boolean()),
  options: z.optional(z.array(words(200)).check(z.maxLength(50))),
})
const questions = { title: z.optional(words(200)), fields: z.array(formField).check(z.minLength(1), z.maxLength(20)) }
const form = z.object({ type: z.literal('form'), form: id, ...questions })
/** What a form asks, without its id. */
export const asked = z.optional(z.object(questions))
const part = z.discriminatedUnion('type', [text, citation, quickReplies, attachment, form])
/** What one message is made of. */
export const parts = z.array(part).check(z.minLength(1), z.maxLength(20))
