type Opening = PromiseLike<{ readonly stream: ReadableStream<object> }>

/** The stream of a model, which need not listen to the signal: aborted, nobody waits for it any longer, and what comes late is cancelled. */
export function openStream(opening: Opening, signal: AbortSignal): Promise<ReadableStream<object>> {
  return new Promise((resolve, reject) => {
    const quit = (): void => reject(signal.reason as Error)
    signal.addEventListener('abort', quit)
    // asking may have been what aborted it
    if (signal.aborted) quit()
    Promise.resolve(opening)
      .then(({ stream }) => {
        // a stream that broke rejects its cancellation with an error that nobody waits for
        if (signal.aborted) stream.cancel().catch(() => undefined)
        resolve(stream)
      })
      .catch(reject)
      .finally(() => signal.removeEventListener('abort', quit))
  })
}
