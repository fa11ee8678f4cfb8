import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followUpTimes } from '../../../src/ui/forms/follow-up-times.ts'

const day = 86_400_000

test('what is offered lies ahead and in order, and mornings are mornings on every day of the year', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) }), (now) => {
      const { hour, tomorrow, monday } = followUpTimes(now)
      expect(hour - now).toBe(3_600_000)
      for (const at of [tomorrow, monday]) {
        const date = new Date(at)
        expect([date.getHours(), date.getMinutes(), date.getSeconds(), date.getMilliseconds()]).toEqual([9, 0, 0, 0])
      }
      expect(new Date(tomorrow).getDate()).toBe(new Date(new Date(now).setHours(36, 0, 0, 0)).getDate())
      expect(new Date(monday).getDay()).toBe(1)
      expect(monday).toBeGreaterThan(tomorrow)
      expect(monday - now).toBeLessThan(9 * day)
    }),
    { seed: 20_261_121 },
  )
})

test.each([
  ['a Wednesday', new Date(2026, 10, 18, 15), new Date(2026, 10, 23, 9)],
  ['a Sunday, when tomorrow is a Monday', new Date(2026, 10, 22, 15), new Date(2026, 10, 30, 9)],
  ['a Monday', new Date(2026, 10, 23, 7), new Date(2026, 10, 30, 9)],
  ['a Saturday before the clocks change', new Date(2026, 9, 24, 15), new Date(2026, 9, 26, 9)],
])('on %s the Monday is another day than tomorrow', (_day, now, monday) => {
  expect(followUpTimes(now.getTime()).monday).toBe(monday.getTime())
})
