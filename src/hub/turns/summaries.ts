import type { EventStore } from '../../contracts/index.ts'
import type { CommandMap, Header, Id, Meter, StoredEvent } from '../../protocol/index.ts'
import { isHandbackError } from '../../protocol/index.ts'
import type { Outcome } from '../execute.ts'
import { hubId } from '../hub-ids.ts'
import type { HubLog } from '../options.ts'
import { loadHeader } from '../records.ts'
import { shorten } from '../words.ts'
import type { Tools } from './job.ts'
import { within } from './job.ts'
import { converse, wordsOf } from './model/converse.ts'
import { summaryFromLog } from './summary-from-log.ts'
import { summaryInstructions, summaryMessages } from './summary-text.ts'

export interface SummariesOptions extends Omit<Tools, 'read'> {
  readonly store: EventStore
  /** Milliseconds that the provider may take; after that the log must do. */
  readonly time: number
  readonly log: HubLog
  readonly write: (conversation: Id, data: CommandMap['summary-write'], id: Id) => Promise<Outcome>
}

/** Writes what happened while a person held the floor, for the team; beside the bot's turns, because no visitor waits for it. */
export interface Summaries {
  /** A summary may be wanted. */
  consider(conversation: Id): void
  close(): void
}

/** How much of the log a summary looks at, in events. */
const CONTEXT = 500
/** Longest summary that is kept. UTF-16 units. */
const LIMIT = 4_000

export function createSummaries(options: SummariesOptions): Summaries {
  const { store, time, log, write, barred } = options
  const stop = new AbortController()
  /** Which are being written, and whether another was asked for meanwhile. */
  const running = new Map<Id, { again: boolean }>()

  const worded = async (conversation: Id, header: Header, events: readonly StoredEvent[]): Promise<string> => {
    if (options.chain.providers.length === 0 || barred(header) !== undefined) return summaryFromLog(header, events)
    try {
      const shown = { citations: [], meters: new Map<string, Meter>() }
      const messages = summaryMessages(header, events, options.contextTokens)
      const turn = hubId(conversation, `summary:${header.seq}`)
      const asked = { conversation, turn, header, events, messages, instructions: summaryInstructions }
      const more = { questions: [], mayHandOff: false, onText: () => undefined, shown }
      const text = wordsOf(await within(time, stop.signal, (signal) => converse(options, { ...asked, ...more, signal })))
      for (const meter of shown.meters.values()) await options.order(conversation, 'turn-meter', { turn, attempt: 1, meter }, hubId(turn, `meter:${meter.provider}`))
      return text || summaryFromLog(header, events)
    } catch (error) {
      if (stop.signal.aborted) throw error
      log.warn({ conversation, code: isHandbackError(error) ? error.code : 'provider/failed', error }, 'A summary failed; the log tells it instead')
      return summaryFromLog(header, events)
    }
  }

  const summarise = async (conversation: Id): Promise<void> => {
    const header = await loadHeader(store, conversation)
    if (header?.summary === undefined) return
    const events = await store.read(conversation, { before: { log: header.log, seq: header.seq + 1 }, limit: CONTEXT })
    const text = shorten(await worded(conversation, header, events), LIMIT)
    // what was removed meanwhile must not come back in other words
    if ((await store.load(conversation))?.log !== header.log) return summarise(conversation)
    await write(conversation, { episode: header.summary, text }, hubId(conversation, `summary:${header.log}:${header.seq}`))
  }

  const run = async (conversation: Id, state: { again: boolean }): Promise<void> => {
    try {
      do {
        state.again = false
        await summarise(conversation)
      } while (state.again && !stop.signal.aborted)
    } catch (error) {
      // its deadline ends it
      if (!stop.signal.aborted) log.error({ conversation, error }, 'A summary could not be written')
    } finally {
      running.delete(conversation)
    }
  }

  return {
    consider(conversation) {
      const state = running.get(conversation)
      if (state) state.again = true
      if (state || stop.signal.aborted) return
      const begun = { again: false }
      running.set(conversation, begun)
      void run(conversation, begun)
    },
    close: () => stop.abort(),
  }
}
