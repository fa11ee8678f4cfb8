import type { ChaosFaults, ChaosProxy } from '../chaos-proxy.ts'
import { chaosProxy } from '../chaos-proxy.ts'
import { background, check, eventually, within } from '../check.ts'
import { isHandbackError } from '../../protocol/index.ts'
import type { TransportBench, TransportCheck } from './bench.ts'
import { converge } from './converge.ts'

/** One kind of bad network. */
interface Storm {
  readonly name: string
  readonly faults?: ChaosFaults
  /** What else happens, before each round of writing. */
  weather?(proxy: ChaosProxy, round: number): void
  /** How many connections it takes: more than one, because it breaks them, or no second one, because it breaks none. */
  readonly connections?: 'many' | 'one'
  /** Nothing gets lost, it only takes its time: no connection is given up for its silence. */
  readonly lossless?: boolean
  readonly damage?: boolean
}

const SEEDS = [1, 2]
const ROUNDS = 24
/** Milliseconds between two rounds. */
const ROUND = 5
/** Bytes: some hundred more than all that one answer may have to bring, and at most two thirds of all that comes. */
const CUT = 8_000
/** After so long the network is good again: what is left is only how well one recovers. */
const HEAL = 2_500
const PATIENCE = 8_000
const SILENCE = 400
/** Longer than any silence that is borne. */
const HOLE = 500

const storms: readonly Storm[] = [
  { name: 'connections that are reset at any byte', faults: { cutAfter: CUT }, connections: 'many' },
  { name: 'connections that end in the middle of an event', faults: { endAfter: CUT }, connections: 'many' },
  {
    name: 'a line that is cut and refused again and again',
    connections: 'many',
    weather(proxy, round) {
      proxy.set({ refuse: round % 6 === 2 || round % 6 === 3 })
      if (round % 6 === 2) proxy.cut(round % 12 === 2 ? 'reset' : 'end')
    },
  },
  {
    name: 'a half-open line that heals',
    connections: 'many',
    weather(proxy, round) {
      if (round !== 5) return
      proxy.set({ blackHole: true })
      setTimeout(() => proxy.set({}), HOLE)
    },
  },
  { name: 'delay and jitter', faults: { delay: 5, jitter: 20 }, lossless: true },
  { name: 'bytes that come one by one', faults: { chunk: 1 }, lossless: true },
  { name: 'pieces that split characters', faults: { chunk: 3, jitter: 1 }, lossless: true },
  { name: 'requests that arrive twice', faults: { duplicateRequests: 0.5 }, lossless: true, connections: 'one' },
  { name: 'answers that never come', faults: { dropResponses: 0.3 } },
  { name: 'damaged bytes', faults: { corrupt: 0.1 }, damage: true },
]

/** Words with characters of one to four bytes. */
const words = (round: number): readonly string[] => [`round ${round}: größer, 你好, 👩‍👩‍👧 𝒳`, `and ${'so on, '.repeat(round % 7)}`]

/** One ride through a storm. Resolves with how many connections it took. */
async function ride({ hub, served: { port, through } }: TransportBench, storm: Storm, seed: number): Promise<number> {
  if (port === undefined || !through) return 0
  const proxy = await chaosProxy({ target: port, seed })
  const after = hub.log.at
  const before = hub.links.length
  const heal = setTimeout(() => proxy.set({}), HEAL)
  let rounds = 0
  async function write(): Promise<void> {
    // the weather begins when there is somebody to feel it
    await eventually(async () => check(hub.links.length > before, 'the hub was not reached'))
    while (rounds < ROUNDS) {
      storm.weather?.(proxy, rounds)
      rounds += 1
      hub.append(words(rounds))
      await new Promise((resolve) => setTimeout(resolve, ROUND))
    }
  }
  try {
    proxy.set(storm.faults ?? {})
    const writing = background(write())
    const commands = Array.from({ length: 8 }, (_, index) => `seed ${seed}, command ${index + 1}`)
    const attempts = await converge({
      hub,
      after,
      commands,
      transport: through(proxy.port),
      over: () => rounds === ROUNDS,
      damage: storm.damage ?? false,
      silence: storm.lossless ? PATIENCE : SILENCE,
      patience: PATIENCE,
    })
    await writing
    check(storm.connections !== 'one' || attempts === 1, `it took ${attempts} connections, although nothing was lost`)
    return attempts
  } catch (error) {
    throw new Error(`${storm.name}, seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  } finally {
    clearTimeout(heal)
    await proxy.close()
  }
}

const checkOf = (storm: Storm): TransportCheck => [
  `nothing is lost, doubled or swapped by ${storm.name}`,
  async (bench) => {
    let attempts = 0
    for (const seed of SEEDS) attempts += await ride(bench, storm, seed)
    const tested = attempts === 0 || attempts > SEEDS.length
    check(tested || storm.connections !== 'many', `${storm.name}: one connection lived through each ride, so that nothing was tested`)
  },
]

export const chaosChecks: readonly TransportCheck[] = [
  ...storms.map(checkOf),

  ['a proxy that holds answers back makes the attempt fail in time, or does not matter', async ({ connect, served: { port, through }, links }) => {
    if (port === undefined || !through) return
    const proxy = await chaosProxy({ target: port })
    try {
      proxy.set({ hold: true })
      const outcome = connect({ transport: through(proxy.port) }).then(
        (connection) => connection.close(),
        (error: unknown) => check(isHandbackError(error) && error.retryable, `it fails with a retryable error of ours, but: ${String(error)}`),
      )
      await within(outcome, 'an attempt whose answers are held back')
      await links(0, 'after the attempt')
    } finally {
      await proxy.close()
    }
  }],
]
