import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Starts a script of this folder in a process of its own, if wanted in a network namespace; resolves when it has said that it is ready. */
export async function startChild(script: string, args: readonly string[], namespace?: string): Promise<ChildProcess> {
  const command = [process.execPath, fileURLToPath(new URL(script, import.meta.url)), ...args]
  // `ip` becomes the process that it is told to start, so its id is that of the script
  const [file = '', ...rest] = namespace === undefined ? command : ['ip', 'netns', 'exec', namespace, ...command]
  const child = spawn(file, rest, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] })
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const said = new AbortController()
  try {
    await Promise.race([
      once(child, 'message', { signal: said.signal }),
      once(child, 'exit', { signal: said.signal }).then(() => {
        throw new Error(`${script} has ended: ${complaints}`)
      }),
    ])
  } finally {
    said.abort()
  }
  return child
}
