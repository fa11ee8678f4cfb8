/**
 * What a stream gives. Pulls: what nobody asks for is not read. Aborting ends it quietly, also while it waits, and cancels the stream;
 * already aborted: nothing is read. Breaking out of the loop cancels the stream. Throws what reading it throws.
 */
export async function* valuesOf<T>(stream: ReadableStream<T>, signal: AbortSignal): AsyncGenerator<T, undefined, undefined> {
  const reader = stream.getReader()
  // a stream that broke rejects its cancellation with the error that was thrown already
  const cancel = (): Promise<void> => reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', cancel)
  try {
    while (!signal.aborted) {
      const { done, value } = await reader.read()
      if (done || signal.aborted) return
      yield value
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', cancel)
    void cancel()
  }
}
