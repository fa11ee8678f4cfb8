import { type ChildProcess, fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Outcome } from './stage.ts'

const program = fileURLToPath(new URL('./run.ts', import.meta.url))

// every run is two processes or more, which all load the same
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'handback-bench-cache')

/** One run to be done. */
export interface Job {
  /** Title of the row. */
  readonly row: string
  readonly seed: number
  readonly scale: number
}

const running = new Set<ChildProcess>()
// nothing is left behind when this is interrupted
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** Milliseconds that no run takes. */
const PATIENCE = 600_000

/** Does one run in a process of its own; `undefined` when it broke, and why stands on the error channel. */
export function runJob({ row, seed, scale }: Job): Promise<Outcome | undefined> {
  return new Promise((resolve) => {
    let outcome: Outcome | undefined
    const child = fork(program, [row, seed, scale].map(String), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    running.add(child)
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    child.on('message', (message) => (outcome = message as Outcome))
    child.on('exit', () => {
      clearTimeout(timer)
      running.delete(child)
      resolve(outcome)
    })
  })
}

/** Does all of them, so many at a time. */
export async function inLanes<T>(lanes: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
