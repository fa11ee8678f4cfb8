import { allow } from '../conversation/index.ts'
import type { CommandType, Header, Person, PublicHeader } from '../protocol/index.ts'

/** What somebody at the desk may do with a conversation right now, as far as this side can know. */
export interface Abilities {
  readonly claim: boolean
  /** In `bot`, `queued` and `handback` writing is a claim, too. */
  readonly write: boolean
  readonly handBack: boolean
  readonly transfer: boolean
  readonly resolve: boolean
  readonly note: boolean
  /** Let a colleague write beside the holder. */
  readonly invite: boolean
  /** Begin to write beside the holder. */
  readonly join: boolean
  readonly leave: boolean
  readonly requestSupervisor: boolean
  /** Read along, as colleagues may know. */
  readonly shadow: boolean
  /** Ask the assistant, which does one thing at a time. */
  readonly ask: boolean
  /** Use or drop what the assistant offers. */
  readonly draft: boolean
  /** Let the assistant do what it offers to, when it is not busy. */
  readonly approve: boolean
  readonly tag: boolean
  readonly scheduleFollowUp: boolean
  /** Remove the contents of single messages for good. */
  readonly redact: boolean
}

/** The public header, and of the whole one what is known. */
type Known = PublicHeader & Partial<Pick<Header, 'invited' | 'shadows' | 'escalated' | 'assist' | 'turn'>>

/**
 * Asks the machine's own rules, so that no button is offered that the hub would refuse.
 *
 * @example abilitiesOf(header, desk.me).claim // false once Sarah holds the floor
 */
export function abilitiesOf(header: Known, me: Person): Abilities {
  const may = (type: CommandType): boolean => allow(header, { id: me.id, type, data: {} }, me) === undefined
  const idle = !header.assist && !header.turn
  const there = header.floor.holder?.id === me.id || (header.helpers?.includes(me.id) ?? false)
  return {
    claim: may('floor-claim') && header.floor.holder?.id !== me.id,
    write: may('message-send'),
    handBack: may('floor-return'),
    transfer: may('floor-transfer'),
    resolve: may('conversation-resolve'),
    note: may('note-add'),
    invite: may('participant-invite'),
    join: may('participant-join') && !there && (me.kind === 'supervisor' || (header.invited?.includes(me.id) ?? false)),
    leave: may('participant-leave'),
    requestSupervisor: may('supervisor-request') && me.kind === 'agent' && !header.escalated,
    shadow: may('shadow-start') && !there && !header.shadows?.includes(me.id),
    ask: may('assist-request') && idle,
    draft: may('draft-drop'),
    approve: may('draft-approve') && idle,
    tag: may('tag-add'),
    scheduleFollowUp: may('follow-up-schedule'),
    redact: may('events-redact'),
  }
}
