import type { StoragePlace } from '../client/index.ts'
import type { Kept } from './kept.ts'

/** What is kept beside the chat's record. */
const beside = ['session', 'open', 'draft', 'language', 'sound'] as const

export interface KeptChat {
  /** For `browserStorage`, which moves the record itself to IndexedDB where it can. */
  readonly chat: StoragePlace
  readonly session: { get(): string | null; set(value: string): void }
}

/** The chat's record and the visitor's session, in the widget's one entry. */
export const keptChat = ({ read, write, clear, get, put }: Kept): KeptChat => ({
  chat: {
    get: () => JSON.stringify(read()),
    set: (_, value) => {
      const known = read()
      write({ ...(JSON.parse(value) as object), ...Object.fromEntries(beside.map((name) => [name, known[name]])) })
    },
    delete: clear,
  },
  session: {
    get: () => get('session') ?? null,
    set: (session) => put('session', session),
  },
})
