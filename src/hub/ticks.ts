import type { EventStore } from '../contracts/index.ts'
import { derivedId } from '../internal/ids.ts'
import type { CommandMap, CommandType, Header, Id } from '../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../protocol/index.ts'
import type { Actor } from '../protocol/index.ts'
import type { Outcome } from './execute.ts'
import { loadHeader } from './records.ts'

export interface TicksOptions {
  readonly store: EventStore
  readonly now: () => number
  readonly order: <T extends CommandType>(conversation: Id, by: Actor, type: T, data: CommandMap[T], id: Id) => Promise<Outcome>
  /** A visitor waits for an answer that no turn has taken up. */
  readonly onOwed: (conversation: Id) => void
}

const PAGE = 100

async function* due(store: EventStore, upTo: number): AsyncGenerator<readonly [Id, Header]> {
  let page: string | undefined
  do {
    const found = await store.list({ view: 'due', upTo }, { limit: PAGE, ...(page === undefined ? {} : { page }) })
    for (const { conversation } of found.items) {
      const header = await loadHeader(store, conversation)
      if (header) yield [conversation, header]
    }
    page = found.next
  } while (page !== undefined)
}

/** Issues every deadline that has passed. Its id derives from the deadline, so that two hubs make one event. */
export async function passDeadlines({ store, now, order, onOwed }: TicksOptions): Promise<void> {
  const at = now()
  for await (const [conversation, header] of due(store, at)) {
    for (const deadline of header.deadlines) {
      if (deadline.at > at) break
      if (deadline.key === 'owed') onOwed(conversation)
      else await order(conversation, MACHINE, 'deadline-pass', deadline, derivedId(conversation, `deadline:${header.log}:${deadline.key}:${deadline.at}`))
    }
  }
}

/**
 * After a start of the only hub of a store: whatever turns were running have lost the process that ran them, and get
 * another attempt at once instead of at their deadline.
 */
export async function recoverTurns({ store, order, onOwed }: TicksOptions): Promise<void> {
  for await (const [conversation, header] of due(store, Number.MAX_SAFE_INTEGER)) {
    const { turn } = header
    const lost = { code: 'hub/restarted', retryable: true } as const
    if (turn) await order(conversation, ASSISTANT, 'turn-fail', { turn: turn.id, attempt: turn.attempt, ...lost }, derivedId(turn.id, `lost:${turn.attempt}`))
    else if (header.deadlines.some(({ key }) => key === 'owed')) onOwed(conversation)
  }
}
