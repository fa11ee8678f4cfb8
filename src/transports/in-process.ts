import type { ConnectOptions, Connection, HubLink, Link, Transport } from '../contracts/index.ts'
import { untilAbort } from '../internal/abort.ts'
import { asyncQueue } from '../internal/async-queue.ts'
import { eventData } from '../internal/sse.ts'
import { closed, lost, misunderstood, reach, tooLong, unreachable } from '../internal/transport-errors.ts'
import { type AskOptions, askHub } from './http/ask.ts'
import {
  CLIENT_FRAME_BYTES,
  HandbackError,
  type ServerFrame,
  decodeClientBody,
  decodeServerFrame,
  encodeFrame,
  fitsBytes,
} from '../protocol/index.ts'

/** Frames that may wait for the owner; more means that he is too slow, and the connection is lost. */
const UNREAD = 1_000

export interface InProcessOptions {
  /** The `path` that the hub was made with; a hub answers what is no frame below it only. Default `/handback`, as the hub's. */
  readonly path?: string
}

/**
 * Reaches a hub in the same process, for pages without a server and for tests. Everything passes through the codec, so
 * that nothing works here which would not work over a wire. What is no frame is asked of `hub.fetch`, if it has one.
 *
 * @example createChat({ transport: inProcess(hub), credentials: () => token })
 */
export function inProcess(hub: HubLink, { path = '/handback' }: InProcessOptions = {}): Transport {
  const transport: Transport = { name: 'in-process', mode: 'push', supports: { signals: true }, connect: (options) => open(hub, options) }
  if (!hub.fetch) return transport
  // nobody else is reached by this address, nor asked for it
  const options: AskOptions = {
    endpoint: `http://hub.invalid${path}`,
    fetch: async (url, init) => (hub as Required<HubLink>).fetch(new Request(url, init)),
  }
  // without `onProgress` nothing but that `fetch` is used
  return { ...transport, request: ({ onProgress: _, ...asked }) => askHub(options, asked) }
}

async function open(hub: HubLink, { follow, signal, credentials }: ConnectOptions): Promise<Connection> {
  const token = await reach(signal, () => credentials('first'))
  const identity = token === undefined ? undefined : await reach(signal, () => hub.authenticate(token))
  signal.throwIfAborted()
  if (!identity) throw new HandbackError('transport/unauthorized', 'The hub does not know this token.')

  const queue = asyncQueue<ServerFrame>({ limit: UNREAD, onReturn: () => end() })
  const decoder = new TextDecoder()
  let ended = false
  let greet: (frame?: ServerFrame) => void = () => undefined
  const greeting = new Promise<ServerFrame | undefined>((resolve) => (greet = resolve))

  function end(error?: HandbackError): void {
    if (ended) return
    ended = true
    signal.removeEventListener('abort', abort)
    if (error) queue.fail(error)
    else queue.end()
    greet()
    link?.close()
  }
  const abort = (): void => end()
  signal.addEventListener('abort', abort)

  let link: Link | undefined
  link = hub.link(identity, {
    write(bytes) {
      if (ended) return 'full'
      const frame = decodeServerFrame(decoder.decode(eventData(bytes)))
      if (!frame) return 'ok'
      if (!queue.push(frame)) {
        end(lost('Frames come faster than they are read.'))
        return 'full'
      }
      greet(frame)
      return 'ok'
    },
    close: () => end(lost('The hub closed the link.')),
  })
  if (ended) link.close()

  const first = await untilAbort(signal, () => greeting)
  if (first?.t !== 'hello') {
    end()
    throw first ? misunderstood() : unreachable('The hub closed the link.')
  }
  for (const item of follow) void link.receive({ t: 'follow', follow: item })

  return {
    frames: queue,
    async send(frame) {
      if (ended) throw closed()
      const json = encodeFrame(frame)
      if (!fitsBytes(json, CLIENT_FRAME_BYTES)) throw tooLong()
      const sent = decodeClientBody(`{"frames":[${json}]}`)
      if (!sent) throw misunderstood()
      for (const answer of sent.refused) queue.push(answer)
      for (const copy of sent.frames) await link.receive(copy)
    },
    async close() {
      end()
    },
  }
}
