import type { Id } from '../protocol/index.ts'

/** Keeps what is typed in the boxes of an element, for when the reader comes back to it. */
export function keep({ target }: Event, drafts: Map<string, string>, key: Id): void {
  if (!(target instanceof HTMLTextAreaElement)) return
  if (target.value) drafts.set(key, target.value)
  else drafts.delete(key)
}
