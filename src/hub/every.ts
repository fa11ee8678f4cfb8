/** Does something again and again, never twice at once; returns its stop. In Node it alone does not keep a process alive. */
export function every(ms: number, work: () => Promise<void>, onFailure: (error: unknown) => void): () => void {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    work()
      .catch(onFailure)
      .finally(() => {
        busy = false
      })
  }, ms)
  ;(timer as { unref?: () => void }).unref?.()
  return () => clearInterval(timer)
}
