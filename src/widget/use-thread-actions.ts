import { useMemo } from 'preact/hooks'
import type { ThreadActions } from '../ui/thread-actions.ts'
import type { VisitorThreadProps } from './visitor-thread.tsx'

/** What pressing things in the visitor's thread does: the same object as long as it does the same. */
export function useThreadActions({ chat, state, strings, run, surveyFactors, renderMessage, onSource, input }: VisitorThreadProps): ThreadActions {
  return useMemo(() => ({
    onRetry: (message) => chat.retry(message),
    onRate: (score, comment, factors) => run(chat.rate(score, comment, factors)),
    onDeclineRating: () => run(chat.declineRating()),
    ...(surveyFactors && { factors: surveyFactors }),
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
