/** Whether the panel stood open, kept in the widget's one entry, beside the chat's record: no conversation, no entry, no memory. */

export interface KeptEntry {
  /** There may be an unfinished conversation. */
  readonly found: boolean
  readonly open: boolean
}

// the record stands here, or the word that it stands in IndexedDB; a draft alone is no conversation
const holds = ({ conversation, in: place }: Readonly<Record<string, unknown>>): boolean => typeof (conversation ?? place) === 'string'

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(text) as object) }
  } catch {
    // Another program's value under this key counts as nothing.
    return {}
  }
}

/** What this browser profile knows of an earlier page: one look at one key. */
export function keptEntry(key: string): KeptEntry {
  try {
    const record = parse(localStorage.getItem(key) ?? '{}')
    return { found: holds(record), open: record.open === true }
  } catch {
    // Storage is forbidden here (a sandboxed frame, a strict browser): then nothing was kept, and the launcher waits.
    return { found: false, open: false }
  }
}

/** Keeps it, or forgets it. Does nothing before a conversation has its record. */
export function keepOpen(key: string, open: boolean): void {
  try {
    const { open: known, ...record } = parse(localStorage.getItem(key) ?? '{}')
    if (!holds(record) || (known === true) === open) return
    localStorage.setItem(key, JSON.stringify(open ? { ...record, open } : record))
  } catch {
    // Denied or full: the next page begins with the launcher.
  }
}
