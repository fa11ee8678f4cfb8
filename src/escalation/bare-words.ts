import { STOP } from './phrases.ts'
import { isAscii, plain } from './tokens.ts'

/** Letters of other scripts that look like ours, in pairs. */
const likenesses = 'аaеeоoрpсcуyхxіiѕsјjһhԁdѵvкkмmтtнhвbαaοoεeιiρpτtυuνvκk'
const likeness = new Map([...likenesses.matchAll(/(.)(.)/gu)].map(([, theirs = '', ours = '']) => [theirs, ours]))
const digits = new Map(Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }))

// joiners, soft hyphens, marks of direction, fillers: they have no width, and part or join no words
const widthless = /[\p{Cf}\u115f\u1160\u3164\uffa0]/gu
const apostrophes = /[ʼ′＇´`ʹ‛]/gu
const within = String.raw`\p{Extended_Pictographic}\p{Emoji_Modifier}._\-•·~^|+`
const between = new RegExp(`(?<=\\p{L})[${within}]+(?=\\p{L})`, 'gu')
const between1 = new RegExp(`\\p{L}[${within}]\\p{L}`, 'u')

/** `su1cide` → `suicide`; a number stays a number. */
function spelled(token: string): string {
  if (!/[\d@$]/.test(token) || !/\p{L}/u.test(token)) return token
  return token.replace(/[013457@$]/g, (sign) => digits.get(sign) ?? sign)
}

/** Joins letters that stand alone, three or more in a row: `k i l l` → `kill`. */
function unspaced(tokens: readonly string[]): string[] {
  const words: string[] = []
  for (let at = 0; at < tokens.length; ) {
    let end = at
    while (end < tokens.length && single(tokens[end] ?? '')) end += 1
    if (end - at < 3) words.push(tokens[(end = at + 1) - 1] ?? '')
    else words.push(tokens.slice(at, end).join(''))
    at = end
  }
  return words
}

const single = (token: string): boolean => token.length < 3 && /^\p{L}$/u.test(token)

const stops = new Set<string | undefined>('.!?;')

const tokensOf = (text: string): string[] =>
  unspaced(
    (text.match(/[\p{L}\p{N}@$*]+|[.!?;]+/gu) ?? []).map((token) => {
      // three dots are a pause
      if (stops.has(token[0])) return /^\.{2,}$/.test(token) ? '' : STOP
      return spelled(token.includes('*') ? token.replace(/^\*+|\*+$/g, '') : token)
    }),
  ).filter((token) => token !== '')

/**
 * The words of a text with whatever hides them taken off: width and accents, invisible characters, look-alikes, digits for letters, letters
 * apart. Two readings when signs stand within words: `kill😭myself` parts words, `k😭ill` does not. `.` stands for the end of a sentence.
 */
export function bareWords(text: string): string[][] {
  // of all this, plain letters have nothing but another apostrophe
  const shown = isAscii(text)
    ? plain(text.replaceAll('`', "'"))
    : plain(text.replace(widthless, '').replace(apostrophes, "'").normalize('NFKC')).replace(
        /[\u0370-\u052f]/gu,
        (letter) => likeness.get(letter) ?? letter,
      )
  const readings = [tokensOf(shown)]
  if (between1.test(shown)) readings.push(tokensOf(shown.replace(between, '')))
  return readings
}
