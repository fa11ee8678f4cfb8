/** Typed listeners; one that throws never hurts the others. */
export interface Emitter<E> {
  on<T extends keyof E>(type: T, listener: (detail: E[T]) => void): () => void
  emit<T extends keyof E>(type: T, detail: E[T]): void
}

export function createEmitter<E>(): Emitter<E> {
  const listeners = new Map<keyof E, Set<(detail: never) => void>>()
  return {
    on(type, listener) {
      const known = listeners.get(type) ?? new Set()
      listeners.set(type, known.add(listener))
      return () => known.delete(listener)
    },
    emit(type, detail) {
      for (const listener of [...(listeners.get(type) ?? [])] as ((detail: unknown) => void)[]) {
        try {
          listener(detail)
        } catch (error) {
          // told to the page as any uncaught error is, after the others were called
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
  }
}
