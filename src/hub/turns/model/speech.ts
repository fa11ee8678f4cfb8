import type { Told } from '../../../protocol/index.ts'
import { toldBy } from '../tools/handoff-tool.ts'
import { tailLines } from './tail-lines.ts'

/** Longest answer that is kept, in UTF-16 units. */
const LIMIT = 16_000

/** The line by which a model names what its answer rests on. */
export const SOURCES = 'SOURCES:'

/** Where the words of one turn go: lines for the hub are taken out, placeholders filled in, the length bounded. */
export interface Speech {
  say(text: string): void
  /** What the model has said in this round, as it said it. */
  readonly round: string
  /** All that was shown in this turn. */
  readonly shown: string
  /** More than is kept was said. */
  readonly full: boolean
  /** Shows what was held back. Gives the wish for a person that was in it. */
  endRound(): Told | undefined
  /** Begins another round of the same turn. */
  nextRound(): void
  /** Ids of articles that were named. */
  readonly sources: ReadonlySet<string>
}

export interface SpeechOptions {
  /** What a line begins with by which a model without tools asks for a person; nobody but the model can know it. */
  readonly wish: string
  /** Fills in what was hidden from the model. */
  readonly revealing: () => { push(text: string): string; end(): string }
  /** Each piece as it can be shown, with its offset in UTF-16 units. */
  readonly onText: (text: string, offset: number) => void
}

export function createSpeech({ wish, revealing, onText }: SpeechOptions): Speech {
  const sources = new Set<string>()
  let shown = ''
  let round = ''
  let gap = ''
  let full = false
  let lines = tailLines([SOURCES], [wish])
  let words = revealing()

  const show = (text: string): void => {
    const piece = `${text === '' ? '' : gap}${text}`.slice(0, LIMIT - shown.length)
    if (piece === '') return
    gap = ''
    onText(piece, shown.length)
    shown += piece
  }

  return {
    get round() {
      return round
    },
    get shown() {
      return shown
    },
    get full() {
      return full
    },
    sources,
    say(text) {
      if (full) return
      round += text
      show(words.push(lines.push(text)))
      full = round.length > LIMIT || shown.length >= LIMIT
    },
    endRound() {
      const last = lines.end()
      show(words.push(last.text) + words.end())
      for (const { mark, text } of last.lines) if (mark === SOURCES) for (const id of text.split(/[\s,;`*[\]()"']+/)) if (id) sources.add(id)
      const wished = last.lines.find(({ mark }) => mark === wish)
      return wished && toldBy(wished.text)
    },
    nextRound() {
      round = ''
      // what comes after a tool is another paragraph
      gap = shown === '' ? '' : '\n\n'
      lines = tailLines([SOURCES], [wish])
      words = revealing()
    },
  }
}
