import { useEffect, useRef } from 'preact/hooks'

/** How long somebody pauses before their draft is kept, ms. */
const pause = 300

/** Keeps what is written a moment after it was, at the latest when the page or the box goes; `now` at once. */
export function useDraft(onDraft: ((text: string) => void) | undefined): (text: string, now?: boolean) => void {
  const latest = useRef(onDraft)
  latest.current = onDraft
  const waiting = useRef<{ readonly text: string; readonly timer: ReturnType<typeof setTimeout> }>(undefined)
  const flush = () => {
    if (!waiting.current) return
    const { text, timer } = waiting.current
    clearTimeout(timer)
    waiting.current = undefined
    latest.current?.(text)
  }
  useEffect(() => {
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
  return (text, now) => {
    if (!latest.current) return
    clearTimeout(waiting.current?.timer)
    waiting.current = { text, timer: setTimeout(flush, pause) }
    if (now) flush()
  }
}
