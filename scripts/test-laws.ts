import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runCost } from '../test/laws/cost.ts'
import type { LawId, Tally } from '../test/laws/laws.ts'
import { lawIds, laws, nothing, openBook } from '../test/laws/laws.ts'
import { play, suites } from '../test/laws/suites.ts'

/**
 * The laws in the long: conversations of the machine alone, races through two hubs, whole hubs, and pages on lines that
 * break, over memory and over SQLite files. Prints what was played and how often each law was held against it; the last
 * line is `laws: N steps, N laws, N broken`. `--scale 0.1` plays a tenth.
 */

const THREADS = 2
const PIECE = 240_000

interface Job {
  readonly suite: number
  readonly amount: number
  /** Added to the suite's first seed. */
  readonly offset: number
}

interface Done {
  readonly job: Job
  readonly tally: Tally
  readonly checks: readonly (readonly [LawId, number])[]
  readonly seconds: number
  readonly broken?: string
}

async function work(job: Job): Promise<Done> {
  const suite = suites[job.suite]
  if (!suite) throw new Error(`There is no suite ${job.suite}.`)
  const book = openBook()
  const start = performance.now()
  const done = () => ({ job, tally: book.tally, checks: [...book.checks], seconds: (performance.now() - start) / 1000 })
  try {
    // only the first piece plays what once broke something
    if (job.offset === 0) await play(suite, book, job.amount)
    else await suite.run(book, 1 + job.offset, job.amount)
    return done()
  } catch (error) {
    return { ...done(), broken: `${suite.name} over ${suite.store}: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const add = (to: Tally, from: Tally): void => {
  for (const key of Object.keys(to) as (keyof Tally)[]) to[key] += from[key]
}

const count = (value: number): string => value.toLocaleString('en').padStart(10)
const columns = ({ steps, commands, refusals, races, conversations }: Tally): string => [steps, commands, refusals, races, conversations].map(count).join('')
const heads = ['steps', 'commands', 'refusals', 'races', 'convers.'].map((head) => head.padStart(10)).join('')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Jobs in the order in which they are begun: the longest first, so that no thread is left with it at the end. */
function jobs(scale: number): Job[] {
  return suites.flatMap(({ unit, long }, suite): Job[] => {
    const amount = Math.max(1, Math.round(long * scale))
    if (unit !== 'steps') return [{ suite, amount, offset: 0 }]
    return Array.from({ length: Math.ceil(amount / PIECE) }, (_, piece) => ({ suite, amount: Math.min(PIECE, amount - piece * PIECE), offset: piece * 1_000_000 }))
  })
}

async function playAll(scale: number): Promise<readonly Done[]> {
  const waiting = jobs(scale)
  const all: Done[] = []
  const thread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(fileURLToPath(import.meta.url), ['--child'])
      const next = (): void => {
        const job = waiting.shift()
        if (job) child.send(job)
        else child.disconnect()
      }
      child.on('message', (done: Done) => {
        const suite = suites[done.job.suite]
        say(`${`${suite?.name} over ${suite?.store}`.padEnd(22)}${done.seconds.toFixed(0).padStart(5)} s${columns(done.tally)}${done.broken ? '  BROKEN' : ''}`)
        all.push(done)
        next()
      })
      child.on('error', reject)
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A child ended with ${code}.`))))
      next()
    })
  await Promise.all(Array.from({ length: THREADS }, thread))
  return all
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--scale')
  const scale = at < 0 ? 1 : Number(process.argv[at + 1])
  const start = performance.now()
  const costs = openBook()
  const broken: string[] = []
  try {
    say(`folding: ${runCost(costs)}`)
  } catch (error) {
    broken.push((error as Error).message)
  }
  say(`\n${''.padEnd(29)}${heads}`)
  const all = await playAll(scale)
  for (const done of all) if (done.broken) broken.push(done.broken)

  say(`\n${'law'.padEnd(6)}${'store'.padEnd(9)}${'checks'.padStart(12)}${heads}`)
  const stores = [...new Set(suites.map(({ store }) => store))]
  const held = new Set<LawId>(costs.checks.keys())
  for (const law of lawIds) {
    for (const store of stores) {
      const tally = nothing()
      let checks = 0
      for (const done of all) {
        const here = done.checks.find(([id]) => id === law)?.[1] ?? 0
        if (suites[done.job.suite]?.store !== store || here === 0) continue
        checks += here
        add(tally, done.tally)
      }
      if (checks === 0) continue
      held.add(law)
      say(`${law.padEnd(6)}${store.padEnd(9)}${checks.toLocaleString('en').padStart(12)}${columns(tally)}`)
    }
  }
  const total = nothing()
  for (const done of all) add(total, done.tally)
  for (const law of lawIds) if (!held.has(law)) broken.push(`${law} was never held against anything: ${laws[law]}`)
  for (const one of broken) say(`\nBROKEN ${one}\nKeep the seed in test/laws/seeds.json once it is mended.`)
  say(`\n${heads.trimStart()}\n${columns(total).trimStart()}   in ${((performance.now() - start) / 1000).toFixed(0)} s`)
  say(`laws: ${total.steps} steps, ${held.size} laws, ${broken.length} broken`)
  process.exitCode = broken.length > 0 ? 1 : 0
}

async function answer(job: Job): Promise<void> {
  process.send?.(await work(job))
}

if (process.argv.includes('--child')) process.on('message', (job: Job) => void answer(job))
else await main()
