import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from './driven.ts'
import { installed, program } from './program.ts'

const command = (): string | undefined => installed('firefox', 'firefox-esr')

/** What is missing, as one sentence. */
export const firefoxMissing = (): string | undefined =>
  command() ? undefined : 'There is no Firefox here: install the package firefox-esr (or firefox) of your system.'

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
}

type Call = <T>(method: string, params: object) => Promise<T>

/** WebDriver BiDi, which Firefox speaks by itself: one socket, answers by the number of their question. */
async function connect(url: string): Promise<Call> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data)) as Answer
    const asked = waiting.get(id ?? -1)
    waiting.delete(id ?? -1)
    if (error) asked?.reject(new Error(`Firefox: ${error}: ${message}`))
    else asked?.resolve(result as never)
  })
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed its connection.'))
  })
  await once(socket, 'open')
  let last = 0
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
}

interface Evaluated {
  readonly result?: { readonly value: string }
  readonly exceptionDetails?: { readonly text: string }
}

/** A Firefox without a screen, with a profile that goes with it. */
export async function firefox(): Promise<Client> {
  const ends = new AsyncDisposableStack()
  const close = (): Promise<void> => ends.disposeAsync()
  try {
    const profile = mkdtempSync(join(tmpdir(), 'handback-firefox-'))
    ends.defer(() => rmSync(profile, { recursive: true, force: true }))
    const args = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile]
    const browser = await program(command() ?? 'firefox', args, /WebDriver BiDi listening on (ws:\S+)/)
    ends.defer(browser.end)
    const call = await connect(`${browser.said}/session`)
    const { capabilities } = await call<{ readonly capabilities: { readonly browserVersion: string } }>('session.new', { capabilities: {} })
    const { context } = await call<{ readonly context: string }>('browsingContext.create', { type: 'tab' })
    // in a tab that is not in front, keys press nothing
    await call('browsingContext.activate', { context })
    return {
      name: `Firefox ${capabilities.browserVersion}`,
      goto: async (url) => void (await call('browsingContext.navigate', { context, url, wait: 'complete' })),
      async evaluate(source) {
        const { result, exceptionDetails } = await call<Evaluated>('script.callFunction', { functionDeclaration: source, target: { context }, awaitPromise: true })
        if (!result) throw new Error(`In the page: ${exceptionDetails?.text}`)
        return result.value
      },
      perform: async (acts) => void (await call('input.performActions', { context, actions: [acts] })),
      resize: async (width, height) => void (await call('browsingContext.setViewport', { context, viewport: { width, height } })),
      screenshot: async () => Buffer.from((await call<{ readonly data: string }>('browsingContext.captureScreenshot', { context })).data, 'base64'),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
