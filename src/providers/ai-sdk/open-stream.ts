import { untilAbort } from '../../internal/abort.ts'

type Opening = PromiseLike<{ readonly stream: ReadableStream<object> }>

/** The stream of a model, which need not listen to the signal: aborted, nobody waits for it any longer, and what comes late is cancelled. */
export function openStream(opening: Opening, signal: AbortSignal): Promise<ReadableStream<object>> {
  const opened = async (): Promise<ReadableStream<object>> => {
    const { stream } = await opening
    // a stream that broke rejects its cancellation with an error that nobody waits for
    if (signal.aborted) stream.cancel().catch(() => undefined)
    return stream
  }
  // asking may have been what aborted it: also then what comes is cancelled
  const stream = opened()
  stream.catch(() => undefined)
  return untilAbort(signal, () => stream)
}
