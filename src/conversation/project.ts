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

const optional = [
  'stream',
  'handoff',
  'survey',
  'ticket',
  'away',
  'helpers',
  'language',
  'followUp',
  'permission',
  'erased',
] as const satisfies readonly (keyof PublicHeader)[]

type Open = { -readonly [K in keyof PublicHeader]: PublicHeader[K] }

function copy<K extends keyof PublicHeader>(open: Open, header: PublicHeader, key: K): void {
  if (header[key] !== undefined) open[key] = header[key]
}

/** The public half of a header: what is named here, and nothing else that a header may gain. */
export function publicHeader(header: Header): PublicHeader {
  const { log, shown, phase, people, floor, read } = header
  const open: Open = { log, shown, phase, people, floor, read }
  for (const key of optional) copy(open, header, key)
  return open
}
