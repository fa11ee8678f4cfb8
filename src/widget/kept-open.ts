/** What is known of an earlier page, from the widget's one entry: no conversation, no entry, no memory. */

export interface KeptEntry {
  /** There may be an unfinished conversation. */
  readonly found: boolean
  /** The panel stood open. */
  readonly open: boolean
}

/** What this browser profile knows of an earlier page: one look at one key. */
export function keptEntry(key: string): KeptEntry {
  try {
    const { conversation, in: place, open } = (JSON.parse(localStorage.getItem(key) as string) ?? {}) as Readonly<Record<string, unknown>>
    // the record stands here, or the word that it stands in IndexedDB; a draft alone is no conversation
    return { found: typeof (conversation ?? place) === 'string', open: open === true }
  } catch {
    // There is no entry, storage is forbidden here (a sandboxed frame, a strict browser), or the value is another program's: nothing was kept, the launcher waits.
    return { found: false, open: false }
  }
}
