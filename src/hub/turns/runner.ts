import type { EventStore } from '../../contracts/index.ts'
import { sleep } from '../../internal/backoff.ts'
import type { Header, Id, Meter, Part, StoredEvent } from '../../protocol/index.ts'
import { ASSISTANT, isHandbackError } from '../../protocol/index.ts'
import type { Outcome } from '../execute.ts'
import { hubId } from '../hub-ids.ts'
import type { FailPoint, HubLog } from '../options.ts'
import { loadHeader } from '../records.ts'
import type { Room } from '../room.ts'
import type { Rooms } from '../rooms.ts'
import type { AnswerTools } from './answer-job.ts'
import { answerJob } from './answer-job.ts'
import { assistJob } from './assist-job.ts'
import type { Commit, Job, Shown } from './job.ts'
import { createRecent } from './recent.ts'
import { SAFETY } from './tools/handoff-tool.ts'
import { triage } from './triage.ts'
import { troubleOf } from './trouble.ts'

export interface TurnsOptions extends Omit<AnswerTools, 'onWords' | 'read'> {
  readonly store: EventStore
  readonly rooms: Rooms
  readonly log: HubLog
  readonly failPoint: (point: FailPoint, conversation: Id) => void
}

/** Runs the bot's turns: one at a time in a conversation, each fenced by the log. */
export interface Turns {
  /** Something may be owed or asked for: starts a turn, or stops one that has shown nothing so that one turn answers everything. */
  consider(conversation: Id): void
  /** A new header: a turn that it no longer names is stopped at once. */
  observe(conversation: Id, header: Header): void
  close(): void
}

/** Milliseconds that a turn waits after another question cut it short: there may be more of them. */
const RESTART = 400
/** Milliseconds that a piece of an answer lives without the next. */
const DELTA_TTL = 60_000

/**
 * Whether the assistant is waited for: by the visitor while it holds the floor, by the person while one does. It reads nothing that is
 * being removed.
 */
export const awaited = ({ phase, owed, assist, erasing }: Header): boolean =>
  erasing === undefined && (phase === 'human' ? assist !== undefined : owed !== undefined && (phase === 'bot' || phase === 'handback'))

interface Run {
  readonly stop: AbortController
  turn?: { readonly id: Id; readonly attempt: number; readonly since: number }
  readonly shown: Shown
  again: boolean
}

