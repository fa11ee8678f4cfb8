import type { ClosingTask, CommandMap, DraftEvent, Header } from '../../protocol/index.ts'
import { ASSISTANT } from '../../protocol/index.ts'
import { refuse } from '../rules.ts'
import type { DecideContext } from './drafts.ts'
import { draft, given, notice, say } from './drafts.ts'
import type { Deciders } from './deciders.ts'

/** Nobody plans further ahead. Milliseconds. */
const YEAR = 366 * 24 * 3_600_000

/** The first of the closing tasks that are left; after the last, the assistant is there for everything again. */
export function askNext(header: Header, tasks: readonly ClosingTask[], episode: number, context: DecideContext): DraftEvent[] {
  const { now, policy } = context
  const [task, ...rest] = tasks
  // who has rated already is not asked again
  if (task === 'survey' && header.survey?.state === 'answered') return askNext(header, rest, episode, context)
  if (task === 'survey') return [draft('survey-asked', ASSISTANT, { episode, until: now + policy.surveyWait })]
  // for the team: the visitor is not kept waiting for it
  if (task === 'summary') return [draft('summary-asked', ASSISTANT, { episode, until: now + policy.summaryTime }), ...askNext(header, rest, episode, context)]
  // what was agreed on with the person needs no question
  if (task === 'follow-up' && header.followUp) return askNext(header, rest, episode, context)
  if (task === 'follow-up') return [draft('follow-up-asked', ASSISTANT, { until: now + policy.followUpWait })]
  if (task === 'anything-else') return [draft('anything-else-asked', ASSISTANT, { until: now + policy.anythingElseWait })]
  return [draft('tasks-ended', ASSISTANT, { reason: 'done' })]
}

/** During the closing tasks the next of them. */
const goOn = (header: Header, context: DecideContext): DraftEvent[] =>
  header.phase === 'handback' ? askNext(header, header.tasks ?? [], header.survey?.episode ?? 0, context) : []

/** A rating, thanks, and the next closing task. */
export const answered = (header: Header, data: CommandMap['survey-answer'], context: DecideContext): DraftEvent[] => [
  draft('survey-answered', context.by, given(data)),
  say('survey-thanks'),
  // one that comes late answers nothing that is asked now
  ...(header.survey?.state === 'asked' ? goOn(header, context) : []),
]

export const closing = {
  'survey-answer': (header, data, context) => (header ? answered(header, data, context) : []),
  'survey-decline': (header, data, context) => (header ? [draft('survey-declined', context.by, data), ...goOn(header, context)] : []),
  'follow-up-schedule': (header, data, context) => {
    if (!header) return []
    const { by, now } = context
    if (data.at <= now || data.at > now + YEAR) return refuse('command/invalid', 'This is not within the year to come.')
    const asked = header.followUp?.state === 'asked'
    return [draft('follow-up-scheduled', by, given(data)), notice('follow-up-scheduled', { at: data.at }), ...(asked ? goOn(header, context) : [])]
  },
  'follow-up-decline': (header, _data, context) =>
    header ? [draft('follow-up-declined', context.by, {}), say('follow-up-declined'), ...goOn(header, context)] : [],
  'summary-write': (header, data) =>
    header?.summary === data.episode ? [draft('summary-written', ASSISTANT, data)] : refuse('turn/superseded', 'This summary is not wanted any more.'),
} satisfies Partial<Deciders>
