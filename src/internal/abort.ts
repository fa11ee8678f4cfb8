/**
 * What `work` resolves to, unless `signal` aborts first: then rejects with its reason, whether `work` minds it or not.
 * Already aborted: `work` never starts.
 *
 * @example const token = await untilAbort(signal, () => credentials('first'))
 */
export function untilAbort<T>(signal: AbortSignal, work: () => T | Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort)
    const run = async (): Promise<T> => work()
    void run()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort))
  })
}
