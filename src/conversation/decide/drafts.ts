import type { Actor, Audience, DraftEvent, EventMap, EventType, Header, Id, NoticeKey, Person } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE, isStaffType } from '../../protocol/index.ts'
import { FILING } from '../header-handlers.ts'
import type { Policy } from '../policy.ts'

/** What a decision may know besides the header and the command. */
export interface DecideContext {
  readonly by: Actor
  /** The author as shown to others: from the token, for visitors and staff. */
  readonly person: Person
  /** Milliseconds since 1970. */
  readonly now: number
  readonly policy: Policy
  /** Nobody of the team is there now. `at`: when somebody is again, ms since 1970. Default: somebody is, or nobody knows. */
  readonly closed?: { readonly at?: number }
  /** Whether the site's own system is given messages for later. Default: they are kept here only. */
  readonly tickets?: boolean
  /** What the log tells the next person, for commands that ask for one. */
  readonly known?: Known
}

/** What a person should know when the conversation reaches them. */
export type Known = Omit<EventMap['context-added'], 'reason'>

export function draft<T extends EventType>(type: T, by: Actor, data: EventMap[T]): DraftEvent {
  const audience: Audience = isStaffType(type) ? 'staff' : 'everyone'
  return { type, by, audience, data } as DraftEvent
}

/** The same for staff only, whatever its type: what concerns a turn that assists a person. */
export const hidden = (event: DraftEvent): DraftEvent => ({ ...event, audience: 'staff' })

/** The data of a command without its undefined fields. */
export const given = <T extends object>(data: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T

/** A text of the machine, rendered in the reader's language. */
export const notice = (key: NoticeKey, params: Readonly<Record<string, string | number>> = {}, by: Actor = MACHINE): DraftEvent =>
  draft('notice', by, { key, params })

/** The same in a bubble of the assistant. */
export const say = (key: NoticeKey): DraftEvent => notice(key, {}, ASSISTANT)

/** A message for later. */
export const ticket = (id: Id, text: string, { by, tickets }: Pick<DecideContext, 'by' | 'tickets'>, contact?: string): DraftEvent =>
  draft('ticket-created', by, { ticket: id, text, ...(contact === undefined ? {} : { contact }), ...(tickets ? { file: true } : {}) })

/** As many messages as may wait for the site's own system do: another one would push out one that the visitor was told is kept. */
export const filled = (header: Header | null, { tickets }: Pick<DecideContext, 'tickets'>): boolean =>
  tickets === true && (header?.filing?.length ?? 0) >= FILING

/** A running turn is fenced off before anything else happens to the floor. */
export function abortTurn({ turn }: Header, reason: EventMap['turn-aborted']['reason']): DraftEvent[] {
  if (!turn) return []
  const aborted = draft('turn-aborted', MACHINE, { turn: turn.id, attempt: turn.attempt, reason })
  return [turn.kind ? hidden(aborted) : aborted]
}
