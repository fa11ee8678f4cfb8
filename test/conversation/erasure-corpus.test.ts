import { expect, it } from 'vitest'
import { emptyHeader, evolveHeader } from '../../src/conversation/index.ts'
import { contents } from '../../src/hub/erasable.ts'
import { erasedEvents } from '../../src/internal/erased-events.ts'
import type { EventType, Header, StoredEvent } from '../../src/protocol/index.ts'
import { corpora } from '../fixtures/corpus.ts'

/** What of a header goes with what somebody has written; a removed question wants no answer, a removed draft is not used. */
const goes: { readonly [T in EventType]?: readonly (keyof Header)[] } = {
  'conversation-started': ['people', 'language', 'since'],
  'message-sent': ['preview', 'owed', 'owedTo', 'deadlines'],
  'tag-added': ['tags'],
  // what was removed is given to nobody
  'ticket-created': ['filing', 'deadlines'],
  'draft-offered': ['drafts', 'actions'],
}

const folded = (events: readonly StoredEvent[]): Header => events.reduce(evolveHeader, emptyHeader('visitor-1'))

/** Which parts of the headers are not the same. */
const changed = (one: Header, other: Header): readonly (keyof Header)[] => {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof Header)[]
  return keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]))
}

const conversations = corpora.flatMap(({ version, conversations: all }) =>
  all.map(({ name, events }) => ({ name: `v${version}: ${name}`, events: events as readonly StoredEvent[] })),
)

/*
 * A header that still waited for what has ended would wait until its deadline, and nothing would come of it. So for every
 * event of which the contents can be removed: what the log says afterwards is where the conversation stood.
 */
it.each(conversations)('contents of $name go, and the conversation stands where it stood', ({ events }) => {
  const before = folded(events)
  const lost = events.flatMap(({ seq, type }) =>
    contents.has(type)
      ? changed(before, folded(erasedEvents(events, [seq]))).flatMap((key) => (goes[type as EventType]?.includes(key) ? [] : `${type}: ${key}`))
      : [],
  )
  expect(lost).toEqual([])
})

it('is asked of every event whose contents can be removed', () => {
  const held = new Set(conversations.flatMap(({ events }) => events.map(({ type }) => type)))
  expect([...contents].filter((type) => !held.has(type))).toEqual([])
})
