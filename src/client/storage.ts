import { createStore, promisifyRequest } from 'idb-keyval'
import type { ChatStorage } from './api.ts'

/** What the one `localStorage` key holds while the value itself lies in IndexedDB; a value of JSON never has it inside. */
const MARK = '{"in":"indexeddb"}'
const elsewhere = (text: string | null | undefined) => text?.includes('"in":"indexeddb"')

/** Keeps values for the life of the page. */
export function memoryStorage(): ChatStorage {
  const values = new Map<string, string>()
  const set = (key: string, value: string | null): void => void (value === null ? values.delete(key) : values.set(key, value))
  return {
    get: (key) => values.get(key),
    set,
    delete: (key) => set(key, null),
    update: (key, change) => set(key, change(values.get(key))),
  }
}

/** A few values that are there at once. */
export interface StoragePlace {
  get(key: string): string | null | undefined
  set(key: string, value: string): void
  delete(key: string): void
}

/** `localStorage`, read at each call, because looking at it throws where it is denied. */
const local: StoragePlace = {
  get: (key) => localStorage.getItem(key),
  set: (key, value) => localStorage.setItem(key, value),
  delete: (key) => localStorage.removeItem(key),
}

/**
 * IndexedDB, else `localStorage`, whichever works at the first write. There is one key in `localStorage` either way: it
 * holds the value, or the word that the value is in IndexedDB, so that a page without a conversation looks at nothing else
 * and makes no database. `update` is atomic across tabs in IndexedDB. Throws where both are denied or full.
 *
 * `place` stands for `localStorage` where the key has other tenants; what it adds to the mark must keep the mark's own entry.
 *
 * @example createChat({ transport, storage: browserStorage() })
 */
export function browserStorage(place: StoragePlace = local): ChatStorage {
  let store: ReturnType<typeof createStore> | undefined
  const records: ReturnType<typeof createStore> = (mode, use) => (store ??= createStore('handback', 'records'))(mode, use)

  const change = (key: string, make: (text: string | undefined) => string | null): Promise<void> =>
    records('readwrite', async (values) => {
      const text = await promisifyRequest<string | undefined>(values.get(key))
      const next = make(text)
      // inside the transaction: the key and the record change in the same order in every tab
      if (next === null) {
        place.delete(key)
        values.delete(key)
      } else if (next !== text) {
        if (!elsewhere(place.get(key))) place.set(key, MARK)
        values.put(next, key)
      }
      return promisifyRequest(values.transaction)
    })

  async function update(key: string, make: (text: string | null | undefined) => string | null): Promise<void> {
    const text = place.get(key)
    const marked = elsewhere(text)
    const kept = marked ? text : make(text)
    // nothing to keep is no reason to make a database
    if (kept === null) return place.delete(key)
    if (!marked && kept === text) return
    try {
      // a record in the key itself stays there: two places would be two truths
      if (marked || !text?.includes('"conversation"')) return await change(key, make)
    } catch (error) {
      if (marked) throw error
    }
    const next = make(place.get(key))
    if (next === null) place.delete(key)
    else place.set(key, next)
  }
  return {
    async get(key) {
      const text = place.get(key)
      return elsewhere(text) ? records('readonly', (values) => promisifyRequest<string | undefined>(values.get(key))) : text
    },
    set: (key, value) => update(key, () => value),
    delete: (key) => update(key, () => null),
    update,
  }
}
