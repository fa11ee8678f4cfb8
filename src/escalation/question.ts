/** Words that begin a question in English; other languages are known by their mark. */
const openers = new Set(
  'how what when where why who whom whose which can could do does did is are was were will would should shall may am have has'.split(' '),
)

const linking = new Set(['and', 'but', 'so', 'also', 'then', 'ok', 'okay', 'or'])

/** The question marks of the world's scripts. */
const marks = /[?？؟⁇‽]/u

/**
 * Whether a message asks something, judged by its marks and its first word alone.
 *
 * @example asksQuestion('Where is my PIN') // true
 */
export function asksQuestion(text: string): boolean {
  const [first = '', second = ''] = text.toLowerCase().match(/\p{L}+/gu) ?? []
  // "and where is it", "but can I": a linking word in front changes nothing
  return marks.test(text) || openers.has(first) || (linking.has(first) && openers.has(second))
}
