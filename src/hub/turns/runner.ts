import type { Knowledge, AIProvider, EventStore } from '../../contracts/index.ts'
import { untilAbort } from '../../internal/abort.ts'
import { sleep } from '../../internal/backoff.ts'
import type { CommandMap, CommandType, Header, Id, StoredEvent } from '../../protocol/index.ts'
import { ASSISTANT, HandbackError, isHandbackError } from '../../protocol/index.ts'
import type { Outcome } from '../execute.ts'
import { hubId } from '../hub-ids.ts'
import type { FailPoint, HubLog } from '../options.ts'
import { loadHeader } from '../records.ts'
import type { Room } from '../room.ts'
import type { Rooms } from '../rooms.ts'
import type { Answer } from './answer.ts'
import { answer } from './answer.ts'
import { createDeltas } from './deltas.ts'
import { replyMessages } from './transcript.ts'
import { owedTexts, triage } from './triage.ts'

export interface TurnsOptions {
  readonly store: EventStore
  readonly rooms: Rooms
  readonly provider: AIProvider
  readonly knowledge: Knowledge | undefined
  readonly instructions: string
  readonly offerHumanBelow: number
  readonly turnTime: number
  readonly log: HubLog
  readonly failPoint: (point: FailPoint, conversation: Id) => void
  /** Issues a command as the assistant. */
  readonly order: <T extends CommandType>(conversation: Id, type: T, data: CommandMap[T], id: Id) => Promise<Outcome>
}

/** Runs the bot's turns: one at a time in a conversation, each fenced by the log. */
export interface Turns {
  /** Something may be owed: starts a turn, or stops one that has shown nothing so that one turn answers everything. */
  consider(conversation: Id): void
  /** A new header: a turn that it no longer names is stopped at once. */
  observe(conversation: Id, header: Header): void
  close(): void
}

/** Milliseconds between two deltas of one answer. */
const DELTA_EVERY = 50
/** How much of the log a turn looks at, in events. */
const CONTEXT = 200
/** Milliseconds that a turn waits after another question cut it short: there may be more of them. */
const RESTART = 400
const ARTICLES = 3
/** Milliseconds that a piece of an answer lives without the next. */
const DELTA_TTL = 60_000

interface Run {
  readonly stop: AbortController
  turn?: { readonly id: Id; readonly attempt: number; readonly since: number }
  shown: boolean
  again: boolean
}

