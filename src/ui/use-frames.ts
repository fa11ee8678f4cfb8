import type { ReadableAtom } from 'nanostores'
import { useLayoutEffect, useReducer } from 'preact/hooks'

/** Between two renderings, in ms, until the frame that is waited for: of sixty frames every third. Words read like that as if they came in each. */
const APART = 42

/**
 * The value of a store that changes many times in a frame, re-rendering with a frame, about twenty times in a second. Without a
 * store there is nothing to follow. Where no frames come, as in a tab behind others, nothing is rendered until they do. `shown` may show a
 * value without a rendering, and then says so; it is the one of the first rendering.
 */
export function useFrames<T>(store: ReadableAtom<T> | undefined, shown?: (value: T) => boolean): T | undefined {
  const [, render] = useReducer((count: number) => count + 1, 0)
  useLayoutEffect(() => {
    if (!store) return undefined
    let frame = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let before = -Infinity
    const ask = () => {
      timer = undefined
      frame ||= requestAnimationFrame((now) => {
        frame = 0
        before = now
        if (!shown?.(store.get())) render(undefined)
      })
    }
    const off = store.listen(() => {
      if (frame || timer !== undefined) return
      const rest = before + APART - performance.now()
      if (rest > 0) timer = setTimeout(ask, rest)
      else ask()
    })
    return () => {
      off()
      clearTimeout(timer)
      cancelAnimationFrame(frame)
    }
  }, [store])
  return store?.get()
}