export function createTurns(options: TurnsOptions): Turns {
  const { store, rooms, order, log } = options
  const runs = new Map<Id, Run>()
  const recent = createRecent(store)
  let closed = false

  /** Settles what no model is needed for; `again`: something has been told, and something else waits for its answer. */
  const settled = async (conversation: Id, header: Header, events: readonly StoredEvent[]): Promise<boolean | 'again'> => {
    const kind = triage(header, events)
    const id = hubId(conversation, `${kind}:${header.seq}`)
    const wish = { reason: 'visitor-request', rule: 'human-request' } as const
    const danger = { reason: 'rule', rule: 'safety', priority: SAFETY } as const
    if (kind === 'safety') await order(conversation, 'handoff-request', danger, id)
    if (kind === 'handoff') await order(conversation, 'handoff-request', { ...wish, upTo: header.seq }, id)
    if (kind === 'handoff-beside') return (await order(conversation, 'handoff-request', wish, id)).ok ? 'again' : true
    if (kind === 'finish') await order(conversation, 'conversation-finish', { upTo: header.seq }, id)
    if (kind === 'skip') await order(conversation, 'turn-skip', { upTo: header.seq }, id)
    return kind !== 'answer'
  }

  const tell = (conversation: Id, { message, attempt }: Job, text: string, offset: number): void => {
    store.publish(`conversation:${conversation}`, {
      key: `text:${message}`,
      by: ASSISTANT,
      audience: 'everyone',
      ttl: DELTA_TTL,
      data: { type: 'text-delta', message, attempt, offset, text },
    })
    options.failPoint('mid-stream', conversation)
  }

  /** What the assistant is waited for, if it takes a run of the provider. */
  const jobIn = async (conversation: Id): Promise<Job | undefined> => {
    const header = await loadHeader(store, conversation)
    if (!header || header.turn || !awaited(header)) return undefined
    const events = await recent(conversation, header)
    const read = async (id: Id): Promise<readonly StoredEvent[]> => recent(id, (await loadHeader(store, id)) ?? header)
    if (header.phase === 'human') return assistJob(conversation, header, events, { ...options, read })
    const done = await settled(conversation, header, events)
    // each of these has made the log longer, so it ends
    if (done === 'again') return jobIn(conversation)
    if (done) return undefined
    return answerJob(conversation, header, { ...options, read, onWords: (job, text, offset) => tell(conversation, job, text, offset) })
  }

  const end = (conversation: Id, { turn, attempt, floor }: Job, commit: Commit, meter: Meter | undefined): Promise<Outcome> =>
    order(conversation, 'turn-commit', { turn, attempt, floor, ...commit, ...(meter ? { meter } : {}) }, hubId(turn, `commit:${attempt}`))

  /** What was used and is not told by the end of its turn. */
  const meter = async (conversation: Id, { turn, attempt }: Job, meters: readonly Meter[]): Promise<void> => {
    for (const one of meters) await order(conversation, 'turn-meter', { turn, attempt, meter: one }, hubId(turn, `meter:${attempt}:${one.provider}`))
  }

  /** An attempt that came to nothing: what the visitor has seen of it stays, and then nothing is tried again. */
  const fail = (conversation: Id, { turn, attempt }: Job, { text, citations }: Shown, error: unknown, meter: Meter | undefined): Promise<Outcome> => {
    const known = isHandbackError(error) ? error : undefined
    const code = known?.code ?? 'provider/failed'
    // a filter withdraws what it had let through
    const kept: Part[] = text.trim() === '' || code === 'provider/filtered' ? [] : [{ type: 'text', text }, ...citations]
    return order(
      conversation,
      'turn-fail',
      {
        turn,
        attempt,
        code,
        retryable: known?.retryable ?? false,
        ...(known?.retryAfter === undefined ? {} : { retryAfter: Math.ceil(known.retryAfter) }),
        ...(kept.length > 0 ? { parts: kept } : {}),
        ...(meter ? { meter } : {}),
      },
      hubId(turn, `fail:${attempt}`),
    )
  }

  const turn = async (conversation: Id, run: Run, room: Room): Promise<void> => {
    const job = await jobIn(conversation)
    if (!job) return
    const { turn: id, attempt, message, kind } = job
    const fence = { turn: id, attempt }
    const { upTo } = job
    const started = await order(
      conversation,
      'turn-start',
      { ...fence, message, ...(kind === undefined ? {} : { kind }), ...(upTo === undefined ? {} : { upTo }) },
      hubId(id, 'start'),
    )
    // the visitor was quicker: what they wrote is read too
    if (!started.ok && started.refusal.code === 'turn/superseded') run.again = true
    // begun before is begun by another hub
    if (!started.ok || started.again || run.stop.signal.aborted) return
    run.turn = { id, attempt, since: started.at.seq }
    try {
      await room.reached(started.at.seq, run.stop.signal)
      // what ended it may have come before it could be observed
      if (room.header.turn?.id !== id) return
      const commit = await job.run(run.stop.signal, run.shown)
      const [last, ...others] = [...run.shown.meters.values()].toReversed()
      const ended = await end(conversation, job, commit, last)
      if (!ended.ok) return await keep(conversation, job, run.shown)
      await meter(conversation, job, others)
    } catch (error) {
      if (run.stop.signal.aborted) return await keep(conversation, job, run.shown)
      log.warn({ conversation, ...(isHandbackError(error) ? troubleOf(error) : { error }) }, 'An answer failed')
      const [last, ...others] = [...run.shown.meters.values()].toReversed()
      const failed = await fail(conversation, job, run.shown, error, last)
      await meter(conversation, job, others)
      if (!failed.ok) await keep(conversation, job, run.shown)
    }
  }

  /** What the visitor has seen of an answer that they stopped stays; the machine knows whether it was they who ended it. */
  const keep = async (conversation: Id, job: Job, { text, citations, meters }: Shown): Promise<void> => {
    if (closed) return
    const { turn, attempt } = job
    await meter(conversation, job, [...meters.values()])
    if (text.trim() === '') return
    const parts: Part[] = [{ type: 'text', text }, ...citations]
    await order(conversation, 'turn-keep', { turn, attempt, parts }, hubId(turn, `keep:${attempt}`))
  }

  const start = async (conversation: Id, pause: number): Promise<void> => {
    const run: Run = { stop: new AbortController(), shown: { text: '', citations: [], meters: new Map() }, again: false }
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
    if (!run.turn || run.shown.text !== '' || run.stop.signal.aborted) return
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
