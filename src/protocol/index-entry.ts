import type { Cursor, Id, Phase } from './values.ts'

/** One conversation in lists. May lag: whoever acts on it loads the header and decides again. */
export interface IndexEntry {
  readonly conversation: Id
  readonly at: Cursor
  readonly phase: Phase
  /** Id of the person who holds the floor. */
  readonly holder?: Id
  /** Their display name. */
  readonly holderName?: string
  readonly visitor: Id
  /** The visitor's display name. */
  readonly visitorName: string
  /** Name of the team that should take it. */
  readonly team?: string
  /** Higher is served first. Default 0. */
  readonly priority: number
  /** When it entered its phase, ms since 1970: the waiting time counts from here. */
  readonly since: number
  /** When anything last happened. */
  readonly updated: number
  /** Why a person is wanted, while one is. */
  readonly reason?: string
  /** Earliest deadline. */
  readonly due?: number
  /** The visitor's newest words, at most 120 characters. */
  readonly preview: string
  /** Whether the visitor left a message for later that nobody has taken up. */
  readonly ticket?: boolean
  /** Whether the holder's connection is lost. */
  readonly away?: boolean
  /** Id of the agent who should take it, if free. */
  readonly agent?: Id
  /** At most 20. */
  readonly tags?: readonly string[]
  /** Whether the holder waits for a supervisor. */
  readonly escalated?: boolean
  /** Whether it is time to come back to the visitor. */
  readonly followUp?: boolean
  /** The rule that asked for a person, or why the assistant did in its own words. Told by the hub to desks; no store keeps it. */
  readonly rule?: string
  /** When the visitor was last seen, ms since 1970, while they wait for a person and are gone. Told by the hub to desks; no store keeps it. */
  readonly left?: number
}
