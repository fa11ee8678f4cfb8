import type { EventStore } from '../../src/contracts/index.ts'
import type { Hub } from '../../src/hub/index.ts'
import { createHub, createTokens } from '../../src/hub/index.ts'
import type { Header, Id, StoredEvent } from '../../src/protocol/index.ts'
import type { Bot } from './bot.ts'

export const readLog = (store: EventStore, conversation: Id, log = 1): Promise<StoredEvent[]> =>
  store.read(conversation, { after: { log, seq: 0 }, limit: 100_000 })

export function openHub(store: EventStore, bot: Bot, onError: (error: unknown) => void): Hub {
  const failed = (fields: object, message: string): void => onError((fields as { error?: unknown }).error ?? message)
  return createHub({
    store,
    provider: bot,
    tokens: createTokens(new Uint8Array(32).fill(7)),
    policy: { turnRetry: 0 },
    allowance: { burst: 1_000_000, perSecond: 100_000 },
    log: { info: () => undefined, warn: () => undefined, error: failed },
  })
}

/** Nothing is left to be done by itself, but by deadlines. */
export const settled = (header: Header | undefined): boolean =>
  header === undefined ||
  ([header.turn, header.summary, header.assist, header.erasing].every((busy) => busy === undefined) &&
    (header.owed === undefined || (header.phase !== 'bot' && header.phase !== 'handback')))
