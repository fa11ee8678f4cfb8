import { describe, expect, test } from 'vitest'
import { formats } from '../../bench/providers/format-agents.ts'
import { points, runTakeover } from '../../bench/providers/takeover-run.ts'

describe.each(formats)('a person who takes over from a bot by $name', (format) => {
  test('is never talked over, and the service is left at once, at every moment of an answer', async () => {
    const takeovers = await Promise.all(points.map((point) => runTakeover(format, point)))
    const seen = takeovers.map(({ point, messages, deltas, broken }) => [point.name, messages, deltas, broken])
    expect(seen).toEqual(points.map(({ name }) => [name, 0, 0, []]))
    // whoever had not ended by then was cut off by us
    const cutOff = takeovers.filter(({ point, closed }) => !point.ends && closed !== undefined)
    expect(cutOff).toHaveLength(points.filter(({ ends }) => !ends).length)
  })
})
