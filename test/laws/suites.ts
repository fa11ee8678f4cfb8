import { runClient } from './client-run.ts'
import { runHub } from './hub-run.ts'
import type { Book, StoreName } from './laws.ts'
import { runMachine } from './run-machine.ts'
import { inMemory, onDisk } from './places.ts'
import { runRaces } from './race-run.ts'
import seeds from './seeds.json' with { type: 'json' }

/** One kind of run over one kind of store. */
export interface Suite {
  readonly name: keyof typeof seeds
  readonly store: StoreName
  /** What `amount` counts. */
  readonly unit: 'steps' | 'conversations'
  /** How much is enough in the long run, and in the short one of the unit tests. */
  readonly long: number
  readonly short: number
  run(book: Book, seed: number, amount: number): Promise<void>
}

/** Everything that is played. The machine alone makes up most of the steps; where hubs and pages come in, time is spent on waiting. */
export const suites: readonly Suite[] = [
  { name: 'machine', store: 'machine', unit: 'steps', long: 960_000, short: 60_000, run: async (book, seed, amount) => runMachine(book, seed, amount) },
  { name: 'races', store: 'memory', unit: 'conversations', long: 1_600, short: 60, run: (book, seed, amount) => runRaces(book, inMemory, seed, amount) },
  { name: 'races', store: 'sqlite', unit: 'conversations', long: 800, short: 30, run: (book, seed, amount) => runRaces(book, onDisk, seed, amount) },
  { name: 'hub', store: 'memory', unit: 'conversations', long: 480, short: 32, run: (book, seed, amount) => runHub(book, inMemory, seed, amount) },
  { name: 'hub', store: 'sqlite', unit: 'conversations', long: 320, short: 24, run: (book, seed, amount) => runHub(book, onDisk, seed, amount) },
  { name: 'client', store: 'memory', unit: 'conversations', long: 480, short: 40, run: (book, seed, amount) => runClient(book, inMemory, seed, amount) },
  { name: 'client', store: 'sqlite', unit: 'conversations', long: 240, short: 24, run: (book, seed, amount) => runClient(book, onDisk, seed, amount) },
]

/** Plays the seeds that once broke something, then on from the first one. */
export async function play({ name, run }: Pick<Suite, 'name' | 'run'>, book: Book, amount: number): Promise<void> {
  const [first = 1, ...old] = seeds[name] as readonly number[]
  for (const seed of old) await run(book, seed, 1)
  await run(book, first, amount)
}
