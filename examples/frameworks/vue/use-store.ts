import type { ReadableAtom } from 'nanostores'
import { onScopeDispose, shallowRef } from 'vue'
import type { Ref } from 'vue'

/** A store of the chat as a ref, as long as the component lives. */
export function useStore<T>(store: ReadableAtom<T>): Readonly<Ref<T>> {
  const value = shallowRef(store.get())
  onScopeDispose(store.subscribe((next) => void (value.value = next)))
  return value
}
