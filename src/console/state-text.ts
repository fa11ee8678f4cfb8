import type { Header, Person } from '../protocol/index.ts'
import { durationText, type Say } from './strings.ts'

/** Display name of whoever holds the floor, when that is a person. */
export function holderName(header: Header): string | undefined {
  const { holder } = header.floor
  if (!holder || (holder.kind !== 'agent' && holder.kind !== 'supervisor')) return undefined
  return header.people.find(({ id }) => id === holder.id)?.name ?? ''
}

/** The visitor's display name. */
export const visitorName = (say: Say, header: Header): string => header.people.find(({ kind }) => kind === 'visitor')?.name || say('visitor')

/** Who a conversation is with, in one line. */
export function stateText(say: Say, header: Header, me: Person, now: number): string {
  const name = holderName(header) ?? ''
  switch (header.phase) {
    case 'bot':
      return say('stateBot')
    case 'queued':
      return say('stateQueued', { time: durationText(say, Math.max(0, now - (header.handoff?.since ?? now))) })
    case 'human':
      if (header.away) return say('stateAway', { name })
      return header.floor.holder?.id === me.id ? say('stateMine') : say('stateOther', { name })
    case 'handback':
      return say('stateHandback')
    case 'closed':
      return say(header.erased ? 'stateErased' : 'stateClosed')
  }
}
