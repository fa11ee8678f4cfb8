import type { HeldAction, Id, StoredEvent } from '../../protocol/index.ts'
import { known } from './known-event.ts'

/** Exactly what may run once somebody has agreed. */
export type Held = Pick<HeldAction, 'action' | 'tool' | 'input'>

/** The action with this id, as it was shown to whoever agreed to it. */
export function heldAction(events: readonly StoredEvent[], action: Id | undefined): Held | undefined {
  for (const stored of events) {
    const event = stored.type === 'action-held' ? known(stored) : undefined
    if (event?.type === 'action-held' && event.data.action === action) return event.data
  }
  return undefined
}
