import type { ClosingTask } from '../protocol/index.ts'

/** What a deployment decides about its conversations. Times in milliseconds. */
export interface Policy {
  /** How long a visitor waits in the queue before the assistant returns. Default 3 min. */
  readonly queueWait: number
  /** How long one turn of the assistant may take. Default 60 s. */
  readonly turnTime: number
  /** How often a question is tried before it is given up. Default 2. */
  readonly turnAttempts: number
  /** Pause before the next attempt. Default 1 s. */
  readonly turnRetry: number
  /** What follows when the assistant has given up. Default `handoff`. */
  readonly onFailure: 'handoff' | 'notice'
  /** How long the assistant waits for a rating before it closes. Default 10 min. */
  readonly surveyWait: number
  /** How long it waits after "anything else?". Default 5 min. */
  readonly anythingElseWait: number
  /** How long a lost agent has to come back. Default 60 s. */
  readonly agentGrace: number
  /** What the assistant does after a hand-back when the agent says nothing else. Default both. */
  readonly closingTasks: readonly ClosingTask[]
  /** Who receives a closed conversation when the visitor writes again. Default `bot`. */
  readonly onReopen: 'bot' | 'queue'
}

export const defaultPolicy: Policy = {
  queueWait: 180_000,
  turnTime: 60_000,
  turnAttempts: 2,
  turnRetry: 1_000,
  onFailure: 'handoff',
  surveyWait: 600_000,
  anythingElseWait: 300_000,
  agentGrace: 60_000,
  closingTasks: ['survey', 'anything-else'],
  onReopen: 'bot',
}
