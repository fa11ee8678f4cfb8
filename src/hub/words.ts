/** How much of a text may go so that no word of it is cut. */
const WORD = 40

/** A text of at most so many UTF-16 units; it ends with a whole word, unless that is a very long one. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  const whole = /\s/.test(text[limit - 1] ?? '') ? cut : cut.replace(new RegExp(`\\s\\S{0,${Math.min(WORD, limit >> 1)}}$`), '')
  // nor half of a character
  return `${whole.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`
}

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
