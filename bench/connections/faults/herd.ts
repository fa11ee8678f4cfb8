import { execFileSync, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { HerdNews, HerdSettings } from '../herd/messages.ts'
import type { Scenario } from '../scenario.ts'
import { until } from '../timing.ts'

const program = fileURLToPath(new URL('../herd/herd-process.ts', import.meta.url))
const MANY = 10_000
/** In a shortened run, in which hub and herd hurry too. */
const FEW = 1_000
const PROCESSES = 2
/** How long it may take until 99 of 100 are back, in ms. */
const BACK = 60_000
/** Files that the hub opens besides. */
const SPARE = 500

function checkLimit(clients: number): void {
  const limit = execFileSync('bash', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim()
  if (limit !== 'unlimited' && Number(limit) < clients + SPARE) {
    throw new Error(`A hub with ${clients} clients opens more than ${clients + SPARE} files, and this system allows ${limit}: raise it by "ulimit -Hn".`)
  }
}

interface Herd {
  readonly up: () => number
  readonly busy: () => number
  stop(): void
}

function gather(port: number, clients: number, scale: number): Herd {
  const news = new Map<number, HerdNews>()
  const children = Array.from({ length: PROCESSES }, (_, at) => {
    const count = clients / PROCESSES
    const settings: HerdSettings = { port, from: at * count, count, scale }
    // Node takes as many files as it may have by itself
    const child = fork(program, [JSON.stringify(settings)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (message) => news.set(at, message as HerdNews))
    return child
  })
  const sum = (field: keyof HerdNews): number => [...news.values()].reduce((total, each) => total + each[field], 0)
  return { up: () => sum('up'), busy: () => sum('busy'), stop: () => children.forEach((child) => child.kill()) }
}

/** F21: everybody is cut at once. */
export const herds: readonly Scenario[] = [
  {
    fault: 'F21',
    name: `${MANY} clients (shortened: ${FEW}) cut at once`,
    lanes: 1,
    async hurt(stage) {
      const clients = stage.scale === 1 ? MANY : FEW
      checkLimit(clients)
      const before = stage.hub.memory().now
      const herd = gather(stage.hub.port, clients, stage.scale)
      try {
        const here = await until(() => herd.up() === clients, 180_000)
        if (!here) throw new Error(`Only ${herd.up()} of ${clients} clients came.`)
        const holding = stage.hub.memory().now
        const start = performance.now()
        stage.hub.cut()
        if (!(await until(() => herd.up() < clients * 0.1, 30_000))) throw new Error('The herd was not cut.')
        await until(() => herd.up() >= clients * 0.99, 2 * BACK)
        const back = performance.now() - start
        stage.promise(back < BACK, `99 % were back only after ${Math.round(back)} ms`)
        await until(() => herd.up() === clients, 2 * BACK)
        Object.assign(stage.figures, {
          '99 % back': back,
          'all back': performance.now() - start,
          'told to wait': herd.busy(),
          'peak MB': stage.hub.memory().peak / 1e6,
          'kB per client': (holding - before) / clients / 1e3,
        })
      } finally {
        herd.stop()
      }
    },
  },
]
