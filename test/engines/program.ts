import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { PATIENCE } from './until.ts'

/** Where an installed program is, or undefined. */
export const installed = (...names: readonly string[]): string | undefined =>
  names.flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name))).find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })

export interface Program {
  /** What the expression found in what the program said first. */
  readonly said: string
  /** Ends it and all that it started; resolves when it is gone. */
  end(): Promise<void>
}

/** Starts a program in a process group of its own, and waits until it says something that `expression` finds: its first group is kept. */
export async function program(command: string, args: readonly string[], expression?: RegExp, env: NodeJS.ProcessEnv = {}): Promise<Program> {
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  const exit = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await once(child, 'spawn')
  const end = async (): Promise<void> => {
    try {
      process.kill(-(child.pid as number), 'SIGKILL')
    } catch {
      // it has ended by itself
    }
    await exit
  }
  let text = ''
  const said = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString()
      const found = expression?.exec(text)
      if (found) resolve(found[1] ?? '')
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    // one that says nothing is asked whether it is there
    if (!expression) resolve('')
    const fail = (why: string) => reject(new Error(`${command} ${why}: ${text}`))
    void exit.then(() => fail('ended'))
    setTimeout(fail, PATIENCE, 'did not start in time').unref()
  })
  try {
    return { said: await said, end }
  } catch (error) {
    await end()
    throw error
  }
}
