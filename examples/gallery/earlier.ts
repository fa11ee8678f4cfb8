import type { ConversationRecord, StoredEvent } from 'handback'
import sample from '../replay/sample.json'

const day = 86_400_000
const events = (sample.events as unknown as readonly StoredEvent[]).filter(({ audience }) => audience === 'everyone')
const shift = Date.now() - 2 * day - (events.at(-1)?.at ?? 0)

/** The conversation of the page on replay, as its visitor can download it, two days ago. */
export const earlier: ConversationRecord = {
  format: 'handback/conversation', version: 1, conversation: sample.conversation, visitor: sample.visitor, log: sample.log, exported: Date.now(),
  audience: 'everyone', events: events.map((event) => ({ ...event, at: event.at + shift })),
}
