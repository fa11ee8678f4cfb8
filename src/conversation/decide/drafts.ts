import type { Actor, Audience, DraftEvent, EventMap, EventType, Header, NoticeKey, Person } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../protocol/index.ts'
import type { Policy } from '../policy.ts'

/** What a decision may know besides the header and the command. */
export interface DecideContext {
  readonly by: Actor
  /** The author as shown to others: from the token, for visitors and staff. */
  readonly person: Person
  /** Milliseconds since 1970. */
  readonly now: number
  readonly policy: Policy
  /** What the log tells the next person, for commands that ask for one. */
  readonly known?: Known
}

/** What a person should know when the conversation reaches them. */
export type Known = Omit<EventMap['context-added'], 'reason'>

const staffOnly: ReadonlySet<EventType> = new Set<EventType>(['turn-skipped', 'note-added', 'context-added'])

export function draft<T extends EventType>(type: T, by: Actor, data: EventMap[T]): DraftEvent {
  const audience: Audience = staffOnly.has(type) ? 'staff' : 'everyone'
  return { type, by, audience, data } as DraftEvent
}

/** A text of the machine, rendered in the reader's language. */
export const notice = (key: NoticeKey, params: Readonly<Record<string, string | number>> = {}, by: Actor = MACHINE): DraftEvent =>
  draft('notice', by, { key, params })

/** The same in a bubble of the assistant. */
export const say = (key: NoticeKey): DraftEvent => notice(key, {}, ASSISTANT)

/** A running turn is fenced off before anything else happens to the floor. */
export const abortTurn = (header: Header, reason: EventMap['turn-aborted']['reason']): DraftEvent[] =>
  header.turn ? [draft('turn-aborted', MACHINE, { turn: header.turn.id, attempt: header.turn.attempt, reason })] : []
