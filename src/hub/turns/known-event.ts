import { narrow } from '../../conversation/shapes.ts'
import type { KnownEvent } from '../../conversation/shapes.ts'
import { staffShapes } from '../../conversation/staff-shapes.ts'
import type { StoredEvent } from '../../protocol/index.ts'

/** The typed form of any event that the hub's own bot may know of; `undefined` for what is unknown, malformed or removed. */
export const known = (event: StoredEvent): KnownEvent | undefined => narrow(event, staffShapes)
