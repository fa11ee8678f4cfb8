import type { Phrases } from './phrases.ts'

const politeness =
  '(?:[\\s,.!]*(?:there|all|again|so much|very much|a lot|for (?:your|the|all your) help|that helped|everyone|team|bot|please|you|guys))*'
const whole = (...patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})${politeness}$`)

const greeting = whole('hi+', 'hiya', 'hey+', 'hello+', 'howdy', 'greetings', 'yo', 'good (?:morning|afternoon|evening|day)')

const satisfied = 'ok|okay|great|perfect|cool|awesome|brilliant'
const thanks = whole(
  `(?:(?:${satisfied}|no)[\\s,.!]*)?(?:thanks?|thank you|thx|ty|cheers|much appreciated)`,
  satisfied,
  'got it',
  'bye',
  'good ?bye',
  'see you',
)

const contentless = whole(
  'yes',
  'yeah',
  'yep',
  'no',
  'nope',
  '(?:i need )?help(?: me)?',
  'i have a (?:question|problem)',
  'can you help(?: me)?',
  '\\?*',
)

const addressed = '(?:are you|r u|is (?:this|it|that|there)|am i (?:talking|speaking|chatting|writing) (?:to|with))'
const nature = '(?:bot|chatbot|robot|human|person|ai|machine|computer|program|real|somebody|someone|alive)'
const identity = new RegExp(`\\b${addressed} (?:really |actually |just )?(?:an? )?(?:(?:real|actual|live|human|chat ?)[\\s-]?)*${nature}\\b`)

/** Which phrase answers a message that asks for nothing in the articles; `undefined` when it has to be looked up. */
export function smallTalk(message: string): keyof Phrases | undefined {
  const text = message
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s,.!?'’-]/gu, '')
    .replace(/[\s.!?]+$/, '')
    .trim()
  if (text === '') return 'empty'
  // A long message that also asks this has something else to ask first.
  if (text.length < 80 && identity.test(text)) return 'identity'
  if (greeting.test(text)) return 'greeting'
  if (thanks.test(text)) return 'thanks'
  if (contentless.test(text)) return 'empty'
  return undefined
}
