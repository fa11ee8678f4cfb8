/** Units of each kind of writing that cost one token. */
const LATIN = 4.5
const DIGITS = 3
const BLANKS = 8

/**
 * How many tokens a text is for a model, rather too many than too few: no two services count alike, and none tells before it is
 * asked. Latin words cost a token for each four letters or so, all else one for each character. Against the tokenizer of current
 * OpenAI models (o200k) sentences in nine languages, JSON, Markdown and emoji come to 1.1 to 3 times as many.
 *
 * @example tokensIn('Where is my order?') // 6
 */
export function tokensIn(text: string): number {
  let tokens = 0
  for (const [run] of text.matchAll(/[A-Za-z]+|\d+|\s+|[^A-Za-z\d\s]+/g)) {
    if (/^[A-Za-z]/.test(run)) tokens += Math.ceil(run.length / LATIN)
    else if (/^\d/.test(run)) tokens += Math.ceil(run.length / DIGITS)
    else if (/^\s/.test(run)) tokens += run.length > 1 ? Math.ceil(run.length / BLANKS) : 0
    else tokens += run.length
  }
  return tokens
}

/** The longest piece of so many tokens; `piece(length)` gives one, and the shorter ones are within the longer ones. */
function longest(length: number, tokens: number, piece: (length: number) => string): string {
  let fits = 0
  // no text has more than so many units in a token
  let above = Math.min(length, tokens * BLANKS + BLANKS) + 1
  while (above - fits > 1) {
    const middle = (fits + above) >> 1
    if (tokensIn(piece(middle)) <= tokens) fits = middle
    else above = middle
  }
  return piece(fits)
}

/** Half of a pair of units is no character. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '')

/** The beginning of a text, at most so many tokens. */
export const beginningOf = (text: string, tokens: number): string => whole(longest(text.length, tokens, (length) => text.slice(0, length)))

/** The end of a text, at most so many tokens. */
export const endOf = (text: string, tokens: number): string =>
  whole(longest(text.length, tokens, (length) => text.slice(text.length - length)))
