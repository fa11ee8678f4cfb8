import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Chat } from '../client/api.ts'
import type { LateEnd } from '../ui/later.tsx'
import type { Strings } from '../ui/strings.ts'
import { unavailable } from './late-chat.ts'
import { ThreadPart } from './visitor-thread.tsx'

export interface Failure {
  /** What went wrong last, in words, until something else is tried. */
  readonly failed: string | undefined
  /** Resolves when it is done, with whether it worked; what comes to `null` was not done. `text`: what is said when it did not, unless the reason is known. */
  run(work: Promise<unknown>, text?: string): Promise<boolean>
  /** Code could not be fetched. */
  late(error: unknown): LateEnd
}

/** Tells the visitor what did not work, by its code and never in the words of the hub. */
export function useFailure(chat: Chat, strings: Strings, onError: (error: unknown) => void): Failure {
  /** `true`: of late parts that are still waited for, so that it is in the words of now and goes when all have come. */
  const [failed, setFailed] = useState<string | true>()
  const missing = useRef(0)
  const tell = (error: unknown, text = strings.failed): void => setFailed(ThreadPart.part()?.failureText(strings, error) ?? text)
  // undone at once, so that nothing of a panel outlives it
  useLayoutEffect(() => chat.on('error', (error) => ThreadPart.part()?.isToldHere(error) && tell(error)), [chat, strings])
  return {
    failed: failed === true ? strings.failed : failed,
    late(error) {
      missing.current += 1
      setFailed(true)
      onError(unavailable(error))
      return (came) => {
        missing.current -= 1
        // what went wrong otherwise stays; and so does what nobody waits for, since that was its only answer
        if (!came || !missing.current) setFailed((now) => (now === true ? (came ? undefined : strings.failed) : now))
      }
    },
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
