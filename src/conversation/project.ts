import type { Header, PublicHeader, StoredEvent } from '../protocol/index.ts'
import { emptyPublicHeader } from './public-header.ts'

/** What a visitor may see of an event: nothing of a hidden one, and no code of a failure. */
export function project(event: StoredEvent): StoredEvent | undefined {
  if (event.audience !== 'everyone') return undefined
  const { digest: _, ...open } = event
  if (event.type !== 'turn-failed' || typeof event.data !== 'object' || event.data === null) return open
  const { code: __, ...data } = event.data as { code?: unknown }
  return { ...open, data }
}

/** What staff may see: everything but the hub's own digest. */
export function projectForStaff(event: StoredEvent): StoredEvent {
  const { digest: _, ...open } = event
  return open
}

/** The public half of a header. */
export function publicHeader(header: Header): PublicHeader {
  const { log, shown, phase, people, floor, stream, handoff, survey, read, ticket, away } = header
  return {
    ...emptyPublicHeader,
    log,
    shown,
    phase,
    people,
    floor,
    read,
    ...(stream ? { stream } : {}),
    ...(handoff ? { handoff } : {}),
    ...(survey ? { survey } : {}),
    ...(ticket ? { ticket } : {}),
    ...(away ? { away } : {}),
  }
}
