import { vi } from 'vitest'

/**
 * A `localStorage` of the test's own, until `vi.unstubAllGlobals`, that knows what was read and written. Spies on happy-dom's are called by
 * nobody once others before them have been restored, and "was not called" would always hold.
 */
export function watchedStorage(entries: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(entries))
  const storage = {
    getItem: vi.fn((key: string) => kept.get(key) ?? null),
    setItem: vi.fn((key: string, value: string) => void kept.set(key, value)),
    removeItem: vi.fn((key: string) => void kept.delete(key)),
  }
  vi.stubGlobal('localStorage', storage)
  return storage
}
