import type { Transcript } from '../conversation/index.ts'
import type { MessageRow, PublicRow } from '../conversation/rows.ts'
import type { Person } from '../protocol/index.ts'
import type { ChatState, ChatStatus, ConnectionState } from './api.ts'
import type { Receipts } from './receipts.ts'
import type { Situation } from './state.ts'

/** What every store of a chat holds before anything has happened: the same objects for every chat, so that one may go on where another was. */
export const idle = {
  $state: {
    conversation: null,
    phase: 'bot',
    floor: 1,
    survey: null,
    followUp: false,
    permission: null,
    erased: false,
    answering: false,
    waiting: false,
    hasEarlier: false,
    files: true,
  } as ChatState,
  $messages: [] as Transcript<PublicRow>,
  $receipts: { delivered: 0, read: 0 } as Receipts,
  $streaming: null as MessageRow | null,
  $status: { type: 'assistant' } as ChatStatus,
  $participants: [] as readonly Person[],
  $queue: null as Situation['queue'],
  $unread: 0,
  $connection: 'idle' as ConnectionState,
}
