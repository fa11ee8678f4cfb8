import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const server = fileURLToPath(new URL('../../examples/help-site/server.ts', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface HelpSite {
  /** Such as `http://localhost:40123`. */
  readonly url: string
  readonly folder: string
  readonly pid: number
  readonly ended: Promise<Ended>
  /** SIGTERM, and waits for the end. The data folder stays when it was given. */
  stop(): Promise<Ended>
}

/** Runs the help site's server with some environment, to its end. Never rejects. */
export function runHelpSite(env: Readonly<Record<string, string>>): { readonly pid: number; readonly listening: Promise<string>; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [server], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  let heard = (_url: string): void => undefined
  let deaf = (_error: Error): void => undefined
  const listening = new Promise<string>((resolve, reject) => {
    heard = resolve
    deaf = reject
  })
  // Whoever only waits for the end does not ask whether it ever listened.
  listening.catch(() => undefined)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    const url = /^Help site\s+(\S+)\/$/m.exec(stdout)?.[1]
    if (url !== undefined) heard(url)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = once(child, 'close').then(([code, signal]) => {
    deaf(new Error(`The help site ended before it listened: ${stderr}`))
    return { code: code as number | null, signal: signal as NodeJS.Signals | null, stdout, stderr }
  })
  return { pid: child.pid ?? 0, listening, ended }
}

/** The real server of the help site, on a free port, with a data folder of its own unless one is given. */
export async function startHelpSite(options: { readonly folder?: string; readonly env?: Readonly<Record<string, string>> } = {}): Promise<HelpSite> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'handback-site-')))
  const { pid, listening, ended } = runHelpSite({ PORT: '0', HANDBACK_DIR: folder, ...options.env })
  const url = await listening
  return {
    url,
    folder,
    pid,
    ended,
    async stop() {
      process.kill(pid, 'SIGTERM')
      const end = await ended
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
      return end
    },
  }
}
