import { afterEach, expect, test } from 'vitest'
import { formatDay } from '../../src/ui/time.ts'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

// the clocks go forward on 29 March 2026, and back on 25 October
test.each([
  ['a day of 23 hours', new Date('2026-03-29T12:00:00+02:00'), new Date('2026-03-30T12:00:00+02:00'), new Date('2026-03-27T12:00:00+01:00')],
  ['a day of 25 hours', new Date('2026-10-25T12:00:00+01:00'), new Date('2026-10-26T12:00:00+01:00'), new Date('2026-10-23T12:00:00+02:00')],
])('%s ago is yesterday, and no other day is', (_, at, now, before) => {
  process.env['TZ'] = 'Europe/Berlin'
  // the zone is that of Berlin from here on
  expect(at.getHours()).toBe(12)
  expect(formatDay(at.getTime(), now.getTime(), 'en-GB')).toBe('yesterday')
  expect(formatDay(now.getTime(), now.getTime(), 'en-GB')).toBe('today')
  expect(formatDay(before.getTime(), now.getTime(), 'en-GB')).toMatch(/^Friday/)
})
