import type { DeadlineKey, Phase } from '../../src/protocol/index.ts'

const all: readonly Phase[] = ['bot', 'queued', 'human', 'handback', 'closed']

/** In which phases a deadline can stand; held true by test/docs/deadlines.test.ts. */
export const deadlinePhases: Readonly<Record<DeadlineKey, readonly Phase[]>> = {
  owed: ['bot', 'handback'],
  turn: ['bot', 'human'],
  queue: ['queued'],
  'agent-back': ['human'],
  survey: ['handback'],
  'follow-up': ['handback'],
  'anything-else': ['handback'],
  summary: all,
  assist: ['human'],
  'come-back': all,
  erase: all,
  ticket: all,
  idle: ['bot', 'handback'],
}
