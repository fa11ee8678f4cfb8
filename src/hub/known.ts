import type { EventStore } from '../contracts/index.ts'
import { narrowPublic } from '../conversation/index.ts'
import type { ArticleRef, Header, Id, StoredEvent } from '../protocol/index.ts'
import { textOf } from '../protocol/index.ts'
import { plural, shorten } from './words.ts'

/** How far back the context package looks. */
const LOOK_BACK = 200
const QUESTIONS = 3

const email = /[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.[a-z]{2,24}/i
const amount = /[£$€]\s?\d[\d.,]{0,12}|\b\d[\d.,]{0,12}\s?(?:pounds?|euros?|dollars?|gbp|eur|usd)\b/i

/** Facts that the visitor has already given, so that nobody asks for them again. */
function fieldsOf(events: readonly StoredEvent[], words: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const event of events) {
    const known = narrowPublic(event)
    if (known?.type !== 'conversation-started') continue
    if (known.data.page !== undefined) fields.page = shorten(known.data.page, 400)
    if (known.data.locale !== undefined) fields.language = known.data.locale
  }
  const all = words.join('\n').slice(-8_000)
  const mail = email.exec(all)?.[0]
  const sum = amount.exec(all)?.[0]
  if (mail) fields.email = mail
  if (sum) fields.amount = sum.trim()
  return fields
}

/** What the log tells the next person: the questions so far, the articles that were given, and facts already told. */
export async function knownFrom(
  store: EventStore,
  conversation: Id,
  header: Header,
): Promise<{ readonly summary?: string; readonly fields: Record<string, string>; readonly articles: readonly ArticleRef[] }> {
  const events = await store.read(conversation, { before: { log: header.log, seq: header.seq + 1 }, limit: LOOK_BACK })
  const questions: string[] = []
  const articles = new Map<string, ArticleRef>()
  let answers = 0
  for (const event of events) {
    const known = narrowPublic(event)
    if (known?.type !== 'message-sent') continue
    if (known.by.kind === 'visitor') questions.push(textOf(known.data.parts).trim())
    if (known.by.kind !== 'assistant') continue
    answers += 1
    for (const part of known.data.parts) {
      if (part.type === 'citation') articles.set(part.id, { id: part.id, title: part.title, ...(part.url === undefined ? {} : { url: part.url }) })
    }
  }
  const newest = questions.slice(-QUESTIONS).map((question) => `“${shorten(question, 160)}”`)
  const asked = newest.length > 0 ? `The visitor wrote: ${newest.join(' then ')}.` : undefined
  const tried = answers > 0 ? ` The assistant gave ${plural(answers, 'answer')}.` : ''
  return {
    ...(asked ? { summary: asked + tried } : {}),
    fields: fieldsOf(events, questions),
    articles: [...articles.values()].slice(-10),
  }
}
