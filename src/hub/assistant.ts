import type { Policy } from '../conversation/index.ts'
import type { EventType, Header, Id, StoredEvent } from '../protocol/index.ts'
import type { Chain } from './turns/model/chain.ts'
import type { Turns, TurnsOptions } from './turns/runner.ts'
import { awaited, createTurns } from './turns/runner.ts'
import { createSummaries } from './turns/summaries.ts'

/** All that the bot does in a hub: its turns, and what it writes for the team. */
export interface Assistant extends Pick<Turns, 'observe' | 'close'> {
  /** After an append: takes up what it leads to. */
  appended(conversation: Id, header: Header, events: readonly StoredEvent[]): void
  /** A visitor waits for an answer that no turn has taken up. */
  answer(conversation: Id): void
  /** The holder or the team waits for something that no hub works at any more. */
  help(conversation: Id): void
}

/** After these the assistant may be waited for. All else, such as a read mark or a note, lets a running turn be. */
const waking: ReadonlySet<string> = new Set<EventType>([
  'message-sent',
  'permission-answered',
  'handoff-cancelled',
  'handoff-expired',
  'floor-returned',
  'turn-aborted',
  'turn-done',
  'assist-requested',
])

export interface AssistantOptions extends TurnsOptions {
  readonly policy: Policy
  /** Those providers that write summaries. */
  readonly writers: Chain
}

export function createAssistant(options: AssistantOptions): Assistant {
  const turns = createTurns(options)
  const summaries = createSummaries({
    ...options,
    chain: options.writers,
    // what is left of its time is for telling it from the log
    time: options.policy.summaryTime / 2,
    write: (conversation, data, id) => options.order(conversation, 'summary-write', data, id),
  })
  return {
    observe: turns.observe,
    appended(conversation, header, events) {
      if (awaited(header) && events.some(({ type }) => waking.has(type))) turns.consider(conversation)
      if (header.summary !== undefined && events.some(({ type }) => type === 'summary-asked')) summaries.consider(conversation)
    },
    answer: turns.consider,
    help(conversation) {
      turns.consider(conversation)
      summaries.consider(conversation)
    },
    close() {
      turns.close()
      summaries.close()
    },
  }
}
