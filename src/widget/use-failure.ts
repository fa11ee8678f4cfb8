import { useLayoutEffect, useState } from 'preact/hooks'
import type { Chat } from '../client/api.ts'
import { isHandbackError } from '../protocol/errors.ts'
import type { Refusal } from '../protocol/index.ts'
import type { Strings } from '../ui/strings.ts'
import { ThreadPart } from './visitor-thread.tsx'

export interface Failure {
  /** What went wrong last, in words, until something else is tried. */
  readonly failed: string | undefined
  /** Resolves when it is done, with whether it worked; what comes to `null` was not done. `text`: what is said when it did not, unless the reason is known. */
  run(work: Promise<unknown>, text?: string): Promise<boolean>
}

/** The machine's reason, where there is one. */
function codeOf(error: unknown): string | undefined {
  if (!isHandbackError(error)) return undefined
  return error.code === 'client/refused' ? (error.cause as Refusal | undefined)?.code : error.code
}

/** Late refusals that no message gets: a message stands in the thread and tells of its own. Only a ticket can be one too many. */
const toldHere = /\/not-open$|^conversation\/(closed|wrong-phase)$|^limit/

/** Tells the visitor what did not work, by its code and never in the words of the hub. */
export function useFailure(chat: Chat, strings: Strings, onError: (error: unknown) => void): Failure {
  const [failed, setFailed] = useState<string>()
  const tell = (error: unknown, text = strings.failed): void => setFailed(ThreadPart.part()?.refusalText(strings, codeOf(error)) ?? text)
  // undone at once, so that nothing of a panel outlives it
  useLayoutEffect(() => chat.on('error', (error) => toldHere.test(codeOf(error) ?? '') && tell(error)), [chat, strings])
  return {
    failed,
    async run(work, text) {
      setFailed(undefined)
      try {
        return (await work) !== null
      } catch (error) {
        tell(error, text)
        onError(error)
        return false
      }
    },
  }
}
