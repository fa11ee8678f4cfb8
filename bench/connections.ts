import { parseArgs } from 'node:util'
import { type Job, inLanes, runJob } from './connections/jobs.ts'
import { type Total, defects, heading, line, total } from './connections/report.ts'
import { scenarios, titleOf } from './connections/scenarios.ts'
import type { Outcome } from './connections/stage.ts'

/**
 * What every fault of a connection does to a conversation: a real hub on a disk, visitors and an agent over real sockets, and at the end
 * all replicas side by side. Each row runs with many seeds and times ten times shorter (at most 3.5 s of fault), and once as long as it really takes.
 * Ends with 1 when a message was lost, doubled, put out of order or made up, or when replicas stayed apart.
 *
 *     npm run bench:connections                          the whole table
 *     npm run bench:connections -- --only F7,F25         some rows
 *     npm run bench:connections -- --seeds 3             fewer seeds
 *     npm run bench:connections -- --quick               one seed, nothing at its real length
 */
const { values } = parseArgs({ options: { only: { type: 'string' }, seeds: { type: 'string' }, quick: { type: 'boolean', default: false } } })
const seeds = Number(values.seeds ?? (values.quick ? 1 : 20))
const only = values.only?.toUpperCase().split(',')

/** How much faster the shortened runs are. */
const SCALE = 10
/** Runs at a time: they mostly wait. Those at their real length wait even more. */
const LANES = 4
const REAL_LANES = 6
/** Of what went wrong in a run, so many things are printed. */
const SHOWN = 3

interface Row {
  readonly name: string
  readonly jobs: readonly Job[]
  /** 0: with all others. */
  readonly lanes: number
  readonly outcomes: Outcome[]
  broken: number
  left: number
}

const rows = scenarios.flatMap((scenario): Row[] => {
  const { fault, lanes = 0 } = scenario
  if (only && !only.includes(fault)) return []
  const row = titleOf(scenario)
  const make = (name: string, jobs: readonly Job[]): Row => ({ name, jobs, lanes, outcomes: [], broken: 0, left: jobs.length })
  const short = make(row, Array.from({ length: seeds }, (_, at) => ({ row, seed: at + 1, scale: SCALE })))
  return values.quick ? [short] : [short, make(`${row}, real length`, [{ row, seed: 1, scale: 1 }])]
})
const totals: Total[] = []

async function run(row: Row, job: Job): Promise<void> {
  const outcome = await runJob(job)
  if (outcome) {
    row.outcomes.push(outcome)
    const words = [...outcome.words, ...outcome.broken]
    for (const each of words.slice(0, SHOWN)) console.log(`  seed ${job.seed} of "${row.name}": ${each}`)
    if (words.length > SHOWN) console.log(`  and ${words.length - SHOWN} more`)
    if (outcome.apart > 0) console.log(`  seed ${job.seed} of "${row.name}": replicas stayed apart`)
  } else {
    row.broken += 1
    console.log(`  seed ${job.seed} of "${row.name}" broke`)
  }
  row.left -= 1
  if (row.left > 0) return
  const sum = total(row.outcomes)
  totals.push(sum)
  console.log(line(row.name, sum))
}

const all = (some: readonly Row[]) => some.flatMap((row) => row.jobs.map((job) => ({ row, job })))
const isReal = ({ job }: { readonly job: Job }): boolean => job.scale === 1

const start = performance.now()
console.log(`times in ms, ${SCALE} times shorter unless at their real length; ack, equal: from the end of the fault to the first acknowledgement, and until all replicas are equal`)
console.log(heading())
const beside = all(rows.filter(({ lanes }) => lanes === 0))
await Promise.all([
  inLanes(LANES, beside.filter((each) => !isReal(each)), ({ row, job }) => run(row, job)),
  inLanes(REAL_LANES, beside.filter(isReal), ({ row, job }) => run(row, job)),
])
for (const row of rows.filter(({ lanes }) => lanes > 0)) await inLanes(row.lanes, all([row]), ({ row, job }) => run(row, job))

const broken = rows.reduce((sum, row) => sum + row.broken, 0)
const promises = totals.reduce((sum, each) => sum + each.broken.length, 0)
const apart = totals.reduce((sum, each) => sum + each.apart, 0)
const found = totals.reduce((sum, each) => sum + defects(each), 0)
console.log(`${((performance.now() - start) / 60_000).toFixed(1)} min, runs that broke: ${broken}, runs whose replicas stayed apart: ${apart}, other promises broken: ${promises}`)
console.log(`defects: ${found}`)
process.exitCode = broken + apart + promises + found > 0 || totals.length === 0 ? 1 : 0
