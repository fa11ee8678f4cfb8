/** How a placeholder is written, and how a model may have written it. One grammar gives both expressions, so they cannot differ. */

export const placeholder = (kind: string, number: number): string => `[${kind}_${number}]`

/** The same inside a percent-encoded text such as a query string. */
export const encodedPlaceholder = (kind: string, number: number): string => `%5B${kind}_${number}%5D`

/** A kind as it may be named: capitals, digits and single underscores, at most 24 characters. */
export const isKind = (kind: string): boolean => kind.length <= 24 && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(kind)

export interface Mention {
  readonly kind: string
  readonly number: number
  /** Written as `%5B…%5D`: the value must be percent-encoded too. */
  readonly encoded: boolean
  readonly start: number
  readonly end: number
}

export interface Grammar {
  /** Everything in a text that reads as a placeholder of a known kind, whether or not it stands for something. */
  mentions(text: string): Mention[]
  /** Where the end of a text begins that may still become a placeholder; the text's length if there is none. */
  held(text: string): number
}

const blanks = '[ \\t\\u00a0]{0,2}'
const joint = '[ \\t\\u00a0_\\\\-]{1,3}'
const number = '\\d{1,9}'

/**
 * Opening and closing. Both brackets are escaped or neither is: a lone backslash belongs to the text around, so that
 * a value which stood behind a backslash comes back behind it.
 */
const forms: readonly (readonly [open: readonly string[], close: readonly string[]])[] = [
  [['\\['], ['\\]']],
  [['\\\\', '\\['], ['\\\\', '\\]']],
  [
    ['%', '5', 'B'],
    ['%', '5', 'D'],
  ],
]

const tokensOf = (kind: string): string[] => [...kind].map(letter => (letter === '_' ? joint : letter))

/** An expression for each beginning of a row of tokens: `a(?:b(?:c)?)?`. */
const beginnings = (tokens: readonly string[]): string => tokens.reduceRight((rest, token) => (rest ? `${token}(?:${rest})?` : token), '')

/** Linear: a placeholder has no opening inside and a bounded length, so each `[`, `\` and `%` is looked at a bounded number of steps. */
export function grammarOf(kinds: readonly string[]): Grammar {
  const kind = kinds.map(each => tokensOf(each).join('')).join('|')
  const wholes = forms.map(([open, close]) => `${open.join('')}${blanks}(${kind})${joint}(${number})${blanks}${close.join('')}`)
  const whole = new RegExp(wholes.join('|'), 'gi')
  const starts = forms.flatMap(([open, close]) =>
    kinds.map(each => beginnings([...open, blanks, ...tokensOf(each), joint, number, blanks, ...close])),
  )
  const start = new RegExp(`^(?:${starts.join('|')})$`, 'i')
  // brackets, blanks, a kind whose every underscore is written with three characters, its joint, the number
  const longest = 6 + 4 + Math.max(...kinds.map(each => each.length + 2 * each.split('_').length)) + 3 + 9

  return {
    mentions: text =>
      Array.from(text.matchAll(whole), match => {
        const named = match[1] ?? match[3] ?? match[5] ?? ''
        return {
          kind: named.replaceAll(/[^a-z0-9]+/gi, '_').toUpperCase(),
          number: Number(match[2] ?? match[4] ?? match[6]),
          encoded: match[5] !== undefined,
          start: match.index,
          end: match.index + match[0].length,
        }
      }),
    held(text) {
      for (let at = Math.max(0, text.length - longest); at < text.length; at++) {
        if ('[\\%'.includes(text.charAt(at)) && start.test(text.slice(at))) return at
      }
      return text.length
    },
  }
}
