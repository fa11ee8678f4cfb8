import { type IncomingMessage, type ServerResponse, createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { HubRequest, Transport } from '../../src/contracts/index.ts'
import { type UploadLike, http } from '../../src/transports/http.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { webSocket } from '../../src/transports/websocket.ts'
import { settled, until } from '../hub/until.ts'

/** An `XMLHttpRequest` of Node, with what is used of one. */
class NodeUpload implements UploadLike {
  static made = 0
  status = 0
  responseText = ''
  readonly #listeners = new Map<string, (event: { readonly loaded: number }) => void>()
  readonly upload = {
    addEventListener: (_: 'progress', listener: (event: { readonly loaded: number }) => void) => void this.#listeners.set('progress', listener),
  }
  readonly #headers: Record<string, string> = {}
  #answer: IncomingMessage | undefined
  #request: ReturnType<typeof httpRequest> | undefined
  #to = ['', ''] as readonly [string, string]
  constructor() {
    NodeUpload.made += 1
  }
  addEventListener(type: string, listener: () => void): void {
    this.#listeners.set(type, listener)
  }
  open(method: string, url: string): void {
    this.#to = [method, url]
  }
  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value
  }
  getResponseHeader = (name: string): string | null => (this.#answer?.headers[name] as string | undefined) ?? null
  #tell(type: string, loaded = 0): void {
    this.#listeners.get(type)?.({ loaded })
  }
  send(body: Blob): void {
    void this.#send(body)
  }
  async #send(body: Blob): Promise<void> {
    const [method, url] = this.#to
    const asked = (this.#request = httpRequest(url, { method, headers: { ...this.#headers, 'content-length': body.size } }))
    asked.on('error', () => this.#tell('error'))
    asked.on('response', (answer) => {
      this.#answer = answer
      this.status = answer.statusCode ?? 0
      answer.on('data', (piece: Buffer) => (this.responseText += String(piece)))
      answer.on('end', () => this.#tell('load'))
    })
    const whole = Buffer.from(await body.arrayBuffer())
    const piece = (from: number): void => {
      if (from >= whole.length) return void asked.end()
      asked.write(whole.subarray(from, from + 65_536), () => {
        this.#tell('progress', Math.min(from + 65_536, whole.length))
        piece(from + 65_536)
      })
    }
    piece(0)
  }
  abort(): void {
    this.#request?.destroy()
  }
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

async function server(answer: Answer) {
  const seen: IncomingMessage[] = []
  const made = createServer((request, response) => {
    seen.push(request)
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => made.once('listening', resolve))
  onTestFinished(async () => {
    made.closeAllConnections()
    await new Promise((resolve) => made.close(resolve))
  })
  return { endpoint: `http://127.0.0.1:${(made.address() as AddressInfo).port}/hub`, seen, kill: () => made.closeAllConnections() }
}

const json = (status: number, value: unknown): Answer => (request, response) => {
  request.resume()
  request.on('end', () => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value)))
}
const ask = (transport: Transport, more: Partial<HubRequest> = {}): Promise<Response> =>
  (transport as Required<Transport>).request({ method: more.body ? 'POST' : 'GET', path: '/articles/cards', credentials: () => 'token-1', ...more })
const first = (endpoint: string, options: Partial<Parameters<typeof http>[0]> = {}): Transport => http({ endpoint, ...options })[0] as Transport
const file = new Blob([new Uint8Array(2_000_000)], { type: 'image/png' })

describe('a file goes up', () => {
  const ways = [['by XMLHttpRequest', { XMLHttpRequest: NodeUpload }], ['by fetch', {}]] as const

  test.each(ways)('%s, and a server that dies in the middle is transport/unreachable; the same again arrives', async (_, options) => {
    let dies = true
    const hub = await server((request, response) => {
      if (!dies) return json(201, { part: 1 })(request, response)
      request.once('data', () => hub.kill())
    })
    const sent: number[] = []
    const asked = (): Promise<Response> => ask(first(hub.endpoint, options), { body: file, onProgress: (bytes) => sent.push(bytes) })
    await expect(asked()).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
    dies = false
    expect(await (await asked()).json()).toEqual({ part: 1 })
    expect(hub.seen.map(({ method, headers }) => [method, headers.authorization])).toEqual([['POST', 'Bearer token-1'], ['POST', 'Bearer token-1']])
  })

  test.each(ways)('%s, and is given up in the middle, at the server too', async (_, options) => {
    let gone = false
    let begun = false
    const hub = await server((request) => {
      request.socket.on('close', () => (gone = true))
      request.once('data', () => (begun = true)).resume()
    })
    const life = new AbortController()
    const asked = ask(first(hub.endpoint, options), { body: file, signal: life.signal, onProgress: () => undefined }).catch((error: unknown) => error)
    await until(() => begun)
    const reason = new Error('No longer wanted.')
    life.abort(reason)
    expect(await asked).toBe(reason)
    await until(() => gone)
  })

  test('by XMLHttpRequest only where somebody wants to know how far it is, and then says so', async () => {
    const hub = await server(json(201, {}))
    const transport = first(hub.endpoint, { XMLHttpRequest: NodeUpload })
    NodeUpload.made = 0
    await ask(transport, { body: file })
    await ask(transport, { onProgress: () => undefined })
    expect(NodeUpload.made).toBe(0)
    const sent: number[] = []
    await ask(transport, { body: file, onProgress: (bytes) => sent.push(bytes) })
    expect([NodeUpload.made, sent.at(-1)]).toEqual([1, file.size])
    expect(sent).toEqual(sent.toSorted((a, b) => a - b))
  })

  test('not at all when it was given up while a token was fetched', async () => {
    const hub = await server(json(201, {}))
    const life = new AbortController()
    NodeUpload.made = 0
    let give = (_token: string): void => undefined
    const credentials = () => new Promise<string>((resolve) => (give = resolve))
    const transport = first(hub.endpoint, { XMLHttpRequest: NodeUpload })
    const asked = ask(transport, { body: file, signal: life.signal, credentials, onProgress: () => undefined })
    life.abort(new Error('No longer wanted.'))
    await expect(asked).rejects.toThrow('No longer wanted.')
    give('token-1')
    await settled()
    expect([NodeUpload.made, hub.seen.length]).toEqual([0, 0])
  })

  test('what the hub says of it is heard by either way', async () => {
    const hub = await server(json(413, { error: { code: 'request/too-large', retryable: false, message: 'At most 10 MB.' } }))
    for (const [, options] of ways) {
      const asked = ask(first(hub.endpoint, options), { body: file, onProgress: () => undefined })
      await expect(asked).rejects.toMatchObject({ code: 'request/too-large', message: 'At most 10 MB.', retryable: false })
    }
  })
})

test.each([
  [404, '<html>', { code: 'transport/protocol' }],
  [200, '', undefined],
  [500, '<html>', { code: 'transport/unreachable', retryable: true }],
  [503, '{"error":{"code":"hub/busy","retryable":true,"retryAfter":2000,"message":"Later."}}', { code: 'hub/busy', retryable: true, retryAfter: 2_000 }],
  [503, '{"error":{"code":"hub/closed","retryable":true,"message":"Later."}}', { code: 'transport/unreachable', retryable: true }],
  [400, '{"error":{"code":"__proto__","message":"x"}}', { code: 'transport/protocol' }],
  [400, '{"error":{"code":"request/invalid","message":"x"}}', { code: 'request/invalid', retryable: false }],
])('an answer of %i with %s', async (status, text, expected) => {
  const hub = await server((_, response) => void response.writeHead(status).end(text))
  const asked = ask(first(hub.endpoint))
  if (expected) await expect(asked).rejects.toMatchObject(expected)
  else expect((await asked).status).toBe(200)
})

test('an answer that does not come in time is transport/unreachable', async () => {
  const hub = await server(() => undefined)
  await expect(ask(first(hub.endpoint, { sendTimeout: 30 }))).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
})

test('a WebSocket asks the same address by HTTP', async () => {
  const hub = await server(json(200, { id: 'cards' }))
  for (const endpoint of [hub.endpoint, hub.endpoint.replace('http', 'ws')]) {
    expect(await (await ask(webSocket({ endpoint }))).json()).toEqual({ id: 'cards' })
  }
  expect(hub.seen.map(({ url }) => url)).toEqual(['/hub/articles/cards', '/hub/articles/cards'])
})

test('in a process the hub is asked below its own path, and one that answers no requests is not asked', async () => {
  const asked: string[] = []
  const link = { link: () => ({ id: 'link-0001', receive: async () => undefined, close: () => undefined }), authenticate: async () => undefined }
  const fetch = async (request: Request): Promise<Response> => (asked.push(new URL(request.url).pathname), Response.json({}))
  await ask(inProcess({ ...link, fetch }))
  await ask(inProcess({ ...link, fetch }, { path: '/support' }))
  expect(asked).toEqual(['/handback/articles/cards', '/support/articles/cards'])
  expect(inProcess(link).request).toBeUndefined()
})
