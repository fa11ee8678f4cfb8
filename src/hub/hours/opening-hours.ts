import { HandbackError } from '../../protocol/index.ts'

export const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export type Day = (typeof days)[number]

/** When the team is there, by the clocks on its wall. */
export interface OpeningHours {
  /** Where those clocks hang, such as `Europe/Zurich`. */
  readonly timeZone: string
  /**
   * From when to when on each day, such as `['09:00-12:00', '13:00-17:30']`; a day that is left out is closed. `24:00` is the end of
   * a day, and an end before its start is on the day after: `22:00-06:00`.
   */
  readonly week: { readonly [D in Day]?: readonly string[] }
  /** Dates that are closed whatever day they are, such as `2026-12-25`; what has begun on the day before goes on to its end. Default none. */
  readonly holidays?: readonly string[]
}

/** Minutes of a day from and to; `to` not after `from` is on the day after. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface Hours {
  readonly timeZone: string
  readonly week: Readonly<Record<Day, readonly Range[]>>
  readonly holidays: ReadonlySet<string>
}

const DAY = 1_440

const wrong = (what: string): HandbackError => new HandbackError('request/invalid', `Opening hours: ${what}`)

function rangeOf(text: string, day: string): Range {
  const [, h1, m1, h2, m2] = (/^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? []).map(Number)
  if (h1 === undefined || m1 === undefined || h2 === undefined || m2 === undefined) throw wrong(`"${text}" on ${day} is not like "09:00-17:00".`)
  const from = h1 * 60 + m1
  const to = h2 * 60 + m2
  if (to > DAY) throw wrong(`"${text}" on ${day} ends after 24:00.`)
  if (from === to) throw wrong(`"${text}" on ${day} has no length; a whole day is "00:00-24:00".`)
  return { from, to }
}

/** The first two that are open at the same time, by the week. */
function overlap(week: Hours['week']): string | undefined {
  const all = days.flatMap((day, index) => week[day].map(({ from, to }) => ({ day, from: index * DAY + from, to: index * DAY + (to > from ? to : DAY + to) })))
  const sorted = all.toSorted((a, b) => a.from - b.from)
  const [first] = sorted
  // Saturday's night ends on Sunday
  const round = first ? [...sorted, { ...first, from: first.from + days.length * DAY }] : []
  for (const [index, { from, day }] of round.entries()) {
    const before = round[index - 1]
    if (before && before.to > from) return `${before.day} and ${day}`
  }
  return undefined
}

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true

/** Checks opening hours once, so that no visitor is the first to find out. Throws `request/invalid` that says what is wrong. */
export function readHours({ timeZone, week, holidays = [] }: OpeningHours): Hours {
  try {
    Intl.DateTimeFormat('en', { timeZone })
  } catch (cause) {
    throw new HandbackError('request/invalid', `Opening hours: there is no time zone "${timeZone}".`, { cause })
  }
  const strange = Object.keys(week).find((day) => !(days as readonly string[]).includes(day))
  if (strange !== undefined) throw wrong(`"${strange}" is no day; write ${days.join(', ')}.`)
  const noDate = holidays.find((date) => !isDate(date))
  if (noDate !== undefined) throw wrong(`"${noDate}" is not a date like "2026-12-25".`)
  const of = (day: Day): readonly Range[] => (week[day] ?? []).map((text) => rangeOf(text, day))
  const read = { sun: of('sun'), mon: of('mon'), tue: of('tue'), wed: of('wed'), thu: of('thu'), fri: of('fri'), sat: of('sat') }
  const both = overlap(read)
  if (both !== undefined) throw wrong(`two times overlap (${both}).`)
  return { timeZone, week: read, holidays: new Set(holidays) }
}
