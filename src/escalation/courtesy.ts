import { courtesyPhrases } from './courtesy-phrases.ts'
import { plain, tokensOf } from './tokens.ts'

/** `declined`: nothing more is needed. `thanks`: polite or content, and asks for nothing. */
export type Courtesy = 'thanks' | 'declined'

const friendly: ReadonlySet<string> = new Set('👍🙏👌🙂😊😀😃😄😁😉🥰😍🤗❤♥💚💙💜🧡💛🤝👏✅✔☺😌🎉🙌💪😎🤩👋')
const emoticons = /(?:^|\s)(?:[:;=]-?[)dp]|<3|\^\^|xd)(?=\s|$)/gu
// tones, joiners and variation selectors, which change no meaning
const dressing = /[\u{1f3fb}-\u{1f3ff}]|\u200d|\ufe0f/gu

const longest = Math.max(...[...courtesyPhrases.keys()].map((phrase) => phrase.split(' ').length))

/** What every word of a text is part of, or nothing when there is a word that is part of no courtesy. */
function kindsOf(tokens: readonly string[]): Set<string> | undefined {
  const kinds = new Set<string>()
  for (let at = 0; at < tokens.length; ) {
    let size = Math.min(longest, tokens.length - at)
    while (size > 0 && !courtesyPhrases.has(tokens.slice(at, at + size).join(' '))) size -= 1
    if (size === 0) return undefined
    kinds.add(courtesyPhrases.get(tokens.slice(at, at + size).join(' ')) ?? '')
    at += size
  }
  return kinds
}

/**
 * What a text says that is nothing but courtesy: `declined` for "no", "that's all" and goodbyes, which end a conversation
 * after "anything else?"; `thanks` for thanks, "ok" and friendly emoji. `undefined` for everything that says more or asks.
 *
 * @example courtesy('No, thanks!') // 'declined'
 * @example courtesy('No, but how do I order a card?') // undefined
 */
export function courtesy(text: string): Courtesy | undefined {
  const words = plain(text.replace(dressing, '')).replace(emoticons, ' 🙂 ')
  if (/[?¿]/u.test(words)) return undefined
  const emoji = words.match(/\p{Extended_Pictographic}/gu) ?? []
  if (emoji.some((each) => !friendly.has(each))) return undefined
  const kinds = kindsOf(tokensOf(words))
  if (kinds?.has('neither')) return undefined
  if (kinds?.has('declined')) return 'declined'
  return kinds?.has('thanks') || (kinds?.size === 0 && emoji.length > 0) ? 'thanks' : undefined
}

/**
 * Whether a text needs no answer: thanks, goodbyes, "no", "that's all", "ok".
 *
 * @example needsNothing('thanks, bye') // true
 */
export const needsNothing = (text: string): boolean => courtesy(text) !== undefined
