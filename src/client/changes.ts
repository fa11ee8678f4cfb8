import { allowVisitor } from '../conversation/index.ts'
import type { Id, Refusal } from '../protocol/index.ts'
import { type Outgoing, visitor } from './outbox.ts'
import { type Change, type ChatRecord, nothing } from './record.ts'

/** All that a tab ever does to the stored record, as steps that any other tab's steps may come between. */

export const has = (outbox: readonly Outgoing[], id: Id): Outgoing | undefined => outbox.find(({ command }) => command.id === id)

/** The hub has answered a command, or there is nobody to tell: no tab sends it again. */
export const without = (id: Id): Change => (record) =>
  has(record.outbox, id) ? { ...record, outbox: record.outbox.filter(({ command }) => command.id !== id) } : record

/** The hub has refused a command; without a refusal it is to be sent again, with other data if there are any. */
export const refused = (id: Id, refusal?: Refusal, data?: unknown): Change => (record) => {
  const found = has(record.outbox, id)
  if (!found) return record
  const { refusal: _, ...plain } = found
  const next = refusal ? { ...plain, refusal } : data ? { ...plain, command: { ...plain.command, data } } : plain
  return { ...record, outbox: record.outbox.map((one) => (one === found ? next : one)) }
}

/** One command more. Without a conversation it begins `conversation`; `seen` means nothing in another than it was made for. */
export const added = (one: Outgoing, conversation: Id, made: Id | null): Change => ({ next, ...record }) => ({
  ...record,
  conversation: record.conversation ?? next ?? conversation,
  outbox: [...record.outbox, record.conversation === made ? one : { ...one, seen: null }],
})

/** Which conversation the first command will begin, unless there is one. */
export const reserved = (next: Id): Change => (record) => (record.conversation || record.next ? record : { ...record, next })

/** What is not told yet stays with its own conversation. */
const goTo = ({ next: _, begun: __, back: ___, ...record }: ChatRecord, conversation: Id | null): ChatRecord => ({
  ...record,
  conversation,
  past: true,
  outbox: record.outbox.map(({ conversation: own = record.conversation, ...one }) =>
    own && own !== conversation ? { ...one, conversation: own } : one),
})

/** The visitor goes on in another conversation, or begins one. */
export const opened = (conversation: Id | null): Change => (record) => {
  const { back = record.conversation } = record
  return { ...goTo(record, conversation), ...(conversation && { begun: true, ...(back !== conversation && { back }) }) }
}

/** Nothing follows an erasure; what is not told yet in other conversations still is. */
export const ended = (from: Id): Change => (record) => {
  if (record.conversation !== from) return record
  const { next: _, begun: __, back: ___, ...rest } = record
  return { ...rest, conversation: null, outbox: rest.outbox.filter(({ conversation }) => conversation) }
}

/** The hub has shown that it knows the conversation. */
export const confirmed: Change = (record) => {
  const { back, ...rest } = record
  return !record.conversation || (record.begun && back === undefined) ? record : { ...rest, begun: true }
}

/**
 * The conversation is out of reach. One that was only opened is left for where the visitor came from; otherwise there is another
 * one. What is not told yet and can begin one goes along, as if it had been made there. Once, however many tabs say so.
 */
export const moved = (from: Id, to: Id): Change => (record) => {
  if (record.conversation !== from) return record
  const { begun: _, past: __, back, ...rest } = record
  const along = record.outbox.filter(({ command, conversation }) => !conversation && !allowVisitor(null, command, visitor))
  const outbox = along.map((one) => ({ ...one, seen: null }))
  // what was written in others cannot be told any more either
  if (back === undefined) return { ...rest, conversation: to, outbox }
  const kept = goTo({ ...record, outbox: record.outbox.filter(({ conversation }) => conversation) }, back ?? (along[0] ? to : null))
  return { ...kept, outbox: [...kept.outbox, ...outbox] }
}

/** The conversation is of this person from here on; that of another person is forgotten. */
export const identified = (identity: string, other = false): Change => (record) => {
  if (record.identity === identity) return record
  // what else stands under the key goes with another person too
  if (record.identity === undefined && !record.conversation && !record.next && !record.past) return other ? { ...nothing } : record
  return record.identity === undefined ? { ...record, identity } : nothing
}
