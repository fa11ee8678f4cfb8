import type { AskedForm, ClosingTask, HandoffReason, MessageRating, Nothing } from './events.ts'
import type { Part } from './parts.ts'
import type { ArticleRef, AttributeValue, HeldAction, Meter } from './staff-events.ts'
import type { Id } from './values.ts'

/** Which turn speaks; a fence, not a wish. */
interface Turn {
  readonly turn: Id
  readonly attempt: number
}

/** What the assistant may tell of a conversation when it asks for a person. */
export interface Told {
  readonly reason?: HandoffReason
  /** The rule that asked for a person; `safety`: somebody may be in danger, so nothing holds it back. */
  readonly rule?: string
  /** What has happened so far, in a few sentences. */
  readonly summary?: string
  /** 0..1, that the assistant's answers were right. */
  readonly confidence?: number
  /** -1..1, of the visitor. */
  readonly sentiment?: number
  /** Facts that the visitor has given, by name. */
  readonly fields?: Readonly<Record<string, string>>
  /** What the assistant has drawn on. */
  readonly articles?: readonly ArticleRef[]
  /** Name of the team that should take it. */
  readonly team?: string
  /** Higher is served first. */
  readonly priority?: number
}

/** Data of each command type. The id of a sent message is the id of its command. */
export interface CommandMap {
  // anybody in the conversation
  /** Says something. By a visitor it begins or reopens a conversation; by an agent it claims one that nobody holds. */
  'message-send': {
    readonly parts: readonly Part[]
    readonly locale?: string
    readonly page?: string
    /** The assistant's draft that was sent, changed or not; staff only. */
    readonly draft?: Id
  }
  /** Everything up to this seq was read. */
  'read-mark': { readonly seq: number }
  /** Goes on in another language. */
  'language-set': {
    /** BCP 47 tag. */
    readonly language: string
  }
  /** Tells facts about the visitor; `null` removes one. */
  'attributes-update': { readonly values: Readonly<Record<string, AttributeValue>> }
  /** Somebody will come back to the visitor: when asked, or by staff at any time. */
  'follow-up-schedule': {
    /** When, ms since 1970; within a year. */
    readonly at: number
    readonly contact?: string
    readonly note?: string
  }
  /** Removes all contents for good; the visitor or a supervisor. */
  'conversation-erase': Nothing
  // the visitor
  /** Stops the answer that is being written. */
  'turn-stop': { readonly message: Id }
  /** No longer waits for a person. */
  'handoff-cancel': Nothing
  /** Rates what a person did. */
  'survey-answer': {
    readonly episode: number
    /** 1..7. */
    readonly score: number
    readonly comment?: string
    /** Ratings 1..7 of single factors by name. */
    readonly factors?: Readonly<Record<string, number>>
  }
  /** Does not want to rate it, while that is asked. */
  'survey-decline': { readonly episode: number }
  /** Needs nobody to come back. */
  'follow-up-decline': Nothing
  /** Fills in a form. */
  'form-submit': {
    readonly form: Id
    readonly values: Readonly<Record<string, string>>
    /** What was asked, where no message holds the form: one that stands before the first message. */
    readonly asked?: AskedForm
    readonly locale?: string
    readonly page?: string
  }
  /** Says whether a message was of use; `none` takes it back. */
  'message-rate': { readonly message: Id; readonly rating: MessageRating; readonly comment?: string }
  /** Leaves a message for later. */
  'ticket-create': { readonly text: string; readonly contact?: string }
  /** Agrees to something, or not. */
  'consent-record': { readonly scope: string; readonly version: string; readonly granted: boolean }
  /** Agrees to what the assistant wants to do, or not. */
  'permission-answer': { readonly permission: Id; readonly granted: boolean }
  /** Ends the conversation. */
  'conversation-end': Nothing
  // the visitor, or the assistant with what it knows
  /** Wants a person. */
  'handoff-request': Told & {
    /** The turn that asks, for the assistant: fenced like its answer. */
    readonly turn?: Id
    readonly attempt?: number
    /** What the assistant has read of the log; where nobody can be asked, refused when the visitor has written since. Default: not looked at, nothing is settled. */
    readonly upTo?: number
    readonly locale?: string
    readonly page?: string
  }
  // agents and supervisors
  /** Takes the floor. */
  'floor-claim': Nothing
  /** Gives the floor back to the assistant. */
  'floor-return': { readonly tasks?: readonly ClosingTask[] }
  /** Gives the floor to the next free colleague, or to a certain one. */
  'floor-transfer': { readonly note?: string; readonly agent?: Id; readonly team?: string }
  /** Lets a colleague write beside the holder. */
  'participant-invite': { readonly agent: Id }
  /** Begins to write beside the holder: supervisors, and who was invited. */
  'participant-join': Nothing
  /** Stops writing beside the holder. */
  'participant-leave': Nothing
  /** Asks a supervisor for help. */
  'supervisor-request': { readonly note?: string }
  /** Reads along without writing. */
  'shadow-start': Nothing
  /** Stops reading along. */
  'shadow-end': Nothing
  /** Asks the assistant for something while a person holds the floor. */
  'assist-request': { readonly text: string }
  /** Does not want a draft. */
  'draft-drop': { readonly draft: Id }
  /** Lets the assistant do what a draft says. */
  'draft-approve': { readonly draft: Id }
  /** Writes a note to colleagues. */
  'note-add': { readonly text: string }
  /** Puts a tag on the conversation. */
  'tag-add': { readonly tag: string }
  /** Takes a tag off. */
  'tag-remove': { readonly tag: string }
  /** Says where the conversation belongs in the queue. */
  'conversation-route': { readonly team?: string; readonly priority?: number; readonly agent?: Id }
  /** Ends the conversation: what the visitor wanted is done. */
  'conversation-resolve': Nothing
  /** Removes the contents of single events for good. */
  'events-redact': { readonly seqs: readonly number[] }
  // the hub, as the assistant
  /** Takes up what is owed, or with `kind: 'assist'` what the holder asked for. */
  'turn-start': Turn & {
    readonly message: Id
    /** What was read of the log, at least to `owedTo`; refused when the visitor has written since. Default: not looked at. */
    readonly upTo?: number
    readonly kind?: 'assist'
  }
  /** Gives the turn's answer; refused when the floor or the turn is another by now. */
  'turn-commit': Turn & {
    /** Number of the floor that the turn began on. */
    readonly floor: number
    /** The answer. One of `parts`, `held` and `handoff` is there. */
    readonly parts?: readonly Part[]
    /** The answer breaks off, or was too long. */
    readonly cut?: true
    /** What the attempt has used. */
    readonly meter?: Meter
    /** What the assistant wants to do once it is approved: the visitor is asked, or a person of the team. */
    readonly held?: HeldAction
    /** A person is wanted after the answer. */
    readonly handoff?: Told
  }
  /** Keeps what a stopped answer had shown. */
  'turn-keep': Turn & { readonly parts: readonly Part[] }
  /** Ends the turn without an answer, so that what came meanwhile is answered too. */
  'turn-abort': Turn
  /** Says that the visitor's messages need no answer. */
  'turn-skip': { readonly upTo: number }
  /** Says that the turn came to nothing. */
  'turn-fail': Turn & {
    readonly code: string
    /** Whether another attempt can work. */
    readonly retryable: boolean
    /** Milliseconds after which another attempt can work, when the service has said so. */
    readonly retryAfter?: number
    /** What the visitor has seen of the answer: it is kept, and nothing is tried again. */
    readonly parts?: readonly Part[]
    /** What the attempt has used. */
    readonly meter?: Meter
  }
  /** Tells what an attempt has used that ended otherwise than by an answer or a failure, whatever runs by now. */
  'turn-meter': Turn & { readonly meter: Meter }
  /** Is about to run a tool; refused when the turn is another by now. */
  'tool-call': Turn & {
    readonly call: Id
    readonly tool: string
    /** What it is given, as JSON. */
    readonly input: string
  }
  /** Tells what came of a call, whoever holds the floor by now. */
  'tool-return': { readonly call: Id; readonly output: string; readonly failed?: true }
  /** Tells the team what happened while a person held the floor. */
  'summary-write': { readonly episode: number; readonly text: string }
  /** The visitor needs nothing more. `upTo`: what was read of the log; refused when the visitor has written since. */
  'conversation-finish': { readonly upTo?: number }
  // the hub, as the machine
  /** Says that the time of a deadline has come. */
  'deadline-pass': {
    /** Which deadline, a `DeadlineKey`. */
    readonly key: string
    /** When it was due, ms since 1970. */
    readonly at: number
  }
  /** Says that the site's own system has taken a message for later. */
  'ticket-file': { readonly ticket: Id; readonly reference?: string }
  /** Says that the holder's connection is lost. */
  'agent-drop': { readonly agent: Id }
  /** Says that the holder is back. */
  'agent-return': { readonly agent: Id }
}

export type CommandType = keyof CommandMap

/** What somebody wants to happen. The same id twice has one effect, without time limit. */
export type KnownCommand = {
  [T in CommandType]: { readonly id: Id; readonly type: T; readonly data: CommandMap[T] }
}[CommandType]

/** A command as it comes from the wire: its type may be unknown and its data anything. */
export interface Command {
  readonly id: Id
  /** A `CommandType`, or a word that this hub does not know. */
  readonly type: string
  /** Checked by the hub, by type. */
  readonly data: unknown
}
