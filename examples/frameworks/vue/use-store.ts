import { onScopeDispose, shallowRef } from 'vue'
import type { Ref } from 'vue'

/** What a store of the chat is to Vue. */
interface Store<T> {
  get(): T
  subscribe(changed: (value: T) => void): () => void
}

/** A store of the chat as a ref, as long as the component lives. */
export function useStore<T>(store: Store<T>): Readonly<Ref<T>> {
  const value = shallowRef(store.get())
  onScopeDispose(store.subscribe((next) => void (value.value = next)))
  return value
}
