import type { EventStore } from '../contracts/index.ts'
import { narrowPublic } from '../conversation/index.ts'
import type { CommandMap, Header, Id, StoredEvent } from '../protocol/index.ts'

const PAGE = 500
/** Events that one answer makes a hub look through: a long log is no way to keep it busy. What was asked before is open no more. */
const FURTHEST = 5_000

type Answers = Pick<CommandMap['form-submit'], 'form' | 'asked'>

/** What an event says of whether a form was asked; `undefined`: nothing. */
function said(event: StoredEvent, { form, asked }: Answers): boolean | undefined {
  // the page asks before the first message, and what it asked the hub knows from the answer alone
  if (asked && event.type === 'message-sent' && event.by.kind === 'visitor') return false
  const known = narrowPublic(event)
  const holds = known?.type === 'message-sent' && known.data.parts.some((part) => part.type === 'form' && part.form === form)
  // its questions are those that the message holds, and no others
  return holds ? asked === undefined : undefined
}

/**
 * Whether a form that a visitor fills in was asked: by a message of this conversation, or, where the answer says what was asked, by the page
 * before the visitor's first message. Looks from the newest event back, as far as it goes.
 */
export async function isAsked(store: EventStore, conversation: Id, header: Header | undefined, data: Answers): Promise<boolean> {
  if (!header) return data.asked !== undefined
  const { log, seq } = header
  const end = Math.max(1, seq + 1 - FURTHEST)
  for (let before = seq + 1; before > end;) {
    const events = await store.read(conversation, { before: { log, seq: before }, limit: PAGE })
    for (const event of events.toReversed()) {
      const answer = said(event, data)
      if (answer !== undefined) return answer
    }
    const first = events[0]?.seq ?? 1
    // a log that was replaced meanwhile is read from its end, again and again: the append finds out
    if (first >= before) return true
    before = first
  }
  return end === 1 && data.asked !== undefined
}
