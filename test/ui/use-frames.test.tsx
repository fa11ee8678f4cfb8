// @vitest-environment happy-dom
import { atom } from 'nanostores'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useFrames } from '../../src/ui/use-frames.ts'

const place = document.createElement('div')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  render(null, place)
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** How often in a second a value is shown that changes each 5 ms, where the frame of a change takes so long, in ms. */
function timesShown(frame: number, during = false): number {
  const seconds = 4
  const $value = atom(0)
  let behind = 0
  const clock = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => clock() + behind)
  // as browsers do where a frame was due before it was asked for
  const ask = requestAnimationFrame
  vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((call) => ask((now) => call(now - 16)))
  let shown = 0
  const Shown = () => <p>{useFrames($value, () => {
    shown += 1
    behind += frame
    // what came during the frame is handled before anything else
    if (during) $value.set($value.get() + 1)
    return true
  })}</p>
  act(() => render(<Shown />, place))
  const end = performance.now() + 1000 * seconds
  while (performance.now() < end) {
    $value.set($value.get() + 1)
    vi.advanceTimersByTime(5)
  }
  return shown / seconds
}

test.each([
  ['about twenty times in a second', 0, 18, 22],
  ['a frame that takes long is followed by twenty times as long a wait', 2.5, 10.5, 14],
  ['but by a tenth of a second at most', 20, 8, 10],
  ['also where something came during the frame', 20, 8, 10, true],
] as const)('a value that changes all the time is shown: %s', (_, frame, least, most, during?) => {
  const times = timesShown(frame, during)
  expect(times).toBeGreaterThanOrEqual(least)
  expect(times).toBeLessThanOrEqual(most)
})

test('the newest value is shown in the end, and nothing after the component has gone', () => {
  const $value = atom(0)
  let rendered = 0
  const Shown = () => {
    rendered += 1
    return <p>{useFrames($value)}</p>
  }
  act(() => render(<Shown />, place))
  for (let value = 1; value <= 30; value += 1) {
    act(() => {
      $value.set(value)
      vi.advanceTimersByTime(2)
    })
  }
  act(() => void vi.advanceTimersByTime(200))
  expect([place.textContent, rendered]).toEqual(['30', 3])
  $value.set(31)
  render(null, place)
  vi.advanceTimersByTime(200)
  expect(rendered).toBe(3)
})
