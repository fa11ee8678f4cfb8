import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { opening } from '../../../src/hub/hours/opening.ts'
import type { OpeningHours } from '../../../src/hub/hours/opening-hours.ts'
import { days, readHours } from '../../../src/hub/hours/opening-hours.ts'

const at = (text: string): number => Date.parse(text)
const zurich = (week: OpeningHours['week'], holidays?: readonly string[]) => readHours({ timeZone: 'Europe/Zurich', week, ...(holidays ? { holidays } : {}) })
const daily = (...ranges: string[]): OpeningHours['week'] => Object.fromEntries(days.map((day) => [day, ranges]))

describe('opening hours', () => {
  it('are open from their first minute, and closed from their last', () => {
    const hours = zurich({ fri: ['09:00-12:00', '13:00-17:00'], mon: ['09:00-17:00'] })
    // a Friday, in winter time
    expect(opening(hours, at('2026-11-20T07:59:59.999Z'))).toEqual({ open: false, at: at('2026-11-20T08:00Z') })
    expect(opening(hours, at('2026-11-20T08:00Z'))).toEqual({ open: true })
    expect(opening(hours, at('2026-11-20T10:59:59.999Z'))).toEqual({ open: true })
    expect(opening(hours, at('2026-11-20T11:00Z'))).toEqual({ open: false, at: at('2026-11-20T12:00Z') })
    expect(opening(hours, at('2026-11-20T16:00Z'))).toEqual({ open: false, at: at('2026-11-23T08:00Z') })
  })

  it('go over midnight, and over the end of the week', () => {
    const hours = zurich({ sat: ['22:00-06:00'] })
    expect(opening(hours, at('2026-11-21T21:00Z')).open).toBe(true)
    expect(opening(hours, at('2026-11-22T04:59Z')).open).toBe(true)
    expect(opening(hours, at('2026-11-22T05:00Z'))).toEqual({ open: false, at: at('2026-11-28T21:00Z') })
    expect(opening(zurich({ sat: ['20:00-24:00'] }), at('2026-11-21T22:59Z')).open).toBe(true)
    expect(opening(zurich({ sat: ['20:00-24:00'] }), at('2026-11-21T23:00Z')).open).toBe(false)
  })

  it('leave out holidays, but for the night that has begun before', () => {
    const hours = zurich({ ...daily('22:00-06:00') }, ['2026-12-25', '2026-12-26'])
    expect(opening(hours, at('2026-12-25T04:00Z')).open).toBe(true)
    expect(opening(hours, at('2026-12-25T22:00Z'))).toEqual({ open: false, at: at('2026-12-27T21:00Z') })
    expect(opening(hours, at('2026-12-26T02:00Z')).open).toBe(false)
  })

  it('never open when no day has any', () => {
    expect(opening(zurich({}), at('2026-11-21T12:00Z'))).toEqual({ open: false })
    expect(opening(zurich(daily('00:00-24:00')), at('2026-11-21T12:00Z'))).toEqual({ open: true })
  })

  it('go by the clocks where they are changed: what is left out opens at once, what stands twice counts twice', () => {
    // on 29 March 2026 the clocks go from 02:00 to 03:00, on 25 October from 03:00 back to 02:00
    const spring = zurich({ sun: ['02:30-04:00'] })
    expect(opening(spring, at('2026-03-29T00:30Z'))).toEqual({ open: false, at: at('2026-03-29T01:00Z') })
    expect(opening(spring, at('2026-03-29T01:00Z')).open).toBe(true)
    const autumn = zurich({ sun: ['01:00-02:30'] })
    expect(opening(autumn, at('2026-10-25T00:29Z')).open).toBe(true)
    expect(opening(autumn, at('2026-10-25T00:45Z'))).toEqual({ open: false, at: at('2026-10-25T01:00Z') })
    expect(opening(autumn, at('2026-10-25T01:29Z')).open).toBe(true)
    expect(opening(autumn, at('2026-10-25T01:30Z'))).toEqual({ open: false, at: at('2026-11-01T00:00Z') })
  })
})

