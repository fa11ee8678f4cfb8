import { dayOf } from '../time.ts'

/** When the working day begins, by the visitor's clock. */
const MORNING = 9
const MONDAY = 1

/** Moments that somebody may come back at, ms since 1970. */
export interface FollowUpTimes {
  readonly hour: number
  readonly tomorrow: number
  /** The next Monday that is not tomorrow. */
  readonly monday: number
}

/** What is offered, in the time zone of this browser; mornings keep their hour when the clocks change. */
export function followUpTimes(now: number): FollowUpTimes {
  const morning = (days: number): number => {
    const date = new Date(dayOf(now))
    return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, MORNING).getTime()
  }
  const days = (MONDAY + 7 - new Date(now).getDay()) % 7
  return { hour: now + 3_600_000, tomorrow: morning(1), monday: morning(days > 1 ? days : days + 7) }
}
