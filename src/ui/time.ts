/** Times, days and waits in the reader's language. */

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string | undefined, kind: 'time' | 'day' | 'moment' | 'full'): Intl.DateTimeFormat {
  const key = `${kind} ${locale}`
  let found = formats.get(key)
  if (!found) {
    const options: Intl.DateTimeFormatOptions =
      kind === 'time' ? { hour: 'numeric', minute: '2-digit' }
      : kind === 'day' ? { weekday: 'long', day: 'numeric', month: 'long' }
      : kind === 'moment' ? { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }
      : { dateStyle: 'full', timeStyle: 'short' }
    formats.set(key, (found = new Intl.DateTimeFormat(locale, options)))
  }
  return found
}

/** @example formatTime(Date.UTC(2026, 0, 1, 14, 5), 'en-GB') // "14:05" in London */
export const formatTime = (at: number, locale?: string): string => format(locale, 'time').format(at)

/** Day and time, for tooltips. */
export const formatFull = (at: number, locale?: string): string => format(locale, 'full').format(at)

/** A moment to come, with its day. A time that no calendar has is left as it is. */
export const formatMoment = (at: number, locale?: string): string => (Math.abs(at) <= 8.64e15 ? format(locale, 'moment').format(at) : String(at))

/** Midnight that begins the local day. */
export const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** "today", "yesterday", or the weekday and date, in the words of `locale`. */
export function formatDay(at: number, now: number, locale?: string): string {
  // A day with a clock change has 23 or 25 hours, hence the rounding.
  const days = Math.round((dayOf(at) - dayOf(now)) / 86_400_000)
  return days === 0 || days === -1
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    : format(locale, 'day').format(at)
}
