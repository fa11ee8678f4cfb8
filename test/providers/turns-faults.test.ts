import { describe, expect, test } from 'vitest'
import { inLanes } from '../../bench/connections/jobs.ts'
import { type Verdict, happens, modes, runFault } from '../../bench/providers/fault-run.ts'
import { faults } from '../../bench/providers/faults.ts'
import { formats } from '../../bench/providers/format-agents.ts'

/** Those that `npm run bench:providers` shows all of, with every fault. */
const chosen = faults.filter(({ name }) =>
  [
    'connection refused',
    '401',
    '429, come again in 60 s',
    '500',
    'silent before the head',
    'heartbeats, never a word',
    'silent after some words',
    'words without end',
    'ends without its mark',
    'ends in the middle of a call',
    'dropped after some words',
    'no JSON, after some words',
    'an error in the stream, after words',
    'characters cut in the middle',
    'an empty answer',
    '1 MB of words',
    'a page of HTML',
    '200 with an error',
    'calls without end',
    'filtered, after some words',
  ].includes(name),
)

/** Hubs at a time: they mostly wait. */
const LANES = 20

const broken = (verdicts: readonly Verdict[]): string[] =>
  verdicts.flatMap(({ fault, mode, broken }) => broken.map((each) => `${fault.name}, ${mode}: ${each}`))

describe.each(formats)('a visitor of a bot by $name', (format) => {
  test('is left with an answer, marked words, a person or a plain statement, whatever the service does', async () => {
    // who is told what, once all is lost, is the same for every service
    const told = modes.filter((mode) => mode !== 'notice' || format === formats[0])
    const runs = chosen.flatMap((fault) => told.flatMap((mode) => (happens(format, fault, mode) ? [{ fault, mode }] : [])))
    const verdicts: Verdict[] = []
    await inLanes(LANES, runs, async ({ fault, mode }) => {
      verdicts.push(await runFault(format, fault, mode))
    })
    expect(verdicts.length).toBeGreaterThan(20)
    expect(broken(verdicts)).toEqual([])
    expect(verdicts.filter(({ left }) => left === 'nothing')).toEqual([])
  })
})
