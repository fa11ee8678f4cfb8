import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoff, sleep } from '../../src/internal/backoff.ts'
import { fakeTimers } from '../client/fake-timers.ts'

const seed = 4711

const draws = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { maxLength: 2_000 })

test('a wait lies in [0, min(cap, base · 2^n)) and reaches from one end to the other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 100_000 }), draws, (base, cap, chances) => {
      let n = 0
      const pause = backoff({ base, cap, random: () => chances[n] as number })
      for (; n < chances.length; n += 1) expect(pause.next()).toBeCloseTo((chances[n] as number) * Math.min(cap, base * 2 ** n), 6)
    }),
    { seed },
  )
})

test('the defaults are 500 ms and 30 s', () => {
  const pause = backoff({ random: () => 0.5 })
  expect(Array.from({ length: 9 }, () => pause.next())).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000])
})

test('reset begins again', () => {
  const pause = backoff({ random: () => 0.5 })
  pause.next()
  pause.next()
  pause.reset()
  expect(pause.next()).toBe(250)
})

test('what the other side asks to wait is waited in full, with the jitter on top, but never more than an hour', () => {
  const pause = backoff({ random: () => 0.5 })
  expect(pause.next(5_000)).toBe(5_250)
  expect(pause.next(-1)).toBe(500)
  expect(pause.next(1e15)).toBe(3_601_000)
})

test('sleep ends after its time', async () => {
  const timers = fakeTimers()
  let ended = false
  const slept = sleep(100, new AbortController().signal, timers.after).then(() => (ended = true))
  await timers.advance(99)
  expect(ended).toBe(false)
  await timers.advance(1)
  await slept
})

test('aborting a sleep rejects with the reason and stops the timer', async () => {
  const timers = fakeTimers()
  const controller = new AbortController()
  const slept = sleep(100, controller.signal, timers.after)
  controller.abort('enough')
  await expect(slept).rejects.toBe('enough')
  expect(timers.size).toBe(0)
})

test('a sleep that is aborted already starts no timer', async () => {
  const timers = fakeTimers()
  await expect(sleep(100, AbortSignal.abort('never'), timers.after)).rejects.toBe('never')
  expect(timers.size).toBe(0)
})
