import type { ArticleRef, ClosingTask, HandoffReason } from './events.ts'
import type { Part } from './parts.ts'
import type { Id } from './values.ts'

/** Data of each command type. The id of a sent message is the id of its command. */
export interface CommandMap {
  // anybody in the conversation
  'message-send': { readonly parts: readonly Part[]; readonly locale?: string; readonly page?: string }
  'read-mark': { readonly seq: number }
  // the visitor
  'handoff-cancel': Readonly<Record<never, never>>
  'survey-answer': { readonly episode: number; readonly score: number; readonly comment?: string }
  'ticket-create': { readonly text: string; readonly contact?: string }
  'conversation-end': Readonly<Record<never, never>>
  // the visitor, or the assistant with what it knows
  'handoff-request': {
    /** The turn that asks, for the assistant: fenced like its answer. */
    readonly turn?: Id
    readonly attempt?: number
    readonly reason?: HandoffReason
    readonly rule?: string
    readonly summary?: string
    readonly confidence?: number
    readonly sentiment?: number
    readonly fields?: Readonly<Record<string, string>>
    readonly articles?: readonly ArticleRef[]
    readonly locale?: string
    readonly page?: string
  }
  // agents and supervisors
  'floor-claim': Readonly<Record<never, never>>
  'floor-return': { readonly tasks?: readonly ClosingTask[] }
  'floor-transfer': { readonly note?: string }
  'note-add': { readonly text: string }
  'conversation-resolve': Readonly<Record<never, never>>
  // the hub, as the assistant
  'turn-start': { readonly turn: Id; readonly attempt: number; readonly message: Id }
  'turn-commit': { readonly turn: Id; readonly attempt: number; readonly floor: number; readonly parts: readonly Part[] }
  'turn-abort': { readonly turn: Id; readonly attempt: number }
  'turn-skip': { readonly upTo: number }
  'turn-fail': { readonly turn: Id; readonly attempt: number; readonly code: string; readonly retryable: boolean }
  // the hub, as the machine
  'deadline-pass': { readonly key: string; readonly at: number }
  'agent-drop': { readonly agent: Id }
  'agent-return': { readonly agent: Id }
  /** The visitor needs nothing more. `upTo`: what was read of the log; refused when the visitor has written since. */
  'conversation-finish': { readonly upTo?: number }
}

export type CommandType = keyof CommandMap

/** What somebody wants to happen. The same id twice has one effect, without time limit. */
export type KnownCommand = {
  [T in CommandType]: { readonly id: Id; readonly type: T; readonly data: CommandMap[T] }
}[CommandType]

/** A command as it comes from the wire: its type may be unknown and its data anything. */
export interface Command {
  readonly id: Id
  readonly type: string
  readonly data: unknown
}
