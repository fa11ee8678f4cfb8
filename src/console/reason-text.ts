import type { Say, StringKey } from './strings.ts'

const reasons: Readonly<Record<string, StringKey>> = {
  'visitor-request': 'reasonVisitorRequest',
  'assistant-request': 'reasonAssistantRequest',
  'assistant-failed': 'reasonAssistantFailed',
  transfer: 'reasonTransfer',
  'agent-lost': 'reasonAgentLost',
  reopened: 'reasonReopened',
}

/** Rules of the hub's own; a site's have the names that it gave them. */
const rules: Readonly<Record<string, StringKey>> = {
  safety: 'ruleSafety',
  'promise-audit': 'rulePromise',
  approval: 'ruleApproval',
  budget: 'ruleBudget',
  'human-only': 'ruleHumanOnly',
  'tool-unclear': 'ruleToolUnclear',
  'tool-loop': 'ruleToolLoop',
}

/** These have a rule that says more; a visitor's own wish and a colleague's have none that anybody needs. */
const detailed = (reason: string): boolean => reason === 'assistant-request' || !Object.hasOwn(reasons, reason)

/** Why a person is wanted, in words, with the rule that said so where it is known. Reasons of later versions read like a rule. */
export function reasonText(say: Say, reason: string, rule = ''): string {
  const words = say(Object.hasOwn(reasons, reason) ? (reasons[reason] ?? 'reasonRule') : 'reasonRule')
  if (!detailed(reason) || rule === '' || rule === reason) return words
  const known = Object.hasOwn(rules, rule) && rules[rule]
  return known ? say(known) : say('reasonInDetail', { reason: words, rule })
}
