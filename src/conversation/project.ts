import type { Header, PublicHeader, StoredEvent } from '../protocol/index.ts'

/** What a visitor may see of an event: nothing of a hidden one, and no code of a failure. */
export function project(event: StoredEvent): StoredEvent | undefined {
  if (event.audience !== 'everyone') return undefined
  const { digest: _, ...open } = event
  // which notes were removed is as hidden as the notes
  if (event.type === 'events-redacted') return { ...open, data: { ...(event.data as object), seqs: [] } }
  if (event.type !== 'turn-failed' || typeof event.data !== 'object' || event.data === null) return open
  const { code: __, ...data } = event.data as { code?: unknown }
  return { ...open, data }
}

/** What staff may see: everything but the hub's own digest. */
export function projectForStaff(event: StoredEvent): StoredEvent {
  const { digest: _, ...open } = event
  return open
}

const publicKeys = [
  'log',
  'shown',
  'phase',
  'people',
  'floor',
  'stream',
  'handoff',
  'survey',
  'read',
  'ticket',
  'away',
  'helpers',
  'language',
  'followUp',
  'erased',
] as const satisfies readonly (keyof PublicHeader)[]

/** The public half of a header. */
export const publicHeader = (header: Header): PublicHeader =>
  Object.fromEntries(publicKeys.flatMap((key) => (header[key] === undefined ? [] : [[key, header[key]]]))) as unknown as PublicHeader
