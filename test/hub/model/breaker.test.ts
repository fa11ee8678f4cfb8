import { expect, test } from 'vitest'
import { createBreaker } from '../../../src/hub/turns/model/breaker.ts'
import { HandbackError, type ErrorCode } from '../../../src/protocol/index.ts'

const error = (code: ErrorCode, retryAfter?: number) => new HandbackError(code, 'x', { retryable: true, ...(retryAfter === undefined ? {} : { retryAfter }) })
const down = error('provider/unavailable')

function opened() {
  const clock = { now: 0 }
  const breaker = createBreaker(() => clock.now)
  for (let n = 0; n < 5; n += 1) breaker.asked().failed(down)
  return { clock, breaker }
}

test('a provider is left alone after five failures in a row, not after four with a success between', () => {
  const { breaker } = opened()
  expect(breaker.wait()).toBe(30_000)
  const other = createBreaker(() => 0)
  for (const failed of [true, true, true, true, false, true, true, true, true]) {
    if (failed) other.asked().failed(down)
    else other.asked().worked()
  }
  expect(other.wait()).toBe(0)
})

test('after its pause one question goes first; others wait until it is answered', () => {
  const { clock, breaker } = opened()
  clock.now = 30_000
  expect(breaker.wait()).toBe(0)
  const trial = breaker.asked()
  expect(breaker.wait()).toBeGreaterThan(0)
  trial.worked()
  expect(breaker.wait()).toBe(0)
})

test('each trial that fails doubles the pause, up to five minutes', () => {
  const { clock, breaker } = opened()
  const pauses = [60_000, 120_000, 240_000, 300_000, 300_000].map(() => {
    clock.now += breaker.wait()
    breaker.asked().failed(down)
    return breaker.wait()
  })
  expect(pauses).toEqual([60_000, 120_000, 240_000, 300_000, 300_000])
})

test('an older question that ends does not end somebody else’s trial', () => {
  const clock = { now: 0 }
  const breaker = createBreaker(() => clock.now)
  const old = breaker.asked()
  for (let n = 0; n < 5; n += 1) breaker.asked().failed(down)
  clock.now = 30_000
  breaker.asked()
  old.left()
  expect(breaker.wait()).toBeGreaterThan(0)
})

test('a trial that nobody waited for makes room for another one', () => {
  const { clock, breaker } = opened()
  clock.now = 30_000
  breaker.asked().left()
  expect(breaker.wait()).toBe(0)
})

test('who asks for time gets it, five minutes at most, and who answers meanwhile is asked again at once', () => {
  const breaker = createBreaker(() => 0)
  const slow = breaker.asked()
  breaker.asked().failed(error('provider/rate-limited', 2_000))
  expect(breaker.wait()).toBe(2_000)
  breaker.asked().failed(error('provider/rate-limited', 86_400_000))
  expect(breaker.wait()).toBe(300_000)
  slow.worked()
  expect(breaker.wait()).toBe(0)
})

test('a question that is refused says nothing of the service', () => {
  const breaker = createBreaker(() => 0)
  for (let n = 0; n < 20; n += 1) breaker.asked().failed(error('provider/bad-request'))
  expect(breaker.wait()).toBe(0)
})