/** Zones whose clocks are changed in all the ways there are: by an hour, by half of one, at midnight, south of the equator, a day left out. */
const zones = ['Europe/Zurich', 'America/New_York', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC', 'America/St_Johns']
const minute = fc.integer({ min: 0, max: 95 }).map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`)
const range = fc.tuple(minute, minute).filter(([from, to]) => from !== to).map(([from, to]) => `${from}-${to}`)
const week: fc.Arbitrary<OpeningHours['week']> = fc.record(Object.fromEntries(days.map((day) => [day, fc.option(range.map((one) => [one]), { nil: [] })])))
const some = fc.record({ timeZone: fc.constantFrom(...zones), week, holidays: fc.constantFrom([], ['2026-03-29'], ['2026-10-25', '2026-10-26']) }).filter((hours) => {
  try {
    readHours(hours)
    return true
  } catch {
    return false
  }
})
/** Days around those on which clocks are changed somewhere. */
const instant = fc
  .tuple(fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-04-24', '2026-09-06', '2026-09-27', '2026-10-04', '2026-10-25', '2026-10-30', '2026-11-01', '2027-01-01'), fc.integer({ min: -26 * 60, max: 50 * 60 }))
  .map(([date, minutes]) => Date.parse(`${date}T00:00Z`) + minutes * 60_000)

/** What clocks show, told by another part of the platform. */
const shown = (timeZone: string, now: number): { date: string; time: string } => {
  const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(now).split(' ')
  return { date, time }
}
const before = (date: string): string => new Date(Date.parse(`${date}T00:00Z`) - 86_400_000).toISOString().slice(0, 10)
const isOpen = ({ timeZone, week, holidays = [] }: OpeningHours, now: number): boolean => {
  const { date, time } = shown(timeZone, now)
  const of = (day: string): readonly string[] => (holidays.includes(day) ? [] : (week[days[new Date(`${day}T00:00Z`).getUTCDay()] ?? 'sun'] ?? []))
  const split = (text: string): readonly [from: string, to: string] => {
    const [from = '', to = ''] = text.split('-')
    return [from, to]
  }
  const today = ([from, to]: readonly [string, string]): boolean => from <= time && (to <= from || time < to)
  const since = ([from, to]: readonly [string, string]): boolean => to <= from && time < to
  return of(date).some((text) => today(split(text))) || of(before(date)).some((text) => since(split(text)))
}

describe('in every zone, around every change of its clocks', () => {
  it('open is what the clocks on the wall say', () => {
    fc.assert(fc.property(some, instant, (hours, now) => void expect(opening(readHours(hours), now).open).toBe(isOpen(hours, now))), { numRuns: 600, seed: 21 })
  })

  it('the next opening is the first: open then, and at no minute before', () => {
    fc.assert(
      fc.property(some, instant, (hours, now) => {
        const read = readHours(hours)
        const { open, at: next } = opening(read, now)
        fc.pre(!open && next !== undefined && next - now < 3 * 86_400_000)
        expect(isOpen(hours, next ?? 0)).toBe(true)
        for (let minute = Math.floor(now / 60_000) * 60_000; minute < (next ?? 0); minute += 15 * 60_000) expect(isOpen(hours, minute)).toBe(false)
        expect(isOpen(hours, (next ?? 0) - 1)).toBe(false)
      }),
      { numRuns: 150, seed: 22 },
    )
  })
})

describe('opening hours that cannot be', () => {
  const base: OpeningHours = { timeZone: 'Europe/Zurich', week: {} }
  it.each<[string, OpeningHours, RegExp]>([
    ['a zone that is none', { ...base, timeZone: 'Mars/Phobos' }, /no time zone "Mars\/Phobos"/],
    ['a day that is none', { ...base, week: { monday: ['09:00-17:00'] } as OpeningHours['week'] }, /"monday" is no day/],
    ['a time without zeros', { ...base, week: { mon: ['9:00-17:00'] } }, /"9:00-17:00" on mon/],
    ['a time that is none', { ...base, week: { mon: ['09:00-25:00'] } }, /"09:00-25:00"/],
    ['an end after the end of the day', { ...base, week: { mon: ['09:00-24:30'] } }, /ends after 24:00/],
    ['no length', { ...base, week: { mon: ['09:00-09:00'] } }, /has no length/],
    ['two at the same time', { ...base, week: { mon: ['13:00-17:00', '09:00-13:30'] } }, /overlap \(mon and mon\)/],
    ['a night into a morning', { ...base, week: { mon: ['22:00-06:00'], tue: ['05:30-09:00'] } }, /overlap \(mon and tue\)/],
    ['a night over the end of the week', { ...base, week: { sat: ['22:00-06:00'], sun: ['05:30-09:00'] } }, /overlap \(sat and sun\)/],
    ['a date that is none', { ...base, holidays: ['2026-02-30'] }, /"2026-02-30" is not a date/],
    ['a date in other words', { ...base, holidays: ['25.12.2026'] }, /not a date/],
  ])('are refused in words: %s', (_name, hours, message) => {
    expect(() => readHours(hours)).toThrow(message)
    expect(() => readHours(hours)).toThrow(expect.objectContaining({ code: 'request/invalid' }))
  })

  it('may touch each other', () => {
    expect(() => readHours({ ...base, week: { mon: ['22:00-06:00'], tue: ['06:00-09:00', '09:00-10:00'] } })).not.toThrow()
  })
})
