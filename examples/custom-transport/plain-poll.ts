import type { ConnectOptions, Connection, Transport } from 'handback/contracts'
import { CLIENT_FRAME_BYTES, HandbackError, decodeServerFrames, encodeFrame, fitsBytes, isHandbackError } from 'handback/protocol'
import type { ErrorCode, ServerFrame } from 'handback/protocol'

/** How long the server may take to say hello, to take a frame, and to answer a poll, in ms. */
const HELLO = 4_000
const SEND = 15_000
const POLL = 30_000

/** 1. A transport is a factory. What it promises in `mode` and `supports` is what the kit holds it to. */
export function plainPoll(endpoint: string): Transport {
  return { name: 'plain-poll', mode: 'poll', supports: { signals: true }, connect: (options) => connect(endpoint, options) }
}

/** 2. One attempt. There is no retry in here: when anything breaks we say so, and the client comes back with its cursor. */
async function connect(endpoint: string, { follow, signal, credentials }: ConnectOptions): Promise<Connection> {
  const token = await reach(signal, async () => credentials('first'))
  const headers = { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) }
  /** Everything that belongs to this connection ends with it. */
  const life = new AbortController()
  let lost: HandbackError | undefined
  let line = ''
  let last = 0

  /** 3. The end, whoever makes it. The server finds out by itself after a while; telling it is only faster. */
  function end(reason: unknown): void {
    if (life.signal.aborted) return
    life.abort(reason)
    signal.removeEventListener('abort', abort)
    if (line) fetch(`${endpoint}/${line}/end`, { method: 'POST', headers, body: '{}', keepalive: true }).catch(() => undefined)
  }
  const abort = (): void => end(signal.reason)
  signal.addEventListener('abort', abort)
  function lose(cause: unknown): void {
    if (!life.signal.aborted) end((lost = fail('transport/lost', 'The line is lost.', cause)))
  }

  /** 4. One request. What does not come in time, and what is no success, is an error that the client knows. */
  async function ask(path: string, body: string, timeout: number): Promise<string> {
    const late = AbortSignal.timeout(timeout)
    const { status, text } = await reach(life.signal, async () => {
      const response = await fetch(endpoint + path, { method: 'POST', headers, body, signal: AbortSignal.any([life.signal, late]) })
      return { status: response.status, text: await response.text() }
    }, () => (late.aborted ? 'transport/silent' : 'transport/unreachable'))
    if (status === 200) return text
    const code = status >= 500 ? 'transport/unreachable' : 'transport/protocol'
    throw fail(status === 401 ? 'transport/unauthorized' : code, `The server answered ${status}.`)
  }

  /** 5. A number says what has come, so that an answer that was lost is simply given again. Frames that we do not know are left out. */
  async function poll(timeout: number): Promise<readonly ServerFrame[]> {
    const text = await ask(`/${line}/poll`, JSON.stringify({ after: last }), timeout)
    const frames = decodeServerFrames(text)
    if (!frames) throw fail('transport/protocol', 'These are no frames.')
    last = (JSON.parse(text) as { readonly last: number }).last
    return frames
  }
  let first: readonly ServerFrame[]
  try {
    const frames = follow.map((item) => encodeFrame({ t: 'follow', follow: item }))
    line = (JSON.parse(await ask('', `{"frames":[${frames.join()}]}`, HELLO)) as { readonly line: string }).line
    first = await poll(HELLO)
    if (first[0]?.t !== 'hello') throw fail('transport/protocol', 'The server did not say hello.')
  } catch (error) {
    end(error)
    throw error instanceof SyntaxError ? fail('transport/protocol', 'This is no line.', error) : error
  }

  /** 6. Frames, pulled: who does not read does not poll either, so that nothing piles up here. The server has a limit of its own. */
  async function* read(): AsyncGenerator<ServerFrame, void, undefined> {
    try {
      for (let frames = first; ; frames = await poll(POLL)) {
        for (const frame of frames) {
          if (life.signal.aborted) break
          yield frame
        }
      }
    } catch (error) {
      lose(error)
    } finally {
      end(closed())
    }
    if (lost) throw lost
  }

  /** 7. Frames up, one request at a time. One that fails loses the line, so that no later one overtakes it. */
  let queue: Promise<unknown> = Promise.resolve()
  return {
    frames: read(),
    async send(frame) {
      if (life.signal.aborted) throw closed()
      const json = encodeFrame(frame)
      if (!fitsBytes(json, CLIENT_FRAME_BYTES)) throw fail('request/too-large', 'The message is too long.')
      const sent = queue.then(() => ask(`/${line}/send`, `{"frames":[${json}]}`, SEND))
      queue = sent
      await sent.catch((error: unknown) => {
        lose(error)
        throw error
      })
    },
    close: async () => end(closed()),
  }
}

const retryable: ReadonlySet<string> = new Set(['transport/unreachable', 'transport/silent', 'transport/lost'])
const fail = (code: ErrorCode, message: string, cause?: unknown): HandbackError =>
  new HandbackError(code, message, { retryable: retryable.has(code), cause })
const closed = (): HandbackError => fail('transport/closed', 'Closed.')

/** What `work` resolves to, unless the signal aborts first; already aborted, it never starts. Its errors become handback's, no listener stays. */
function reach<T>(signal: AbortSignal, work: () => Promise<T>, code: () => ErrorCode = () => 'transport/unreachable'): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort)
    const failed = (error: unknown): void => reject(isHandbackError(error) ? error : fail(code(), 'No answer.', error))
    work().then(resolve, failed).finally(() => signal.removeEventListener('abort', abort))
  })
}
