import type { CommandType, PublicHeader } from '../protocol/index.ts'
import type { Reason, Rule } from './rules.ts'
import { openPhases } from './rules.ts'

const followUpOpen = ({ followUp }: PublicHeader): Reason | undefined => (followUp?.state === 'asked' ? undefined : { code: 'follow-up/not-open' })

const surveyRule = (states: RegExp): Rule => ({
  phases: ['bot', 'handback', 'queued', 'closed'],
  check: ({ survey }, _actor, data) =>
    survey && survey.episode === (data as { episode?: unknown } | null)?.episode && states.test(survey.state) ? undefined : { code: 'survey/not-open' },
})

/** One rule per command that a visitor may issue, as far as it is about visitors; all that a page needs. */
export const visitorRules = {
  'message-send': { first: true },
  'read-mark': {},
  'language-set': {},
  'attributes-update': {},
  'turn-stop': {},
  'handoff-request': { first: true },
  'handoff-cancel': { check: ({ phase }) => (phase === 'queued' ? undefined : { code: 'handoff/not-open', phase }) },
  'survey-answer': surveyRule(/^(open|asked|declined)/),
  'survey-decline': surveyRule(/^asked/),
  'follow-up-schedule': { phases: openPhases, check: followUpOpen },
  'follow-up-decline': { phases: openPhases, check: followUpOpen },
  'form-submit': { first: true, phases: openPhases },
  'message-rate': {},
  'ticket-create': { first: true },
  'consent-record': { first: true },
  'permission-answer': {
    check: ({ permission }, _actor, data) =>
      permission && permission === (data as { permission?: unknown } | null)?.permission ? undefined : { code: 'permission/not-open' },
  },
  'conversation-end': { phases: openPhases },
  'conversation-erase': {},
} satisfies Partial<Record<CommandType, Rule>>
