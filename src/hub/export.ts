import type { EventStore, Identity } from '../contracts/index.ts'
import { project, projectForStaff } from '../conversation/index.ts'
import type { Audience, ConversationRecord, Header, Id, StoredEvent } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import { maySee, staffRole } from './identity.ts'
import { eventsAfter, loadHeader } from './records.ts'
import { transcriptText } from './transcript-text.ts'

/** Characters that are handed on at once. */
const PIECE = 65_536

/** Conversations as records, piece by piece, read from the store in pages. */
export interface Exporter {
  /** Any conversation. The first piece rejects with `conversation/not-found` when there is none. */
  whole(conversation: Id, options?: { readonly audience?: Audience }): AsyncIterable<string>
  /** What somebody may see of it, or `undefined` when it does not exist for them. */
  seenBy(identity: Identity, conversation: Id): Promise<AsyncIterable<string> | undefined>
  /** What its visitor may see of it, as plain text, for whoever may see the conversation. */
  textFor(identity: Identity, conversation: Id): Promise<AsyncIterable<string> | undefined>
  /** The same for the hub itself. */
  text(conversation: Id): Promise<AsyncIterable<string> | undefined>
}

export function createExporter(store: EventStore, now: () => number): Exporter {
  async function* pieces(conversation: Id, { log, seq, visitor }: Header, audience: Audience): AsyncGenerator<string> {
    const open = audience === 'staff' ? projectForStaff : project
    const head: Omit<ConversationRecord, 'events'> = {
      format: 'handback/conversation',
      version: 1,
      conversation,
      visitor,
      log,
      exported: now(),
      audience,
    }
    let piece = `${JSON.stringify(head).slice(0, -1)},"events":[`
    let comma = ''
    let reached = 0
    for await (const event of eventsAfter(store, conversation, { log, seq: 0 })) {
      // what happens meanwhile belongs to the next export
      if (event.seq > seq) break
      reached = event.seq
      const seen = open(event)
      if (!seen) continue
      piece += comma + JSON.stringify(seen)
      comma = ','
      if (piece.length < PIECE) continue
      yield piece
      piece = ''
    }
    // half of one log and half of the next would look like a conversation that never was
    if (reached < seq || (await store.load(conversation))?.log !== log) {
      throw new HandbackError('store/conflict', 'The conversation was replaced while it was exported.', { retryable: true })
    }
    yield `${piece}]}`
  }

  /** Up to where it stood when it was asked for. */
  async function* until(conversation: Id, { log, seq }: Header): AsyncGenerator<StoredEvent> {
    for await (const event of eventsAfter(store, conversation, { log, seq: 0 })) {
      if (event.seq > seq) return
      yield event
    }
  }

  return {
    async *whole(conversation, { audience = 'staff' } = {}) {
      const header = await loadHeader(store, conversation)
      if (!header) throw new HandbackError('conversation/not-found', 'There is no such conversation.')
      yield* pieces(conversation, header, audience)
    },
    async seenBy(identity, conversation) {
      const header = await loadHeader(store, conversation)
      return maySee(identity, header) ? pieces(conversation, header, staffRole(identity) ? 'staff' : 'everyone') : undefined
    },
    async textFor(identity, conversation) {
      const header = await loadHeader(store, conversation)
      return maySee(identity, header) ? transcriptText(until(conversation, header)) : undefined
    },
    async text(conversation) {
      const header = await loadHeader(store, conversation)
      return header && transcriptText(until(conversation, header))
    },
  }
}
