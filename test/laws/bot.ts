import type { AIProvider, ReplyPart } from '../../src/contracts/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import type { Dice } from './dice.ts'
import { give } from './until.ts'

export interface Bot extends AIProvider {
  /** Answers that are being written. */
  readonly busy: number
}

/** Answers word by word, fails, asks for a person, is empty or hangs a little, and may mind its signal or not. */
export function createBot(dice: Dice): Bot {
  let busy = 0
  return {
    specVersion: 1,
    name: 'dice',
    supports: { tools: false, images: false },
    get busy() {
      return busy
    },
    async *reply(_request, { signal }): AsyncIterable<ReplyPart> {
      const deaf = dice.once(3)
      busy += 1
      try {
        for (let word = dice.below(4); word > 0; word -= 1) {
          await give(dice.below(6))
          if (signal.aborted && !deaf) return
          yield { type: 'text-delta', text: `word ${word} ` }
        }
        if (dice.once(6)) throw new HandbackError('provider/unavailable', 'Busy.', { retryable: dice.once(2) })
        if (dice.once(8)) yield { type: 'handoff-request', reason: 'unsure' }
        yield { type: 'text-delta', text: 'The end.' }
        yield { type: 'finish', reason: 'stop' }
      } finally {
        busy -= 1
      }
    },
  }
}
