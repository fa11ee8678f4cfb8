import type { EventStore } from '../contracts/index.ts'
import type { DecideContext, Policy } from '../conversation/index.ts'
import { allow, decide, entryOf, isRefusal, number } from '../conversation/index.ts'
import { digest } from '../internal/ids.ts'
import type { Actor, Cursor, Header, Id, KnownCommand, Person, Refusal, StoredEvent } from '../protocol/index.ts'
import { isHandbackError } from '../protocol/index.ts'
import { isAsked } from './asked-forms.ts'
import { onlyContents } from './erasing.ts'
import type { FailPoint } from './options.ts'
import { knownFrom } from './known.ts'
import { isRated } from './ratings.ts'
import { loadHeader } from './records.ts'

export interface Order {
  readonly conversation: Id
  readonly command: KnownCommand
  readonly by: Actor
  readonly person: Person
  /** The sender's cursor when the command was first made; `null`: before the conversation began. */
  readonly seen: Cursor | null
}

/** `again`: the command had its effect before, so whoever else issued it acts on it. */
export type Outcome = { readonly ok: true; readonly at: Cursor; readonly again?: true } | { readonly ok: false; readonly refusal: Refusal }

export interface Executor {
  readonly store: EventStore
  readonly policy: Policy
  readonly now: () => number
  readonly failPoint: (point: FailPoint, conversation: Id) => void
  /** What is known of the team and the site at a time. */
  readonly surroundings: (now: number) => Pick<DecideContext, 'closed' | 'tickets'>
  /** Removes for good what the log says is to be removed, and resolves with the number of the log after that. */
  readonly erase: (conversation: Id) => Promise<number>
  /** After an append of this hub, with the header that it led to. */
  readonly appended: (conversation: Id, header: Header, events: readonly StoredEvent[]) => void
}

const notFound: Refusal = { code: 'conversation/not-found', message: 'There is no such conversation.' }
const mismatch: Refusal = { code: 'command/mismatch', message: 'Another command was sent under this id.' }

const notAsked: Refusal = { code: 'form/not-open', message: 'This form was not asked here, or is no longer open.' }
const wroteNothing: Refusal = { code: 'command/invalid', message: 'Only what somebody has written can be removed.' }

/**
 * Where its sender can see that a command has had its effect. The number of a hidden event is no business of a visitor:
 * they are told the last one before it that they see, which they have or will have.
 */
const reached = (events: readonly StoredEvent[], by: Actor): number => {
  const last = events.findLast(({ audience }) => audience === 'everyone') ?? events.at(-1)
  return (last?.audience === 'staff' && by.kind === 'visitor' ? last.prev : last?.seq) ?? 0
}

/** Whoever comes must know what has happened. */
const bringsPerson = ({ type, data }: KnownCommand): boolean =>
  type === 'handoff-request' || (type === 'turn-commit' && (data.handoff !== undefined || data.held !== undefined)) || type === 'turn-fail'

/** An earlier effect can only lie after what the sender had seen, unless the log has changed since. */
const searchFrom = (seen: Cursor | null, header: Header): Cursor | null =>
  seen && seen.log === header.log && seen.seq <= header.seq ? seen : null

/**
 * One command, exactly once: look for its effect, decide, append; after a conflict again from the start, until it is
 * appended or the machine refuses it. Rejects only when the store does.
 */
export async function execute(hub: Executor, order: Order): Promise<Outcome> {
  const { conversation, command, by, person } = order
  const body = digest({ type: command.type, data: command.data, by: by.id })
  // who hears that something was removed can rely on it
  const accepted = async (header: Header, events: readonly StoredEvent[]): Promise<Extract<Outcome, { ok: true }>> => ({
    ok: true,
    at: { log: header.erasing ? await hub.erase(conversation) : header.log, seq: reached(events, by) },
  })
  for (;;) {
    const header = await loadHeader(hub.store, conversation)
    // what is not yours answers as what does not exist, down to the reason
    if (header && by.kind === 'visitor' && header.visitor !== by.id) return { ok: false, refusal: allow(null, command, by) ?? notFound }
    if (header) {
      const earlier = await hub.store.caused(conversation, command.id, searchFrom(order.seen, header))
      const last = earlier.at(-1)
      if (last) return last.digest === body ? { ...(await accepted(header, earlier)), again: true } : { ok: false, refusal: mismatch }
    }
    const known = header && bringsPerson(command) ? { known: await knownFrom(hub.store, conversation, header) } : {}
    const now = hub.now()
    const context: DecideContext = { by, person, now, policy: hub.policy, ...hub.surroundings(now), ...known }
    const decision = decide(header ?? null, command, context)
    if (isRefusal(decision)) return { ok: false, refusal: decision }
    if (header && command.type === 'events-redact' && !(await onlyContents(hub.store, conversation, header, command.data.seqs))) {
      return { ok: false, refusal: wroteNothing }
    }
    if (command.type === 'form-submit' && !(await isAsked(hub.store, conversation, header, command.data))) return { ok: false, refusal: notAsked }
    const stands = header && command.type === 'message-rate' && (await isRated(hub.store, conversation, header, command.data))
    if (decision.length === 0 || stands) {
      const log = header?.erasing ? await hub.erase(conversation) : (header?.log ?? 1)
      return { ok: true, at: { log, seq: header?.shown ?? 0 } }
    }
    const next = number(header ?? null, decision, { cause: command.id, digest: body, now: context.now, visitor: by.id })
    try {
      hub.failPoint('before-append', conversation)
      await hub.store.append(conversation, {
        expect: header ? { log: header.log, seq: header.seq } : null,
        events: next.events,
        header: next.header,
        entry: entryOf(conversation, next.header),
      })
      hub.failPoint('after-append', conversation)
    } catch (error) {
      if (isHandbackError(error) && error.code === 'store/conflict') continue
      throw error
    }
    hub.appended(conversation, next.header, next.events)
    return accepted(next.header, next.events)
  }
}
