import type { Grammar } from './placeholder.ts'

/** Puts values back into a text that comes in pieces. Made by `vault.revealing()`. */
export interface Revealing {
  /**
   * Takes the next piece, cut anywhere, and gives all text that is certain by now. Held back is only what may still become a
   * placeholder: never more than the longest one, some 100 characters.
   */
  push(text: string): string
  /** The rest, when no more comes. */
  end(): string
}

/**
 * Law: all that `push` gave and what `end` gives is together `reveal` of the whole text, for every cutting. It holds as a placeholder
 * ends with its closing bracket and holds no opening inside: what was read as one stays one, whatever comes.
 */
export function revealingOf(reveal: (text: string) => string, { mentions, held }: Grammar): Revealing {
  let rest = ''
  return {
    push(text) {
      rest += text
      const closed = mentions(rest).at(-1)?.end ?? 0
      const cut = closed + held(rest.slice(closed))
      const certain = rest.slice(0, cut)
      rest = rest.slice(cut)
      return reveal(certain)
    },
    end() {
      const last = rest
      rest = ''
      return reveal(last)
    },
  }
}
