import type { EventStore } from '../contracts/index.ts'
import type { Actor, CommandMap, CommandType, Header, Id, Refusal } from '../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../protocol/index.ts'
import type { Executor, Outcome } from './execute.ts'
import { hubId } from './hub-ids.ts'
import { entriesOf, loadHeader } from './records.ts'

export interface TicksOptions {
  readonly store: EventStore
  readonly now: () => number
  readonly order: <T extends CommandType>(conversation: Id, by: Actor, type: T, data: CommandMap[T], id: Id) => Promise<Outcome>
  /** A visitor waits for an answer that no turn has taken up. */
  readonly onOwed: (conversation: Id) => void
  /** The holder or the team waits for something that no hub works at any more. */
  readonly onAsked: (conversation: Id) => void
  /** What a visitor has left for later waits for the site's own system. */
  readonly onTicket: (conversation: Id, waiting: Header['filing']) => void
  readonly erase: Executor['erase']
  /** One conversation could not be looked after; the others were. */
  readonly onFailure: (conversation: Id, error: unknown) => void
  /** The machine does not let a deadline pass that stands and is due: it will be tried at each look. */
  readonly onRefused: (conversation: Id, refusal: Refusal) => void
}

/** Every conversation with a deadline up to a time; what fails in one is no matter of the others. */
async function eachDue({ store, onFailure }: TicksOptions, upTo: number, work: (conversation: Id, header: Header) => Promise<void>): Promise<void> {
  for await (const { conversation } of entriesOf(store, { view: 'due', upTo })) {
    try {
      const header = await loadHeader(store, conversation)
      if (header) await work(conversation, header)
    } catch (error) {
      onFailure(conversation, error)
    }
  }
}

/** Issues every deadline that has passed. Its id derives from the deadline, so that two hubs make one event. Rejects when there is no list. */
export async function passDeadlines(options: TicksOptions): Promise<void> {
  const { now, order, onOwed, onTicket, erase, onRefused } = options
  const at = now()
  await eachDue(options, at, async (conversation, header) => {
    for (const deadline of header.deadlines) {
      if (deadline.at > at) break
      if (deadline.key === 'owed') {
        onOwed(conversation)
        continue
      }
      if (deadline.key === 'ticket') {
        onTicket(conversation, header.filing)
        continue
      }
      if (deadline.key === 'erase') {
        await erase(conversation)
        // whatever else is due is due in the next log too
        return
      }
      const id = hubId(conversation, `deadline:${header.log}:${deadline.key}:${deadline.at}`)
      const outcome = await order(conversation, MACHINE, 'deadline-pass', deadline, id)
      // another hub was quicker, or something happened meanwhile
      if (!outcome.ok && outcome.refusal.code !== 'deadline/not-due') onRefused(conversation, outcome.refusal)
    }
  })
}

/**
 * After a start of the only hub of a store: whatever turns were running have lost the process that ran them, and get
 * another attempt at once instead of at their deadline; what the team had asked for is taken up again.
 */
export async function recoverTurns(options: TicksOptions): Promise<void> {
  const { order, onOwed, onAsked } = options
  await eachDue(options, Number.MAX_SAFE_INTEGER, async (conversation, { turn, deadlines, assist, summary }) => {
    const lost = { code: 'hub/restarted', retryable: true } as const
    if (turn) await order(conversation, ASSISTANT, 'turn-fail', { turn: turn.id, attempt: turn.attempt, ...lost }, hubId(turn.id, `lost:${turn.attempt}`))
    else if (deadlines.some(({ key }) => key === 'owed')) onOwed(conversation)
    if (assist || summary !== undefined) onAsked(conversation)
  })
}
