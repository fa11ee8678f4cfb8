import type { StoredEvent } from '../protocol/index.ts'
import type { KnownEvent } from './shapes.ts'
import { narrow, publicShapes } from './shapes.ts'

/** The typed form of an event that everyone may see, or `undefined` for anything else. */
export const narrowPublic = (event: StoredEvent): KnownEvent<keyof typeof publicShapes> | undefined =>
  event.audience === 'everyone' ? narrow(event, publicShapes) : undefined
