import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { startChild } from './child.ts'
import { freePort } from './free-port.ts'
import type { HubArguments } from './hub-child.ts'

export interface HubProcess {
  readonly port: number
  readonly endpoint: string
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** Starts it again, on the same port and the same file. */
  start(): Promise<void>
  /** SIGSTOP, and SIGCONT. */
  pause(): void
  resume(): void
  /** Ends the process and reads its file. */
  readonly store: Pick<EventStore, 'read'>
}

export interface HubProcessOptions {
  /** Default loopback. */
  readonly host?: string
  /** The network namespace that it lives in. Default the test's own. */
  readonly namespace?: string
}

/** A hub in a process of its own, over a SQLite file. It ends with the test. */
export async function startHubProcess({ host = '127.0.0.1', namespace }: HubProcessOptions = {}): Promise<HubProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'handback-hub-'))
  const path = join(folder, 'hub.sqlite')
  const port = await freePort()
  const args: HubArguments = [path, host, String(port)]
  let child: ChildProcess
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const start = async (): Promise<void> => {
    child = await startChild('hub-child.ts', args, namespace)
  }
  onTestFinished(async () => {
    await kill()
    rmSync(folder, { recursive: true, force: true })
  })
  await start()
  return {
    port,
    endpoint: `http://${host}:${port}/handback`,
    kill,
    start,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    store: {
      async read(id, range) {
        await kill()
        const store = sqliteStore({ path })
        try {
          return await store.read(id, range)
        } finally {
          await store.close()
        }
      },
    },
  }
}
