import type { Phrases } from './phrases.ts'

const politeness = '(?:[\\s,.!]*(?:there|all|again|so much|very much|a lot|for (?:your|the|all your) help|that helped|everyone|team|bot|please|you|guys))*'
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})${politeness}$`)

const greeting = whole('hi+|hiya|hey+|hello+|howdy|greetings|yo|good (?:morning|afternoon|evening|day)')
const thanks = whole(
  '(?:(?:ok|okay|great|perfect|no|cool|awesome|brilliant)[\\s,.!]*)?(?:thanks?|thank you|thx|ty|cheers|much appreciated)|ok|okay|great|perfect|cool|awesome|brilliant|got it|bye|good ?bye|see you',
)
const contentless = whole('yes|yeah|yep|no|nope|help|help me|i need help|i have a (?:question|problem)|can you help(?: me)?|\\?*')
const identity =
  /\b(?:are you|am i (?:talking|speaking|chatting|writing) (?:to|with)|is (?:this|it|that|there)|r u) (?:really |actually |just )?(?:an? )?(?:(?:real|actual|live|human|chat ?)[\s-]?)*(?:bot|chatbot|robot|human|person|ai|machine|computer|program|real|somebody|someone|alive)\b/

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
