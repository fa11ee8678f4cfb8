import { assisted } from './assisted.ts'
import { closing, declined } from './closing.ts'
import { erased, gone, kept, redacted } from './records.ts'
import { answered, brought, failing, minimal } from './turns.ts'
import { outOfHours, transferred, unanswered } from './handoffs.ts'
import { strange } from './strange.ts'
import { acting, approved, silenced } from './tools.ts'
import type { Logbook } from './log.ts'
import { jo, logbook, mei } from './log.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'

export interface Conversation {
  readonly name: string
  readonly visitor: string
  readonly events: readonly StoredEvent[]
}

const write = (name: string, visitor: string, script: (log: Logbook) => void): Conversation => {
  const log = logbook()
  script(log)
  return { name, visitor, events: log.events }
}

/** Conversations that together hold every event type, with every optional field present and absent. */
export const conversations: readonly Conversation[] = [
  write('a question is answered, with everything that an answer can hold', mei.id, answered),
  write('as little as there can be', jo.id, minimal),
  write('turns that fail, stop and are aborted', jo.id, failing),
  write('a person comes, with everything that can be known', mei.id, assisted),
  write('from hand to hand', jo.id, transferred),
  write('nobody comes', jo.id, unanswered),
  write('nobody is there', jo.id, outOfHours),
  write('a form before the first message, and files', mei.id, brought),
  write('the closing tasks, each with an answer', mei.id, closing),
  write('the closing tasks, each without one', jo.id, declined),
  write('facts, tags, language and consent', jo.id, kept),
  write('the assistant asks, acts and fails', jo.id, acting),
  write('a person approves what the assistant wants to do', mei.id, approved),
  write('what was called and asked is removed', jo.id, silenced),
  write('single events are removed', jo.id, redacted),
  write('everything is removed', mei.id, erased),
  write('everything was removed', mei.id, gone),
  write('what no version of this machine writes', jo.id, strange),
]
