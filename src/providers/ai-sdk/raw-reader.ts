import { HandbackError } from '../../protocol/errors.ts'
import { failure } from '../service/failure.ts'
import type { Reader } from '../service/service.ts'
import { string } from '../service/values.ts'

/** How the data stream of ai 4 begins, which has the content type of raw text. So many characters tell. */
const FOUR = /^[\da-k]:["{[]/
const TELLING = 3

/** For a route of ai 4, whose stream nothing here reads. */
export const isFour = (): HandbackError =>
  new HandbackError('provider/bad-response', 'The chat route speaks the data stream of ai 4: serve that of ai 5 or later.')

/**
 * Reads raw text (`toTextStreamResponse()`). It has no mark at its end and tells of no errors, so that only an empty one, or half
 * a character, can be told from a good one.
 */
export function rawReader(): Reader {
  let begun = false
  let held = ''

  return {
    raw: true,
    get begun() {
      return begun
    },
    *take({ text }) {
      held += string(text)
      if (!begun) held = held.trimStart()
      if (!begun && FOUR.test(held)) throw isFour()
      begun ||= held.length >= TELLING
      if (!begun || !held) return
      yield { type: 'text-delta', text: held }
      held = ''
    },
    *end(_, torn) {
      if (torn || (!begun && !held)) throw failure('provider/truncated')
      if (held) yield { type: 'text-delta', text: held }
      yield { type: 'finish', reason: 'stop' }
    },
  }
}
