import type { Strings } from './dictionary.ts'

const texts = {
  'request/rate-limited': 'refusedTooFast',
  'limit/reached': 'refusedTooFast',
  'request/too-large': 'refusedTooLarge',
  'conversation/closed': 'refusedClosed',
  'conversation/erased': 'refusedErased',
  'survey/not-open': 'refusedAnswered',
  'follow-up/not-open': 'refusedAnswered',
  'handoff/not-open': 'refusedNotWaiting',
  'permission/not-open': 'refusedNotAsked',
  'form/not-open': 'refusedNotAsked',
} as const satisfies Readonly<Record<string, keyof Strings>>

/**
 * Why something was refused, in the visitor's words; `undefined` for a code that has none. What the hub says of it is for
 * programmers and never shown.
 */
export const refusalText = (strings: Strings, code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(texts, code) ? strings[texts[code as keyof typeof texts]] : undefined