export function createTurns(options: TurnsOptions): Turns {
  const { store, rooms, order, log } = options
  const runs = new Map<Id, Run>()
  let closed = false

  /** Settles what no model is needed for. */
  const settled = async (conversation: Id, header: Header, events: readonly StoredEvent[]): Promise<boolean> => {
    const kind = triage(header, events)
    const id = hubId(conversation, `${kind}:${header.seq}`)
    if (kind === 'handoff') await order(conversation, 'handoff-request', { reason: 'visitor-request', rule: 'human-request' }, id)
    if (kind === 'finish') await order(conversation, 'conversation-finish', { upTo: header.seq }, id)
    if (kind === 'skip') await order(conversation, 'turn-skip', { upTo: header.seq }, id)
    return kind !== 'answer'
  }

  const speak = async (conversation: Id, run: Run, header: Header, events: readonly StoredEvent[], message: Id): Promise<Answer> => {
    const question = owedTexts(header, events).join('\n')
    const attempt = header.attempts + 1
    const deltas = createDeltas(DELTA_EVERY, (text, offset) => {
      run.shown = true
      store.publish(`conversation:${conversation}`, {
        key: `text:${message}`,
        by: ASSISTANT,
        audience: 'everyone',
        ttl: DELTA_TTL,
        data: { type: 'text-delta', message, attempt, offset, text },
      })
      options.failPoint('mid-stream', conversation)
    })
    const time = AbortSignal.timeout(options.turnTime)
    const signal = AbortSignal.any([run.stop.signal, time])
    try {
      const found = options.knowledge ? await untilAbort(signal, async () => (await options.knowledge?.search(question, { limit: ARTICLES })) ?? []) : []
      const request = { messages: replyMessages(events, header.people, header.owed), instructions: options.instructions, articles: found.map(({ article }) => article) }
      const result = await answer(options.provider, request, { signal, offerHumanBelow: options.offerHumanBelow, onText: deltas.add })
      deltas.flush()
      return result
    } catch (error) {
      if (time.aborted && !run.stop.signal.aborted) throw new HandbackError('provider/time-out', 'The answer took too long.', { retryable: true, cause: error })
      throw error
    } finally {
      deltas.stop()
    }
  }

  const turn = async (conversation: Id, run: Run, room: Room): Promise<void> => {
    const header = await loadHeader(store, conversation)
    if (!header || header.owed === undefined || header.turn || (header.phase !== 'bot' && header.phase !== 'handback')) return
    const events = await store.read(conversation, { before: { log: header.log, seq: header.seq + 1 }, limit: CONTEXT })
    if (await settled(conversation, header, events)) return
    // the same state of the same log gives the same turn, whichever hub starts it
    const id = hubId(conversation, `turn:${header.seq}`)
    const message = hubId(conversation, `answer:${header.seq}`)
    const attempt = header.attempts + 1
    const started = await order(conversation, 'turn-start', { turn: id, attempt, message }, hubId(id, 'start'))
    if (!started.ok || run.stop.signal.aborted) return
    run.turn = { id, attempt, since: started.at.seq }
    const fence = { turn: id, attempt }
    try {
      await room.reached(started.at.seq, run.stop.signal)
      // what ended it may have come before it could be observed
      if (room.header.turn?.id !== id) return
      const result = await speak(conversation, run, header, events, message)
      if (result.type === 'handoff') {
        const data = { ...fence, reason: 'assistant-request', rule: result.reason.slice(0, 80), ...(result.summary ? { summary: result.summary.slice(0, 4000) } : {}) } as const
        await order(conversation, 'handoff-request', data, hubId(id, 'handoff'))
        return
      }
      await order(conversation, 'turn-commit', { ...fence, floor: header.floor.number, parts: result.parts }, hubId(id, `commit:${attempt}`))
    } catch (error) {
      if (run.stop.signal.aborted) return
      const code = isHandbackError(error) ? error.code : 'provider/failed'
      log.warn({ conversation, code, error }, 'An answer failed')
      await order(conversation, 'turn-fail', { ...fence, code, retryable: isHandbackError(error) && error.retryable }, hubId(id, `fail:${attempt}`))
    }
  }

  const start = async (conversation: Id, pause: number): Promise<void> => {
    const run: Run = { stop: new AbortController(), shown: false, again: false }
    runs.set(conversation, run)
    try {
      if (pause > 0) await sleep(pause, run.stop.signal)
      run.again = false
      // held, so that a claim anywhere stops this turn at once
      const room = await rooms.hold(conversation)
      if (room) {
        try {
          await turn(conversation, run, room)
        } finally {
          rooms.release(conversation)
        }
      }
    } catch (error) {
      // what is owed keeps its deadline, so the next tick of any hub tries again
      if (!closed && !run.stop.signal.aborted) log.error({ conversation, error }, 'A turn could not be run')
    } finally {
      runs.delete(conversation)
      if (run.again && !closed) void start(conversation, run.stop.signal.aborted ? RESTART : 0)
    }
  }

  const consider = (conversation: Id): void => {
    if (closed) return
    const run = runs.get(conversation)
    if (!run) {
      void start(conversation, 0)
      return
    }
    run.again = true
    if (!run.turn || run.shown || run.stop.signal.aborted) return
    const { id, attempt } = run.turn
    run.stop.abort()
    order(conversation, 'turn-abort', { turn: id, attempt }, hubId(id, `abort:${attempt}`)).catch((error: unknown) => {
      log.error({ conversation, error }, 'A turn could not be stopped')
    })
  }

  return {
    consider,
    observe(conversation, header) {
      const run = runs.get(conversation)
      if (run?.turn && header.seq >= run.turn.since && header.turn?.id !== run.turn.id) run.stop.abort()
    },
    close() {
      closed = true
      for (const run of runs.values()) run.stop.abort()
    },
  }
}
