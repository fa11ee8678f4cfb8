import { keptEntry } from './kept-open.ts'

/** Keeps whether the panel stands open, beside the chat's record, or forgets it. Does nothing before a conversation has its record. */
export function keepOpen(key: string, open: boolean): void {
  const kept = keptEntry(key)
  if (!kept.found || kept.open === open) return
  try {
    const record = JSON.parse(localStorage.getItem(key) as string) as Readonly<Record<string, unknown>>
    // what is undefined is not written
    localStorage.setItem(key, JSON.stringify({ ...record, open: open || undefined }))
  } catch {
    // Denied or full: the next page begins with the launcher.
  }
}
