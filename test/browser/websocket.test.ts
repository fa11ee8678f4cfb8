import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { nodeHandler, socketHandler } from '../../src/hub/adapters/node.ts'
import { createHub, createTokens } from '../../src/hub/index.ts'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { launchChromium } from './chromium.ts'

/** What the page below offers to a test. */
interface SocketPage {
  open(endpoint: string, token: string, follow: readonly unknown[]): Promise<string>
  say(text: string): Promise<void>
  /** Resolves with the frames up to the first of a kind, or with how the connection ended. */
  readTo(t: string): Promise<readonly ServerFrame[] | string>
  close(): Promise<void>
}
declare const socketPage: SocketPage

const source = `
  import { webSocket } from '../../src/transports/websocket.ts'

  let connection
  let frames
  const nameOf = (error) => error.code ?? String(error)
  globalThis.socketPage = {
    async open(endpoint, token, follow) {
      try {
        connection = await webSocket({ endpoint }).connect({ follow, signal: new AbortController().signal, credentials: () => token })
        frames = connection.frames[Symbol.asyncIterator]()
        return 'open'
      } catch (error) {
        return nameOf(error)
      }
    },
    say: (text) => connection.send({ t: 'command', conversation: 'conversation-1', seen: null,
      command: { id: 'command-' + text, type: 'message-send', data: { parts: [{ type: 'text', text }] } } }),
    async readTo(t) {
      const read = []
      try {
        for (;;) {
          const { done, value } = await frames.next()
          if (done) return 'over'
          read.push(value)
          if (value.t === t) return read
        }
      } catch (error) {
        return nameOf(error)
      }
    },
    close: () => connection.close(),
  }
`

let browser: Browser
let script: string

beforeAll(async () => {
  browser = await launchChromium()
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
  })
  script = outputFiles[0]?.text ?? ''
})
afterAll(() => browser?.close())

/** A hub that takes sockets, beside a page. */
async function site(origins: readonly string[] = []) {
  const tokens = createTokens(crypto.getRandomValues(new Uint8Array(32)))
  const hub = createHub({ store: memoryStore(), tokens, provider: scripted(() => ['All is well.']), origins })
  const answers = nodeHandler(hub)
  const sockets = socketHandler(hub)
  const open = new Set<Socket>()
  const server = createServer((request, response) => {
    if (answers(request, response)) return
    response.setHeader('content-type', 'text/html').end(`<!doctype html><link rel="icon" href="data:,"><script>${script}</script>`)
  })
  server.on('upgrade', (request, socket, head) => sockets(request, socket, head) || socket.destroy())
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (): void => open.forEach((socket) => socket.destroy())
  onTestFinished(async () => {
    await hub.close()
    server.close()
    cut()
    await once(server, 'close')
  })
  const { token } = await tokens.issue({ sub: 'visitor-maria', role: 'visitor', name: 'Maria' })
  return { hub, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token, cut }
}

async function pageAt(base: string) {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.goto(base)
  return {
    open: (endpoint: string, token: string, ...follow: string[]) =>
      page.evaluate(
        ([endpoint, token, ...topics]) =>
          socketPage.open(
            endpoint,
            token,
            topics.map((topic) => ({ topic })),
          ),
        [endpoint, token, ...follow] as [string, string, ...string[]],
      ),
    say: (text: string) => page.evaluate((words) => socketPage.say(words), text),
    readTo: (t: ServerFrame['t']) => page.evaluate((type) => socketPage.readTo(type), t),
    close: () => page.evaluate(() => socketPage.close()),
  }
}

it('carries a conversation in Chromium, to an address relative to the page, until the line is cut', async () => {
  const { base, token, cut } = await site()
  const page = await pageAt(`${base}/shop/page`)
  expect(await page.open('/handback', token, 'me')).toBe('open')
  expect(await page.readTo('hello')).toHaveLength(1)
  await page.say('Hello')
  expect(await page.readTo('ack')).toMatchObject([{ t: 'ack', command: 'command-Hello' }])
  expect(await page.open('../handback', token, 'conversation:conversation-1')).toBe('open')
  expect(await page.readTo('snapshot')).toMatchObject([{ t: 'hello' }, { t: 'snapshot', conversation: 'conversation-1' }])
  cut()
  expect(await page.readTo('bye')).toBe('transport/lost')
})

it('ends quietly in Chromium when it is closed, and the hub knows', async () => {
  const { hub, base, token } = await site()
  const page = await pageAt(base)
  await page.open('/handback', token)
  const frames = await page.readTo('hello')
  const hello = typeof frames === 'string' ? undefined : frames[0]
  const link = hello?.t === 'hello' ? hello.link : ''
  const linked = (): boolean => hub.ports.linkOf({ sub: 'visitor-maria', role: 'visitor' }, link) !== undefined
  expect(linked()).toBe(true)
  await page.close()
  expect(await page.readTo('bye')).toBe('over')
  await expect.poll(linked).toBe(false)
})

it('learns in Chromium that a token is refused, that nobody is there, and that a page of another origin may not come', async () => {
  const { base, token } = await site()
  const page = await pageAt(base)
  expect(await page.open('/handback', 'nonsense')).toBe('transport/unauthorized')
  expect(await page.open('/elsewhere', token)).toBe('transport/unreachable')
  const stranger = await pageAt((await site()).base)
  expect(await stranger.open(`${base}/handback`, token)).toBe('transport/unreachable')
  const friendly = await site([base])
  expect(await page.open(`${friendly.base}/handback`, friendly.token)).toBe('open')
})
