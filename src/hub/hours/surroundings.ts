import type { DecideContext } from '../../conversation/index.ts'
import type { HubOptions } from '../options.ts'
import { opening } from './opening.ts'
import { readHours } from './opening-hours.ts'

const MINUTE = 60_000

/** What a decision must know of the team and the site at a time: whether nobody is there, and whether messages for later go elsewhere. */
export function createSurroundings({ hours, tickets }: Pick<HubOptions, 'hours' | 'tickets'>): (now: number) => Pick<DecideContext, 'closed' | 'tickets'> {
  const site = tickets ? { tickets: true } : {}
  if (!hours) return () => site
  const read = readHours(hours)
  // what clocks show changes with the minute
  let minute = Number.NaN
  let known: Pick<DecideContext, 'closed' | 'tickets'> = site
  return (now) => {
    const current = Math.floor(now / MINUTE)
    if (current !== minute) {
      const { open, at } = opening(read, now)
      known = open ? site : { ...site, closed: at === undefined ? {} : { at } }
      minute = current
    }
    return known
  }
}
