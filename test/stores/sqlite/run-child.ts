import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const childScript = fileURLToPath(new URL('./child.ts', import.meta.url))

export interface Child {
  /** Resolves with the first line that is, or begins with, `text`. */
  line(text: string): Promise<string>
  /** Every line so far. */
  readonly lines: readonly string[]
  /** Resolves with all lines when the process is gone. */
  readonly ended: Promise<readonly string[]>
  kill(): void
}

/** Runs the child script, or a command that runs it. */
export function runChild(args: readonly string[], wrapper: readonly string[] = []): Child {
  const [command = '', ...rest] = [...wrapper, process.execPath, childScript, ...args]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const waiting: { readonly text: string; resolve(line: string): void; reject(error: Error): void }[] = []
  let errors = ''
  child.stderr.on('data', (data) => {
    errors += String(data)
  })
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => {
    lines.push(line)
    for (const wait of waiting) if (line.startsWith(wait.text)) wait.resolve(line)
  })
  const ended = new Promise<readonly string[]>((resolve, reject) => {
    child.on('error', reject)
    // After 'close' the pipes are empty, so every line has come.
    child.on('close', () => {
      for (const wait of waiting) wait.reject(new Error(`The child ended without "${wait.text}": ${lines.join(' | ')} ${errors}`))
      resolve(lines)
    })
  })
  return {
    lines,
    ended,
    line: (text) => new Promise((resolve, reject) => {
      const known = lines.find((line) => line.startsWith(text))
      if (known === undefined) waiting.push({ text, resolve, reject })
      else resolve(known)
    }),
    kill: () => child.kill('SIGKILL'),
  }
}
