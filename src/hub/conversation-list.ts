import type { EventStore, Identity } from '../contracts/index.ts'
import type { Id, Phase } from '../protocol/index.ts'
import { loadHeader } from './records.ts'

/** One of a visitor's conversations, in a list. */
export interface ConversationSummary {
  readonly conversation: Id
  readonly phase: Phase
  /** When anything last happened, ms since 1970. */
  readonly updated: number
  /** The visitor's newest words, at most 120 characters. */
  readonly preview: string
}

/** How many are told, and how many are looked at: those that were removed are left out. */
const MOST = 50
const SEARCHED = 200

/** A visitor's own conversations, newest first, without those that were removed. */
export async function conversationList(store: EventStore, { sub }: Identity): Promise<readonly ConversationSummary[]> {
  const all: ConversationSummary[] = []
  const { items } = await store.list({ view: 'visitor', visitor: sub }, { limit: SEARCHED })
  for (const { conversation } of items) {
    // a list may lag behind what was removed, and must not tell of it
    const header = await loadHeader(store, conversation)
    if (!header || header.erased || header.visitor !== sub) continue
    all.push({ conversation, phase: header.phase, updated: header.at, preview: header.preview })
    if (all.length === MOST) break
  }
  return all
}
