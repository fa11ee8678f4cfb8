import type { PanelOptions } from './panel-options.ts'

/** The values of the entry, by name. */
export type KeptValues = Readonly<Record<string, unknown>>

export interface Kept {
  read(): KeptValues
  write(values: KeptValues): void
  clear(): void
  /** Undefined for what is no text. */
  get(name: string): string | undefined
  put(name: string, value: string | undefined): void
  /** There may be an unfinished conversation. */
  found(): boolean
  /** Keeps whether the panel stands open, beside the chat's record, or forgets it. Does nothing before a conversation has its record. */
  keepOpen(open: boolean): void
  /** What the visitor has written and not sent, and has chosen. Kept from the first of it on, with a conversation or without. */
  readonly panel: { readonly draft: NonNullable<PanelOptions['draft']>; readonly memory: NonNullable<PanelOptions['memory']> }
}

/**
 * The chat's record, the visitor's session, what the panel remembers and whether it stands open in one `localStorage`
 * entry, so that there is one key to name in a privacy notice, and forgetting the conversation forgets who had it. Where storage is denied
 * or full, all of it lives as long as the page. What the chat itself sees of it: `kept-chat.ts`.
 */
export function keptUnder(key: string): Kept {
  /** What could not be written; what still stands in storage is older. */
  let spare: string | undefined
  const attempt = <T>(work: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return work(localStorage)
    } catch {
      // Denied or full; see above.
      return otherwise()
    }
  }
  const read = (): KeptValues => {
    const text = spare ?? attempt((storage) => storage.getItem(key), () => null)
    try {
      return { ...(JSON.parse(text ?? '{}') as object) }
    } catch {
      // Another program's value under this key counts as nothing.
      return {}
    }
  }
  const write = (values: KeptValues): void => {
    const text = JSON.stringify(values)
    if (text === '{}') return clear()
    attempt((storage) => {
      storage.setItem(key, text)
      spare = undefined
    }, () => {
      spare = text
    })
  }
  const clear = (): void => {
    spare = undefined
    attempt((storage) => storage.removeItem(key), () => {})
  }
  const get = (name: string): string | undefined => {
    const value = read()[name]
    return typeof value === 'string' ? value : undefined
  }
  const put = (name: string, value: string | undefined): void => {
    if (get(name) !== value) write({ ...read(), [name]: value })
  }
  // as the launcher sees it, see `kept-open.ts`
  const found = (): boolean => typeof (read()['conversation'] ?? read()['in']) === 'string'
  return {
    read,
    write,
    clear,
    get,
    put,
    found,
    keepOpen(open) {
      // what is undefined is not written
      const values = { ...read(), open: open || undefined }
      if (found() && read()['open'] !== values.open) write(values)
    },
    panel: {
      draft: { get: () => get('draft') ?? '', set: (text) => put('draft', text || undefined) },
      memory: { get, set: put },
    },
  }
}
