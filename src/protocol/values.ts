/** The small values that every other part of the protocol is made of. */

/** `[A-Za-z0-9_-]{8,64}`, made by whoever makes the thing. Ours: 22 characters from 128 random bits. */
export type Id = string

/** Where a conversation stands. Exactly one party holds the floor in each, nobody in `queued` and `closed`. */
export type Phase = 'bot' | 'queued' | 'human' | 'handback' | 'closed'

/** Who may see an event or a signal. A visitor never receives anything but `everyone`. */
export type Audience = 'everyone' | 'staff'

/**
 * What kind of party wrote something; comes from the writer's token, never from a payload.
 * `agent` and `supervisor` are people, `assistant` is the bot, `machine` is the conversation machine itself.
 */
export type ActorKind = 'visitor' | 'agent' | 'supervisor' | 'assistant' | 'machine'

/** Who does something: a kind of party, and which of them. */
export interface Actor {
  readonly kind: ActorKind
  readonly id: Id
}

/** A person or bot as shown to others. */
export interface Person {
  readonly id: Id
  readonly kind: ActorKind
  /** Display name, at most 80 characters. */
  readonly name: string
  /** https URL of a picture, or absent: initials are shown. */
  readonly avatar?: string
}

/** A place in a conversation's log: `seq` is the last event seen (0 = none), `log` the incarnation of the log. */
export interface Cursor {
  readonly log: number
  readonly seq: number
}

export const MACHINE: Actor = { kind: 'machine', id: 'machine-' }
export const ASSISTANT: Actor = { kind: 'assistant', id: 'assistant' }

export const isStaff = (actor: Actor): boolean => actor.kind === 'agent' || actor.kind === 'supervisor'

const idPattern = /^[A-Za-z0-9_-]{8,64}$/
export const isId = (value: unknown): value is Id => typeof value === 'string' && idPattern.test(value)
