import { derivedId } from '../internal/ids.ts'
import type { Id } from '../protocol/index.ts'

const PREFIX = 'hub--'

/**
 * Ids that the hub derives, so that two hubs make the same one. Everything that goes into them is public, therefore no
 * client may use ids of this kind: whoever took one first would take the command's place.
 */
export const hubId = (base: Id, name: string): Id => PREFIX + derivedId(base, name)

/** Whether an id is one that only a hub may use. */
export const isHubId = (id: Id): boolean => id.startsWith(PREFIX)
