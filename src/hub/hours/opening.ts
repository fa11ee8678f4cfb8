import type { Day, Hours } from './opening-hours.ts'
import { days } from './opening-hours.ts'
import type { WallTime } from './wall-clock.ts'
import { dayAfter, wallClock } from './wall-clock.ts'

export interface Opening {
  readonly open: boolean
  /** When it opens again, ms since 1970; absent while it is open, and when it does not open within a year. */
  readonly at?: number
}

const DAY = 86_400_000
/** How many days are looked at for the next opening: holidays may be long, a week without any hours is longer. */
const FURTHEST = 370

const dayOf = (date: string): Day => days[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sun'

/** Whether these clocks stand within the hours: what began on the day before may not have ended. */
function within({ week, holidays }: Hours, { date, minutes }: WallTime): boolean {
  const ranges = (of: string) => (holidays.has(of) ? [] : week[dayOf(of)])
  return (
    ranges(date).some(({ from, to }) => minutes >= from && (to <= from || minutes < to)) ||
    ranges(dayAfter(date, -1)).some(({ from, to }) => to <= from && minutes < to)
  )
}

/**
 * Whether somebody is there at an instant, and when somebody is again. It goes by what clocks show: an hour that is left out in spring
 * is not waited for, and what stands twice in autumn counts twice. Pure.
 *
 * @example opening(readHours({ timeZone: 'Europe/Zurich', week: { mon: ['09:00-17:00'] } }), Date.now()) // { open: false, at: 1795420800000 }
 */
export function opening(hours: Hours, now: number): Opening {
  const clock = wallClock(hours.timeZone)
  const open = (instant: number): boolean => within(hours, clock.at(instant))
  if (open(now)) return { open: true }
  const today = clock.at(now).date
  /** When it may open on a date: at a beginning, and when clocks are put on across one, or back before an end. */
  const openings = (date: string): readonly number[] => {
    const noon = Date.parse(`${date}T12:00:00Z`)
    const changed = clock.change(noon - DAY - DAY / 8, noon + DAY + DAY / 8)
    const change = changed !== undefined && clock.at(changed).date === date ? [changed] : []
    return [...change, ...hours.week[dayOf(date)].flatMap(({ from }) => clock.when(date, from))]
  }
  for (let count = 0; count <= FURTHEST; count += 1) {
    const next = openings(dayAfter(today, count)).filter((instant) => instant > now && open(instant))
    if (next.length > 0) return { open: false, at: Math.min(...next) }
  }
  return { open: false }
}
