import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { HubSettings } from './settings.ts'

const program = fileURLToPath(new URL('./hub-process.ts', import.meta.url))

/** A hub's process, from the outside. */
export interface HubProcess {
  readonly port: number
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
  /** Every connection to it is closed at once. */
  cut(): void
  /** Ends it by `how` and starts another on the same port and file. */
  restart(how: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Bytes in memory now, and at most so far. */
  memory(): { readonly now: number; readonly peak: number }
  end(): Promise<void>
}

async function start(settings: HubSettings): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = fork(program, [JSON.stringify(settings)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [undefined])])) as [{ listening: AddressInfo } | undefined]
  if (!message) throw new Error('The hub did not start.')
  return { child, port: message.listening.port }
}

async function stop(child: ChildProcess, how: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const over = once(child, 'exit')
  child.kill(how)
  // one that was stopped hears nothing else
  child.kill('SIGCONT')
  await over
}

const bytes = (status: string, field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024

export async function startHub(settings: HubSettings): Promise<HubProcess> {
  const first = await start(settings)
  const { port } = first
  let { child } = first
  return {
    port,
    signal: (signal) => void child.kill(signal),
    cut: () => void child.send('cut'),
    async restart(how) {
      await stop(child, how)
      ;({ child } = await start({ ...settings, port }))
    },
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return { now: bytes(status, 'VmRSS'), peak: bytes(status, 'VmHWM') }
    },
    end: () => stop(child, 'SIGKILL'),
  }
}
