/** What tells where a conversation stands, beside what somebody has written. */
const bones: Readonly<Record<string, readonly string[]>> = {
  'ticket-created': ['ticket'],
  'survey-answered': ['episode', 'score'],
  'message-rated': ['message', 'rating'],
  'follow-up-scheduled': ['at'],
  'tool-called': ['call', 'turn', 'attempt', 'tool'],
  'tool-returned': ['call', 'failed'],
  'permission-asked': ['permission'],
  'summary-written': ['episode'],
}

/** Where no fold reads an event without these words. */
const blanks: Readonly<Record<string, Readonly<Record<string, ''>>>> = {
  'ticket-created': { text: '' },
  'tool-called': { input: '' },
  'tool-returned': { output: '' },
  'permission-asked': { title: '' },
  'summary-written': { text: '' },
}

/**
 * What is left of the data of a single event whose contents are removed: that they were, and what the fold cannot do
 * without, which nobody has written. (Of a whole conversation nothing is left but `{ erased: true }`.)
 *
 * @example erasedData({ type: 'note-added', data: { note, text } }) // { erased: true }
 */
export function erasedData({ type, data }: { readonly type: string; readonly data: unknown }): Readonly<Record<string, unknown>> {
  const kept = Object.hasOwn(bones, type) ? Object.entries(data ?? {}).filter(([key]) => bones[type]?.includes(key)) : []
  return { ...Object.fromEntries(kept), ...(Object.hasOwn(blanks, type) ? blanks[type] : {}), erased: true }
}
