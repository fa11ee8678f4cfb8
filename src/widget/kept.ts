import type { StoragePlace } from '../client/index.ts'

interface Session {
  get(): string | null
  set(value: string): void
}

export interface Kept {
  /** For `browserStorage`, which moves the record itself to IndexedDB where it can. */
  readonly chat: StoragePlace
  readonly session: Session
}

/**
 * The chat's record, the visitor's session and whether the panel stands open (`kept-open.ts`) in one `localStorage` entry, so that there is one key to name in a privacy
 * notice, and forgetting the conversation forgets who had it. Where storage is denied or full, both live as long as the page.
 */
export function keptUnder(key: string): Kept {
  let spare: string | null = null
  const attempt = <T>(work: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return work(localStorage)
    } catch {
      // Denied or full; see above.
      return otherwise()
    }
  }
  const read = (): Record<string, unknown> => {
    const text = attempt((storage) => storage.getItem(key), () => null) ?? spare
    try {
      return { ...(JSON.parse(text ?? '{}') as object) }
    } catch {
      // Another program's value under this key counts as nothing.
      return {}
    }
  }
  const write = (values: object): void => {
    const text = JSON.stringify(values)
    attempt((storage) => storage.setItem(key, text), () => {
      spare = text
    })
  }
  return {
    chat: {
      get: () => JSON.stringify(read()),
      set: (_, value) => {
        const { session, open } = read()
        write({ ...(JSON.parse(value) as object), session, open })
      },
      delete: () => {
        spare = null
        attempt((storage) => storage.removeItem(key), () => {})
      },
    },
    session: {
      get() {
        const { session } = read()
        return typeof session === 'string' ? session : null
      },
      set: (session) => write({ ...read(), session }),
    },
  }
}
