/** What the clocks on a wall show at an instant. */
export interface WallTime {
  /** `2026-12-25` */
  readonly date: string
  /** Minutes since midnight. */
  readonly minutes: number
}

/** A time zone, both ways. */
export interface WallClock {
  at(instant: number): WallTime
  /** Every instant at which the clocks begin to show this: none when they jump over it, two when they are put back across it. */
  when(date: string, minutes: number): readonly number[]
  /** When clocks are changed between two instants, if they are; at most once. */
  change(from: number, to: number): number | undefined
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  /** The same reading on a clock of UTC. */
  const shown = (instant: number): number => {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
    return Date.UTC(year, month - 1, day, hour, minute, second)
  }
  const offset = (instant: number): number => shown(instant) - Math.floor(instant / 1_000) * 1_000

  return {
    at(instant) {
      const local = new Date(shown(instant))
      return { date: local.toISOString().slice(0, 10), minutes: local.getUTCHours() * 60 + local.getUTCMinutes() }
    },
    when(date, minutes) {
      const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE
      const guesses = new Set([wanted - offset(wanted - DAY), wanted - offset(wanted + DAY)])
      return [...guesses].filter((guess) => shown(guess) === wanted).toSorted((a, b) => a - b)
    },
    change(from, to) {
      const before = offset(from)
      if (offset(to) === before) return undefined
      let [low, high] = [Math.floor(from / MINUTE), Math.ceil(to / MINUTE)]
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2)
        if (offset(middle * MINUTE) === before) low = middle
        else high = middle
      }
      return high * MINUTE
    },
  }
}

/** The date so many days after another. */
export const dayAfter = (date: string, count: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
