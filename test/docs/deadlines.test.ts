import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlinePhases } from '../../scripts/docs/deadlines.ts'
import type { DeadlineKey, Phase } from '../../src/protocol/index.ts'
import { headersOf, play, policies, runs, steps } from '../conversation/world.ts'

const logs = fc.tuple(steps(120), policies).map(([script, policy]) => play(script, { policy }).log)

describe('the phases in which a deadline can stand', () => {
  it('are those that the documentation says', () => {
    const seen = new Map<string, [DeadlineKey, Phase]>()
    for (const log of fc.sample(logs, runs(400, 621))) {
      // as a store has them: the events of one command stand there together
      const kept = headersOf(log).filter((_, index) => log[index]?.cause !== log[index + 1]?.cause)
      for (const { deadlines, phase } of kept) for (const { key } of deadlines) seen.set(`${key} in ${phase}`, [key, phase])
    }
    expect([...seen].flatMap(([name, [key, phase]]) => (deadlinePhases[key].includes(phase) ? [] : [name]))).toEqual([])
    // each of them is met, so that what was seen says something
    expect(new Set([...seen.values()].map(([key]) => key))).toEqual(new Set(Object.keys(deadlinePhases)))
  })
})
