import type { EventStore } from '../contracts/index.ts'
import { emptyHeader, entryOf, evolveHeader } from '../conversation/index.ts'
import type { ConversationRecord, Cursor, Header } from '../protocol/index.ts'
import { HandbackError, isHandbackError, parseRecord } from '../protocol/index.ts'

/**
 * Writes a conversation into a store that does not have it, all or nothing, and resolves with its head. Header and list
 * entry are folded from the events, so an unfinished conversation goes on: what its deadlines say happens at the next tick
 * of a hub, even when they passed long ago. Digests do not leave a hub: the same command sent again is refused as another.
 *
 * @throws HandbackError `record/invalid` when it is not a record, or one for `everyone`, which lacks what staff saw;
 * `record/taken` when the store has this conversation; what the store throws
 * @example await importRecord(sqliteStore({ path: 'other.db' }), parseRecord(await readFile('conversation.json', 'utf8')))
 */
export async function importRecord(store: EventStore, record: ConversationRecord): Promise<Cursor> {
  const { conversation, visitor, log, audience, events } = parseRecord(record)
  if (audience !== 'staff') throw new HandbackError('record/invalid', 'Only a record for staff holds the whole conversation.')
  const header: Header = events.reduce(evolveHeader, { ...emptyHeader(visitor), log })
  try {
    await store.append(conversation, { expect: null, events, header, entry: entryOf(conversation, header) })
  } catch (error) {
    const taken = isHandbackError(error) && error.code === 'store/conflict'
    throw taken ? new HandbackError('record/taken', 'This conversation is there already.', { cause: error }) : error
  }
  return { log, seq: header.seq }
}
