import { allow } from '../conversation/index.ts'
import type { CommandType, Person, PublicHeader } from '../protocol/index.ts'

/** What somebody at the desk may do with a conversation right now, as far as this side can know. */
export interface Abilities {
  readonly claim: boolean
  /** In `bot`, `queued` and `handback` writing is a claim, too. */
  readonly write: boolean
  readonly handBack: boolean
  readonly transfer: boolean
  readonly resolve: boolean
  readonly note: boolean
}

/**
 * Asks the machine's own rules, so that no button is offered that the hub would refuse.
 *
 * @example abilitiesOf(header, desk.me).claim // false once Sarah holds the floor
 */
export function abilitiesOf(header: PublicHeader, me: Person): Abilities {
  const may = (type: CommandType): boolean => allow(header, { id: me.id, type, data: {} }, me) === undefined
  return {
    claim: may('floor-claim') && header.floor.holder?.id !== me.id,
    write: may('message-send'),
    handBack: may('floor-return'),
    transfer: may('floor-transfer'),
    resolve: may('conversation-resolve'),
    note: may('note-add'),
  }
}
