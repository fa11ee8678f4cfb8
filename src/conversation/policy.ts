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
  /** How long it waits for an answer about a follow-up. Default 5 min. */
  readonly followUpWait: number
  /** How long a summary may take. Default 2 min. */
  readonly summaryTime: number
  /** How long a request of the holder waits to be taken up by the assistant. Default 30 s. */
  readonly assistWait: number
  /** After so many handoffs in a row that nobody answered, the next unanswered one ends as a ticket. Default 2. */
  readonly handoffLimit: number
  /** For so long after an unanswered handoff the assistant asks for nobody by itself; a visitor always may. Default 60 s. */
  readonly handoffPause: number
  /** How long a lost agent has to come back. Default 60 s. */
  readonly agentGrace: number
  /** What the assistant does after a hand-back when the agent says nothing else; with `survey`, the end asks for a rating where it was not asked for. Default a summary, a survey, and "anything else?". */
  readonly closingTasks: readonly ClosingTask[]
  /**
   * Who receives a closed conversation when the visitor writes again; `last-agent` waits in the queue for whoever held it
   * last, and is `bot` where nobody did. Default `bot`.
   */
  readonly onReopen: 'bot' | 'last-agent' | 'queue'
  /**
   * How much the assistant may use in one conversation: answers that are begun, tokens in and out together, cost in the
   * currency of the deployment. Once one is used up, the hub asks for a person instead of another answer. Default: no limits.
   */
  readonly budget?: { readonly turns?: number; readonly tokens?: number; readonly cost?: number }
  /** Whether no words ever go to the service of the assistant: the hub asks for a person instead of an answer. Default false. */
  readonly humanOnly: boolean
}

export const defaultPolicy: Policy = {
  queueWait: 180_000,
  turnTime: 60_000,
  turnAttempts: 2,
  turnRetry: 1_000,
  onFailure: 'handoff',
  surveyWait: 600_000,
  anythingElseWait: 300_000,
  followUpWait: 300_000,
  summaryTime: 120_000,
  assistWait: 30_000,
  handoffLimit: 2,
  handoffPause: 60_000,
  agentGrace: 60_000,
  closingTasks: ['summary', 'survey', 'anything-else'],
  onReopen: 'bot',
  humanOnly: false,
}
