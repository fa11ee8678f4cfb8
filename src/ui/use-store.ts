import type { ReadableAtom } from 'nanostores'
import { useLayoutEffect, useReducer } from 'preact/hooks'

/**
 * The value of a store, re-rendering at each change, or with `same` at those that it calls another.
 *
 * Unlike `@nanostores/preact` it does not wait for a timer: two stores that change in the same tick (a streamed answer ends
 * and its row appears) are then rendered together, so no frame shows both or neither.
 *
 * @example const rows = useStore(chat.$messages)
 */
export function useStore<T>(store: ReadableAtom<T>, same: (a: T, b: T) => boolean = Object.is): T {
  const [, render] = useReducer((count: number) => count + 1, 0)
  const value = store.get()
  useLayoutEffect(() => {
    let shown = value
    const follow = (next: T) => {
      if (!same(shown, next)) render(undefined)
      shown = next
    }
    // The store may have changed between this render and this effect.
    follow(store.get())
    return store.listen(follow)
  }, [store])
  return value
}
