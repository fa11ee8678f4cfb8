import type { ReadableAtom } from 'nanostores'
import { useLayoutEffect, useReducer } from 'preact/hooks'

/**
 * The value of a store, re-rendering at each change.
 *
 * Unlike `@nanostores/preact` it does not wait for a timer: two stores that change in the same tick (a streamed answer ends
 * and its row appears) are then rendered together, so no frame shows both or neither.
 *
 * @example const rows = useStore(chat.$messages)
 */
export function useStore<T>(store: ReadableAtom<T>): T {
  const [, render] = useReducer((count: number) => count + 1, 0)
  const value = store.get()
  useLayoutEffect(() => {
    const off = store.listen(() => render(undefined))
    // The store may have changed between this render and this effect.
    if (store.get() !== value) render(undefined)
    return off
  }, [store])
  return value
}
