import { useMemo } from 'preact/hooks'
import type { Strings } from '../ui/strings.ts'
import type { Factor, ThreadActions } from '../ui/thread-actions.ts'
import type { VisitorThreadProps } from './visitor-thread.tsx'

/** What a rating asks beside its number, unless the integrator says otherwise: what was found to carry satisfaction with such a conversation. */
const defaultFactors = (strings: Strings): readonly Factor[] => [
  { name: 'information-quality', label: strings.factorInformation },
  { name: 'entertainment', label: strings.factorEntertainment },
  { name: 'social-presence', label: strings.factorPresence },
  { name: 'privacy-risk', label: strings.factorPrivacy },
  { name: 'enjoyment', label: strings.factorEnjoyment },
]

/** What pressing things in the visitor's thread does: the same object as long as it does the same. */
export function useThreadActions({ chat, state, strings, run, surveyFactors, renderMessage, onSource, input }: VisitorThreadProps): ThreadActions {
  return useMemo(() => ({
    onRetry: (message) => chat.retry(message),
    onRate: (score, comment, factors) => run(chat.rate(score, comment, factors)),
    factors: surveyFactors ?? defaultFactors(strings),
    onPermit(permission, granted) {
      input.current?.focus()
      return run(chat.answerPermission(permission, granted))
    },
    onRateMessage: (message, rating) => run(chat.rateMessage(message, rating)),
    onSubmitForm: async (form, values) => void (await run(chat.submitForm(form, values))),
    // another function once what it read may be gone
    readFile: (part, options) => chat.readFile(part, options),
    onSource,
    ...(renderMessage && { renderMessage: (row) => renderMessage(row, strings) }),
  }), [chat, strings, state.erased])
}
