import { useLayoutEffect, useState } from 'preact/hooks'
import type { Chat } from '../client/api.ts'
import { isHandbackError } from '../protocol/index.ts'
import type { Refusal } from '../protocol/index.ts'
import { refusalText } from '../ui/refusal-text.ts'
import type { Strings } from '../ui/strings.ts'

export interface Failure {
  /** What went wrong last, in words, until something else is tried. */
  readonly failed: string | undefined
  /** Resolves when it is done, also when that was in vain. */
  run(work: Promise<unknown>): Promise<void>
}

/** The machine's reason, where there is one. */
function codeOf(error: unknown): string | undefined {
  if (!isHandbackError(error)) return undefined
  return error.code === 'client/refused' ? (error.cause as Refusal | undefined)?.code : error.code
}

/** Late refusals that no message gets: a message stands in the thread and tells of its own. */
const toldHere = /\/not-open$|^conversation\/(closed|wrong-phase)$/

/** Tells the visitor what did not work, by its code and never in the words of the hub. */
export function useFailure(chat: Chat, strings: Strings, onError: (error: unknown) => void): Failure {
  const [failed, setFailed] = useState<string>()
  const tell = (error: unknown): void => setFailed(refusalText(strings, codeOf(error)) ?? strings.failed)
  // undone at once, so that nothing of a panel outlives it
  useLayoutEffect(() => chat.on('error', (error) => toldHere.test(codeOf(error) ?? '') && tell(error)), [chat])
  return {
    failed,
    async run(work) {
      setFailed(undefined)
      try {
        await work
      } catch (error) {
        tell(error)
        onError(error)
      }
    },
  }
}
