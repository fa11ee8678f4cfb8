import type { Audience, ConversationRecord, StoredEvent } from '../../src/protocol/index.ts'
import { emptyHeader, entryOf, evolveHeader, project, projectForStaff } from '../../src/conversation/index.ts'
import type { EventStore } from '../../src/contracts/index.ts'
import type { Header } from '../../src/protocol/index.ts'
import { conversation, sarah, visitor, words } from '../conversation/script.ts'

export const ID = 'conversation-1'

/** The record of a log, made by hand: what an export must amount to. */
export const recordOf = (log: readonly StoredEvent[], audience: Audience = 'staff', more: Partial<ConversationRecord> = {}): ConversationRecord => ({
  format: 'handback/conversation',
  version: 1,
  conversation: ID,
  visitor: visitor.id,
  log: 1,
  exported: 1_900_000_000_000,
  audience,
  events: log.flatMap((event) => (audience === 'staff' ? projectForStaff(event) : project(event)) ?? []),
  ...more,
})

/** A question, a person, a note that only staff see, and an answer. */
export function talk() {
  const all = conversation()
  all.run(visitor, 'message-send', words('Where is my card?'))
  all.run(visitor, 'handoff-request', {})
  all.run(sarah, 'floor-claim', {})
  all.run(sarah, 'note-add', { text: 'canary-4711' })
  all.run(sarah, 'message-send', words('It left us on Monday.'))
  all.run(visitor, 'message-send', words('Thank you!'))
  return all
}

export const foldOf = (log: readonly StoredEvent[], start: Header = emptyHeader(visitor.id)): Header => log.reduce(evolveHeader, start)

/** A log as a hub has written it, digests and all. */
export const keep = (store: EventStore, id: string, events: readonly StoredEvent[], header: Header = foldOf(events)): Promise<void> =>
  store.append(id, { expect: null, events, header, entry: entryOf(id, header) })

export async function collected<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

export const textOf = async (pieces: AsyncIterable<string>): Promise<string> => (await collected(pieces)).join('')
