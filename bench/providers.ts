import { parseArgs } from 'node:util'
import { inLanes } from './connections/jobs.ts'
import { type Verdict, happens, modes, runFault } from './providers/fault-run.ts'
import { faults } from './providers/faults.ts'
import { formats } from './providers/format-agents.ts'
import { faultTables, summary, takeoverTables } from './providers/report.ts'
import { type Takeover, atRandom, points, runTakeover } from './providers/takeover-run.ts'

/**
 * What a visitor is left with, whatever the AI service does: each adapter before a real server on loopback that speaks its format,
 * in a hub with a visitor's page. First each fault four times: for ever, for ever where failures are only stated, once, and with a second
 * service that is well. Then a person who takes over at every moment of an answer.
 * Ends with 1 when anybody was left with nothing, a word came after a person had taken over, or another promise was broken.
 *
 *     npm run bench:providers                         all adapters
 *     npm run bench:providers -- --only gemini,ag-ui  some of them
 */
const { values } = parseArgs({ options: { only: { type: 'string' } } })
const only = values.only?.split(',')
const chosen = formats.filter(({ name }) => !only || only.includes(name))

/** Runs at a time: they mostly wait. Those that measure milliseconds are fewer. */
const LANES = 16
const TAKEOVER_LANES = 2
/** Moments of an adapter's answer that chance chooses. */
const SEEDS = 20

const start = performance.now()
const verdicts: Verdict[] = []
const takeovers: Takeover[] = []
let lost = 0

/** A run that throws is none. */
async function attempt<T extends { readonly broken: readonly string[] }>(name: string, results: T[], run: () => Promise<T>): Promise<void> {
  try {
    const result = await run()
    results.push(result)
    for (const each of result.broken) console.log(`  ${name}: ${each}`)
  } catch (error) {
    lost += 1
    console.log(`  ${name} broke: ${String(error)}`)
  }
}

const jobs = faults.flatMap((fault) =>
  chosen.flatMap((format) => modes.flatMap((mode) => (happens(format, fault, mode) ? [{ format, fault, mode }] : []))),
)
await inLanes(LANES, jobs, ({ format, fault, mode }) =>
  attempt(`${format.name}, ${fault.name}, ${mode}`, verdicts, () => runFault(format, fault, mode)),
)
const moments = chosen.flatMap((format) => [...points, ...atRandom(SEEDS)].map((point) => ({ format, point })))
await inLanes(TAKEOVER_LANES, moments, ({ format, point }) =>
  attempt(`${format.name}, taken over ${point.name}`, takeovers, () => runTakeover(format, point)),
)

// as they were asked for, whichever ended first
const inOrder = <T>(items: readonly T[], ...orders: ((item: T) => number)[]): T[] =>
  items.toSorted((a, b) => orders.reduce((difference, order) => difference || order(a) - order(b), 0))
const place = (name: string): number => formats.findIndex((format) => format.name === name)

console.log('What a visitor is left with. Times in ms. Asked: how often a service that never does anything else.')
console.log('Hung up: runs in which the hub left a service that had not ended; open after: how long that one stayed connected after the outcome.')
console.log(faultTables(inOrder(verdicts, ({ fault }) => faults.indexOf(fault), ({ format }) => place(format.name))))
console.log('\nWhen a person takes over. Closed: ms from the claim until the service is left.')
console.log('Wasted: words that it could still send after the claim was acknowledged.')
const moment = ({ point }: Takeover): number => (point.after === undefined ? points.indexOf(point) : points.length)
console.log(takeoverTables(inOrder(takeovers, moment, ({ format }) => place(format.name))))

const broken = [...verdicts, ...takeovers].filter((run) => run.broken.length > 0).length
const count = verdicts.length + takeovers.length
console.log(`\n${count} runs in ${((performance.now() - start) / 1000).toFixed(0)} s; promises broken in ${broken}; runs that broke: ${lost}`)
const words = summary(verdicts, takeovers)
console.log(words)
process.exitCode = words === 'stated outcomes 100 %, dead ends 0, leaked messages 0, leaked deltas 0' && broken + lost === 0 && count > 0 ? 0 : 1
