import type { ReadableAtom } from 'nanostores'
import { useLayoutEffect, useReducer } from 'preact/hooks'

/** Between two renderings, in ms, until the frame that is waited for: of sixty frames every third. Words read like that as if they came in each. */
const APART = 46
/** A rendering waits so many times as long as the frame of the last one took, so that it leaves the rest of the time to the page… */
const TIMES = 20
/** …but no longer than this, in ms: then words would come in gusts. */
const FARTHEST = 110

/**
 * The value of a store that changes many times in a frame, re-rendering with a frame, about twenty times in a second, or eight times where frames
 * take long. Without a store there is nothing to follow. Where no frames come, as in a tab behind others, nothing is rendered until they do.
 * `shown` may show a value without a rendering, and then says so; it is the one of the first rendering.
 */
export function useFrames<T>(store: ReadableAtom<T> | undefined, shown?: (value: T) => boolean): T | undefined {
  const [, render] = useReducer((count: number) => count + 1, 0)
  useLayoutEffect(() => {
    if (!store) return undefined
    let frame = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let next = -Infinity
    /** A frame, when it is time for one. */
    const ask = () => {
      const rest = next - performance.now()
      // timers count whole ms
      timer = rest > 1 ? setTimeout(ask, rest) : undefined
      if (timer === undefined) frame = requestAnimationFrame(draw)
    }
    const draw = () => {
      // by the clock: the time that a frame is given may be a frame ago
      const begun = performance.now()
      const value = store.get()
      // what comes after the frame knows how long it took, layout and painting included
      timer = setTimeout(() => {
        next = begun + Math.min(FARTHEST, Math.max(APART, TIMES * (performance.now() - begun)))
        frame = 0
        timer = undefined
        if (store.get() !== value) ask()
      })
      if (!shown?.(value)) render(undefined)
    }
    const off = store.listen(() => {
      if (!frame && timer === undefined) ask()
    })
    return () => {
      off()
      clearTimeout(timer)
      cancelAnimationFrame(frame)
    }
  }, [store])
  return store?.get()
}
