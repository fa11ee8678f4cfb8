import type { ClosingTask } from './events.ts'
import type { Actor, Id, Person, Phase } from './values.ts'

/** What everyone in a conversation may know about it without reading the log. */
export interface PublicHeader {
  /** Incarnation of the log, +1 by erasure or by a restore that lost events. */
  readonly log: number
  /** `seq` of the newest event that everyone may see; 0 before the first. */
  readonly shown: number
  readonly phase: Phase
  /** The visitor and everybody who has written or held the floor; at most 16, the oldest agents leave first. */
  readonly people: readonly Person[]
  /** Who holds the floor, and how often it has changed hands. */
  readonly floor: { readonly number: number; readonly holder: Actor | null }
  /** The answer that is being written: its deltas are signals, its end is one event. */
  readonly stream?: { readonly message: Id; readonly attempt: number }
  /** Open while a person is wanted: since when, until when at most, and why. */
  readonly handoff?: { readonly since: number; readonly until: number; readonly reason: string }
  /** The newest human episode that may be rated. */
  readonly survey?: { readonly episode: number; readonly state: 'open' | 'asked' | 'answered' | 'declined' }
  /** `seq` up to which each side has read. */
  readonly read: { readonly visitor: number; readonly staff: number }
  /** True while a message that the visitor left for later waits for a person. */
  readonly ticket?: boolean
  /** True while the holder's connection is lost and the visitor may have to wait for another person. */
  readonly away?: boolean
  /** Ids of those who write beside the holder; at most 8. */
  readonly helpers?: readonly Id[]
  /** BCP 47 tag of the visitor's language, when known. */
  readonly language?: string
  /** Whether somebody will come back to the visitor. `at`: when, ms since 1970. `due`: it is time. */
  readonly followUp?: { readonly state: 'asked' | 'scheduled' | 'due'; readonly at?: number }
  /** What the assistant has asked the visitor's permission for, while it is open. */
  readonly permission?: Id
  /** True once all contents were removed; nothing follows. */
  readonly erased?: boolean
}

/** The machine's own record, beside the log: all that `decide` needs. At most 16 KiB as JSON. */
export interface Header extends PublicHeader {
  /** Version of the fold that wrote it; any other version refolds from the log. */
  readonly machine: number
  readonly seq: number
  readonly at: number
  readonly visitor: Id
  /** The running turn of the bot. `start`: seq of its start; `late`: first visitor message after it. */
  readonly turn?: {
    readonly id: Id
    readonly floor: number
    readonly attempt: number
    readonly message: Id
    readonly start: number
    readonly late?: number
    readonly kind?: 'assist'
  }
  /** The turn that the visitor has stopped, until what it had shown is kept or the floor is another's. */
  readonly stopped?: { readonly id: Id; readonly floor: number; readonly attempt: number; readonly message: Id }
  /** `seq` of the oldest unanswered visitor message. */
  readonly owed?: number
  /** `seq` of the newest of them, so that a skip never covers a message that it has not seen. */
  readonly owedTo?: number
  /** Attempts made so far at answering what is owed. */
  readonly attempts: number
  /** The only timers there are, earliest first; at most one of a key. */
  readonly deadlines: readonly Deadline[]
  /** The visitor's newest words, at most 120 characters. */
  readonly preview: string
  /** When it entered its phase. */
  readonly since: number
  /** Closing tasks of the hand-back that are not done yet. */
  readonly tasks?: readonly ClosingTask[]
  /** What the holder has asked of the assistant and no turn has taken up. */
  readonly assist?: {
    readonly request: Id
    readonly seq: number
    /** The held action that the holder has approved by it. */
    readonly action?: Id
  }
  /** Drafts that are offered to the holder; at most 8. */
  readonly drafts?: readonly Id[]
  /** Those of them that are actions, to be approved; each has the id of its action. */
  readonly actions?: readonly Id[]
  /** The action that the visitor has agreed to and no turn has taken up. `seq`: of the answer. */
  readonly granted?: { readonly action: Id; readonly seq: number }
  /** Calls of tools of which nobody knows yet what came of them; at most 8. */
  readonly calls?: readonly { readonly id: Id; readonly tool: string }[]
  /** What the assistant has used in this conversation. `turns`: answers to the visitor that were begun; `cost`: in the currency of the deployment. */
  readonly spent?: {
    readonly turns: number
    readonly inputTokens: number
    readonly outputTokens: number
    readonly cost: number
    readonly calls: number
    /** The calls of each tool by name; at most 32 names. Read with `Object.hasOwn`. */
    readonly tools?: Readonly<Record<string, number>>
  }
  /** True while the visitor does not agree to be answered by an assistant. */
  readonly humanOnly?: true
  /** The human episode that is to be summarised. */
  readonly summary?: number
  /** Colleagues whom the holder lets write; at most 8. */
  readonly invited?: readonly Id[]
  /** Who reads along; at most 8. */
  readonly shadows?: readonly Id[]
  /** True while the holder waits for a supervisor. */
  readonly escalated?: boolean
  /** At most 20, each at most 40 characters. */
  readonly tags?: readonly string[]
  /** Where it belongs in the queue. */
  readonly route?: { readonly team?: string; readonly priority?: number; readonly agent?: Id }
  /** Who held the floor last. */
  readonly lastAgent?: Id
  /** Messages for later that the site's own system has not taken yet, and where they stand in the log; at most 20. */
  readonly filing?: readonly { readonly ticket: Id; readonly seq: number }[]
  /** There while the newest that was said is that nobody is there. `at`: until when, as it was told, ms since 1970. */
  readonly awayTold?: { readonly at?: number }
  /** Handoffs since a person was here that nobody answered, and when the last of them ended. */
  readonly unanswered?: { readonly count: number; readonly at: number }
  /** What is to be removed from the log and is still there. */
  readonly erasing?: 'all' | readonly number[]
}

export interface Deadline {
  readonly key: DeadlineKey
  readonly at: number
}

/**
 * `owed`: a visitor message waits for a turn. `turn`: a turn runs. `queue`: somebody waits for a person.
 * `agent-back`: the holder's connection is lost. `survey`, `follow-up`, `anything-else`: a closing task waits for the visitor.
 * `summary`, `assist`: the assistant is asked for something by the team. `come-back`: a follow-up is due then.
 * `erase`: contents are to be removed. `ticket`: a message for later is to be given to the site's own system. `idle`: the assistant holds the floor and nobody says anything.
 */
export type DeadlineKey =
  | 'owed'
  | 'turn'
  | 'queue'
  | 'agent-back'
  | 'survey'
  | 'follow-up'
  | 'anything-else'
  | 'summary'
  | 'assist'
  | 'come-back'
  | 'erase'
  | 'ticket'
  | 'idle'
