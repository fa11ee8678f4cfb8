import type { ChatStorage } from './api.ts'

/** Keeps values for the life of the page. */
export function memoryStorage(): ChatStorage {
  const values = new Map<string, string>()
  return {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    delete: (key) => void values.delete(key),
  }
}

/**
 * `localStorage`, read at each call. Where it throws (private mode, a sandboxed frame) values live as long as the page,
 * because a visitor without storage still has a conversation to hold.
 */
export function browserStorage(): ChatStorage {
  const spare = memoryStorage()
  const attempt = <T>(work: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return work(globalThis.localStorage)
    } catch {
      // denied or full; see above
      return otherwise()
    }
  }
  return {
    get: (key) => attempt((storage) => storage.getItem(key) ?? spare.get(key), () => spare.get(key)),
    set: (key, value) => attempt((storage) => storage.setItem(key, value), () => spare.set(key, value)),
    delete: (key) => {
      void spare.delete(key)
      return attempt((storage) => storage.removeItem(key), () => undefined)
    },
  }
}
