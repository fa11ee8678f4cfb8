import type { ChatStorage } from '../../../src/client/index.ts'

/** Bytes of the lock and of the length. */
const HEAD = 8
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Waits until nobody reads or writes, and keeps it so until the returned release. */
export function lockStorage(memory: SharedArrayBuffer): () => void {
  const lock = new Int32Array(memory, 0, 1)
  while (Atomics.compareExchange(lock, 0, 0, 1) !== 0) Atomics.wait(lock, 0, 1, 1)
  return () => {
    Atomics.store(lock, 0, 0)
    Atomics.notify(lock, 0)
  }
}

/** One value that all threads see, changed with nobody in between; like a browser's, it never waits for a tab that stands still. */
export function sharedStorage(memory: SharedArrayBuffer): ChatStorage {
  const head = new Int32Array(memory, 0, 2)
  const body = new Uint8Array(memory, HEAD)

  function locked<T>(work: () => T): T {
    const release = lockStorage(memory)
    try {
      return work()
    } finally {
      release()
    }
  }
  const read = (): string | null => (head[1] ? decoder.decode(body.slice(0, head[1])) : null)
  function write(text: string | null): void {
    const bytes = encoder.encode(text ?? '')
    body.set(bytes)
    head[1] = bytes.length
  }
  return {
    get: () => locked(read),
    set: (_key, text) => locked(() => write(text)),
    delete: () => locked(() => write(null)),
    update: (_key, change) => locked(() => write(change(read()))),
  }
}
