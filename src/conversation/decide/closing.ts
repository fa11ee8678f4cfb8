import type { ClosingTask, CommandMap, DraftEvent, Header } from '../../protocol/index.ts'
import { ASSISTANT } from '../../protocol/index.ts'
import type { DecideContext } from './drafts.ts'
import { draft, say } from './drafts.ts'
import type { Deciders } from './deciders.ts'

/** The first of the closing tasks that are left; after the last, the assistant is there for everything again. */
export function askNext(tasks: readonly ClosingTask[], episode: number, { now, policy }: DecideContext): DraftEvent[] {
  if (tasks[0] === 'survey') return [draft('survey-asked', ASSISTANT, { episode, until: now + policy.surveyWait })]
  if (tasks[0] === 'anything-else') return [draft('anything-else-asked', ASSISTANT, { until: now + policy.anythingElseWait })]
  return [draft('tasks-ended', ASSISTANT, { reason: 'done' })]
}

/** A rating, thanks, and during the closing tasks the next of them. */
export const answered = (header: Header, data: CommandMap['survey-answer'], context: DecideContext): DraftEvent[] => [
  draft('survey-answered', context.by, data),
  say('survey-thanks'),
  ...(header.phase === 'handback' ? askNext(header.tasks ?? [], data.episode, context) : []),
]

export const closing = {
  'survey-answer': (header, data, context) => (header ? answered(header, data, context) : []),
} satisfies Partial<Deciders>
