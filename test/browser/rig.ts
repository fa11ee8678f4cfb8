import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

/** What the tests of the whole product share: a server that can be killed, visitors, agents, and what they see. */

export interface RunningServer {
  readonly base: string
  /** SIGKILL, and the process is gone when it resolves. */
  kill(): Promise<void>
  /** Starts it again on the same port and the same data. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>
  /** Resolves when the process has ended by itself. */
  ended(): Promise<void>
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A server script in a process of its own, with a data folder of its own. */
export async function startServer(script = '../../examples/help-site/server.ts', env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'handback-browser-'))
  const start = async (more: Readonly<Record<string, string>> = {}) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
      env: { ...process.env, ...env, ...more, PORT: String(port), HANDBACK_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const exit = once(child, 'exit')
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    await Promise.race([
      once(child.stdout, 'data'),
      exit.then(() => {
        throw new Error(`The server ended at its start: ${errors}`)
      }),
    ])
    return { child, exit }
  }
  let running = await start()
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    running.child.kill(signal)
    await running.exit
  }
  return {
    base: `http://localhost:${port}`,
    kill: () => end('SIGKILL'),
    async restart(more) {
      running = await start(more)
    },
    ended: async () => void (await running.exit),
    async stop() {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One visitor with a browser profile of its own. */
export interface Visitor {
  readonly page: Page
  readonly chat: Locator
  open(): Promise<void>
  say(text: string): Promise<void>
  /** Waits until the status line holds a text. */
  status(text: string | RegExp): Promise<void>
  /** Waits until the thread holds a text. */
  sees(text: string | RegExp): Promise<void>
  /** The texts of the thread's messages and notices, as they stand. */
  thread(): Promise<readonly string[]>
  close(): Promise<void>
}

export const PATIENCE = 20_000

/** Whatever a page complains about ends in this list: script errors, and violations of its content policy. */
export function complaints(page: Page): string[] {
  const list: string[] = []
  page.on('pageerror', (error) => list.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|TrustedHTML|Uncaught/.test(message.text())) list.push(message.text())
  })
  return list
}

/** Bubbles and lines, without what changes by itself: times, delivery marks, buttons. */
const rows = (log: Locator): Promise<readonly string[]> =>
  log.evaluate((element) =>
    [...element.querySelectorAll('[part~="message"], [part~="notice"]')].map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim()),
  )

async function holds(locator: Locator, text: string | RegExp): Promise<void> {
  await locator.filter({ hasText: text }).first().waitFor({ timeout: PATIENCE })
}

export async function newVisitor(browser: Browser, base: string, context?: BrowserContext): Promise<Visitor> {
  const own = context ?? (await browser.newContext({ viewport: { width: 1280, height: 800 } }))
  const page = await own.newPage()
  await page.goto(base)
  const chat = page.getByRole('region', { name: 'Chat', exact: true })
  const log = chat.getByRole('log')
  return {
    page,
    chat,
    async open() {
      await page.getByRole('button', { name: 'Open chat' }).click()
      await chat.waitFor({ timeout: PATIENCE })
    },
    async say(text) {
      await chat.getByRole('textbox', { name: 'Message' }).fill(text)
      await chat.getByRole('button', { name: 'Send', exact: true }).click()
    },
    status: (text) => holds(chat.getByRole('status'), text),
    sees: (text) => holds(log, text),
    thread: () => rows(log),
    close: () => own.close(),
  }
}

/** One agent at the console, signed in. */
export interface Agent {
  readonly page: Page
  readonly thread: Locator
  readonly context: Locator
  queue(): Locator
  claimFirst(): Promise<void>
  say(text: string): Promise<void>
  press(name: string): Promise<void>
  sees(text: string | RegExp): Promise<void>
  close(): Promise<void>
}

export async function newAgent(browser: Browser, base: string, name: 'Sarah' | 'Tom' | 'Ada (supervisor)' = 'Sarah'): Promise<Agent> {
  const own = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await own.newPage()
  await page.goto(`${base}/console`)
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  const thread = page.getByRole('region', { name: 'Conversation', exact: true })
  const queue = (): Locator => page.getByRole('list', { name: 'Queue' })
  return {
    page,
    thread,
    context: page.getByRole('complementary', { name: 'Context' }),
    queue,
    async claimFirst() {
      await queue().getByRole('button', { name: 'Claim' }).first().click({ timeout: PATIENCE })
      await thread.getByRole('button', { name: 'Hand back' }).waitFor({ timeout: PATIENCE })
    },
    async say(text) {
      await thread.getByRole('textbox', { name: 'Message' }).fill(text)
      await thread.getByRole('button', { name: 'Send', exact: true }).click()
    },
    press: (button) => thread.getByRole('button', { name: button, exact: true }).click({ timeout: PATIENCE }),
    sees: (text) => holds(thread.getByRole('log'), text),
    close: () => own.close(),
  }
}
