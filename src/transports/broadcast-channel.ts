import type { ConnectOptions, Connection, Transport } from '../contracts/index.ts'
import { untilAbort } from '../internal/abort.ts'
import { asyncQueue } from '../internal/async-queue.ts'
import { lineLives } from '../internal/line-lives.ts'
import { type LinesEnvironment, browserLines } from '../internal/tab-lines.ts'
import { closed, lost, misunderstood, reach, tooLong } from '../internal/transport-errors.ts'
import {
  CLIENT_FRAME_BYTES,
  type HandbackError,
  type ServerFrame,
  decodeServerFrame,
  encodeFrame,
  fitsBytes,
  formatFollow,
} from '../protocol/index.ts'
import { lineFetch } from './broadcast-channel/asked.ts'
import { type Line, dial } from './broadcast-channel/line.ts'
import { askHub } from './http/ask.ts'

export type { LineChannel, LineLocks, LinesEnvironment } from '../internal/tab-lines.ts'
export type { SessionStorage } from './http/session.ts'
export { type TabSessionOptions, tabSession } from './broadcast-channel/session.ts'

/** Frames that may wait for the owner; more means that he is too slow, and the connection is lost. */
const UNREAD = 1_000

/** Which hub, and how to find it. */
export interface TabsOptions {
  /** The name that the hub serves under. Default `handback`. */
  readonly name?: string
  /** Default: the browser's Web Locks, channels and timers, read at each attempt. */
  readonly environment?: LinesEnvironment
}

/**
 * Reaches the hub that one tab of this browser profile serves (`serveTabs`, handback/hub/tabs), in that tab too. Each connection has a
 * channel of its own under a random name; frames pass as text through the codec, so that nothing works here which would not
 * work over a wire. Whoever owns the browser profile owns all data: for demos, tests and kiosks. ONE attempt per `connect`.
 *
 * - `connect` rejects `transport/unreachable` (no tab serves within 2 s; no Web Locks here; the hub is busy, with
 *   `retryAfter`), `transport/silent` (the hub came and said no `hello` in time), `transport/unauthorized`, `transport/protocol`.
 * - A connection is lost as soon as another tab begins to serve. An owner who reads too slowly loses it too.
 *
 * @example createChat({ transport: broadcastChannel(), credentials: tabSession() })
 */
export function broadcastChannel(options: TabsOptions = {}): Transport {
  return {
    name: 'broadcast-channel',
    mode: 'push',
    supports: { signals: true },
    connect: (connect) => open(options, connect),
    // nothing tells how much of a file has left
    request: ({ onProgress: _, ...question }) => askHub({ endpoint: '', fetch: lineFetch(options) }, question),
  }
}

async function open({ name = 'handback', environment }: TabsOptions, { follow, signal, credentials }: ConnectOptions): Promise<Connection> {
  const token = await reach(signal, () => credentials('first'))
  signal.throwIfAborted()
  const queue = asyncQueue<ServerFrame>({ limit: UNREAD, onReturn: () => end() })
  let ended = false
  let line: Line | undefined
  let greet = (_hello: ServerFrame): void => undefined
  let refuse = (_error: HandbackError): void => undefined
  const greeting = new Promise<ServerFrame>((resolve, reject) => {
    greet = resolve
    refuse = reject
  })

  function end(error?: HandbackError): void {
    if (ended) return
    ended = true
    signal.removeEventListener('abort', abort)
    if (error) queue.fail(error)
    else queue.end()
    refuse(error ?? closed())
    line?.close()
  }
  const abort = (): void => end()
  const put = (frame: ServerFrame): void => {
    if (!queue.push(frame)) end(lost('Read too slowly.'))
  }
  signal.addEventListener('abort', abort)

  line = dial({
    name,
    environment: environment ?? browserLines(),
    first: JSON.stringify({ token, follow: follow.map(formatFollow) }),
    onText(text) {
      const frame = decodeServerFrame(text)
      if (!frame || ended) return
      put(frame)
      greet(frame)
    },
    // The owner need not hear it while he has frames to read.
    onAlive: () => queue.size === 0 && put(lineLives),
    onEnd: end,
  })
  if (ended) line.close()

  const first = await untilAbort(signal, () => greeting)
  if (first.t !== 'hello') {
    end()
    throw misunderstood()
  }
  const { send } = line

  return {
    frames: queue,
    async send(frame) {
      if (ended) throw closed()
      const json = encodeFrame(frame)
      if (!fitsBytes(json, CLIENT_FRAME_BYTES)) throw tooLong()
      send(`{"frames":[${json}]}`)
    },
    async close() {
      end()
    },
  }
}
