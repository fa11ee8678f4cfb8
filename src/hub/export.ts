import type { EventStore, Identity } from '../contracts/index.ts'
import { project, projectForStaff } from '../conversation/index.ts'
import type { Audience, ConversationRecord, Header, Id, StoredEvent } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import { maySee, staffRole } from './identity.ts'
import { eventsAfter, loadHeader } from './records.ts'
import { transcriptText } from './transcript-text.ts'

/** Characters that are handed on at once. */
const PIECE = 65_536
/** How many events of a log cost as much as one command: all of them are read. */
const EVENTS_PER_COST = 50

/**
 * Conversations as records and as text, piece by piece, read from the store in pages. One that is replaced meanwhile breaks off:
 * `store/conflict`, retryable.
 */
export interface Exporter {
  /** Any conversation. The first piece rejects with `conversation/not-found` when there is none. */
  whole(conversation: Id, options?: { readonly audience?: Audience }): AsyncIterable<string>
  /** What somebody may see of it, or `undefined` when it does not exist for them. Paid for by its length; rejects as `charge` throws. */
  seenBy(identity: Identity, conversation: Id): Promise<AsyncIterable<string> | undefined>
  /** What its visitor may see of it, as plain text, for whoever may see the conversation. */
  textFor(identity: Identity, conversation: Id): Promise<AsyncIterable<string> | undefined>
  /** The same for the hub itself. */
  text(conversation: Id): Promise<AsyncIterable<string> | undefined>
}

const replaced = (): HandbackError => new HandbackError('store/conflict', 'The conversation was replaced while it was exported.', { retryable: true })

/** @param charge takes so many from what somebody may ask for; throws. Default: nobody pays. */
export function createExporter(store: EventStore, now: () => number, charge: (identity: Identity, count: number) => void = () => {}): Exporter {
  /** The header for somebody who may see the conversation, and has paid for all of it at once: who comes back pays the same again. */
  async function paid(identity: Identity, conversation: Id): Promise<Header | undefined> {
    const header = await loadHeader(store, conversation)
    if (!maySee(identity, header)) {
      charge(identity, 1)
      return undefined
    }
    charge(identity, 1 + Math.floor(header.seq / EVENTS_PER_COST))
    return header
  }

  /** Up to where it stood when it was asked for: what happens meanwhile belongs to the next export. */
  async function* until(conversation: Id, { log, seq }: Header): AsyncGenerator<StoredEvent> {
    let reached = 0
    for await (const event of eventsAfter(store, conversation, { log, seq: 0 })) {
      if (event.seq > seq) break
      reached = event.seq
      yield event
    }
    if (reached < seq) throw replaced()
  }

  /**
   * The same text, piece by piece, each only while the log that it is read from stands: half of one log and half of the next would look
   * like a conversation that never was, and what was removed meanwhile must not leave.
   */
  async function* gathered(conversation: Id, { log }: Header, texts: AsyncIterable<string>): AsyncGenerator<string> {
    let piece = ''
    const standing = async (): Promise<string> => {
      if ((await store.load(conversation))?.log !== log) throw replaced()
      return piece
    }
    for await (const text of texts) {
      piece += text
      if (piece.length < PIECE) continue
      yield await standing()
      piece = ''
    }
    yield await standing()
  }

  async function* jsonOf(conversation: Id, header: Header, audience: Audience): AsyncGenerator<string> {
    const { log, visitor } = header
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
    yield `${JSON.stringify(head).slice(0, -1)},"events":[`
    let comma = ''
    for await (const event of until(conversation, header)) {
      const seen = open(event)
      if (!seen) continue
      yield comma + JSON.stringify(seen)
      comma = ','
    }
    yield ']}'
  }

  const record = (conversation: Id, header: Header, audience: Audience) => gathered(conversation, header, jsonOf(conversation, header, audience))
  const plain = (conversation: Id, header: Header) => gathered(conversation, header, transcriptText(until(conversation, header)))

  return {
    async *whole(conversation, { audience = 'staff' } = {}) {
      const header = await loadHeader(store, conversation)
      if (!header) throw new HandbackError('conversation/not-found', 'There is no such conversation.')
      yield* record(conversation, header, audience)
    },
    async seenBy(identity, conversation) {
      const header = await paid(identity, conversation)
      return header && record(conversation, header, staffRole(identity) ? 'staff' : 'everyone')
    },
    async textFor(identity, conversation) {
      const header = await paid(identity, conversation)
      return header && plain(conversation, header)
    },
    async text(conversation) {
      const header = await loadHeader(store, conversation)
      return header && plain(conversation, header)
    },
  }
}
