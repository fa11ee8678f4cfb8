import type { RawData, WebSocket } from 'ws'
import type { Link, Sink } from '../../../contracts/index.ts'
import { after } from '../../../internal/backoff.ts'
import { eventData } from '../../../internal/sse.ts'
import { closeCodes } from '../../../internal/tab-lines.ts'
import { decodeClientBody, encodeFrame, isHandbackError } from '../../../protocol/index.ts'
import { followAll } from '../../follow-all.ts'
import type { Hub } from '../../hub.ts'
import { PAST_BYTES } from '../../wire.ts'
import { parseFirstMessage } from './first-message.ts'

/** What a waiting message costs beside its bytes. */
const MESSAGE = 256
/** How long a socket may take to say who it is, in ms. */
const FIRST_WITHIN = 5_000
/** A peer is asked so often whether it is there, in ms, and is gone when it has not answered so many times. */
const PING_EVERY = 20_000
const UNANSWERED = 3

/** What becomes of a socket that waits to be let in. */
export interface Waiting {
  /** Its first message is here, and is being looked at. */
  asks(): void
  /** It has been told to go. */
  refused(): void
  /** It is a link, or gone. May be called again. */
  over(): void
}

/** One socket from its opening to its end: the first message makes it a link, later ones hold frames. */
export function socketLink({ link: openLink, ports }: Pick<Hub, 'link' | 'ports'>, ws: WebSocket, waiting: Waiting): void {
  let link: Link | undefined
  let heard = false
  let tooSlow = false
  let unanswered = 0
  /** What came and is not done yet; when it is as much as may wait for the other side, no more is read. */
  let held = 0
  let last: Promise<void> = Promise.resolve()
  let written = (): void => undefined
  const isOpen = (): boolean => ws.readyState === ws.OPEN

  const write = (data: Uint8Array | string): 'ok' | 'full' => {
    if (!isOpen()) return 'full'
    ws.send(data, { binary: false }, () => written())
    tooSlow = ws.bufferedAmount > ports.buffer
    return tooSlow ? 'full' : 'ok'
  }
  const sink: Sink = {
    write: (bytes) => write(eventData(bytes)),
    close: () => ws.close(tooSlow ? closeCodes.tooSlow : closeCodes.goodbye),
  }

  function refuse(code: number, reason?: string): void {
    waiting.refused()
    ws.close(code, reason)
  }

  async function room(): Promise<void> {
    while (isOpen() && ws.bufferedAmount > ports.buffer - PAST_BYTES) await new Promise<void>((resolve) => (written = resolve))
  }

  async function enter(text: string): Promise<void> {
    const first = parseFirstMessage(text)
    if (!first) return refuse(closeCodes.unreadable)
    const identity = first.token === undefined ? undefined : await ports.tokens.verify(first.token)
    if (!isOpen()) return
    if (!identity) return refuse(closeCodes.unauthorized)
    ports.admit(identity)
    link = openLink(identity, sink)
    waiting.over()
    // whatever it says next comes after this, so that what it unfollows is not followed
    await followAll(link, first.follow, room)
  }

  async function take(text: string): Promise<void> {
    if (!isOpen()) return
    if (!link) return enter(text)
    const sent = decodeClientBody(text)
    if (!sent) return refuse(closeCodes.unreadable)
    if (sent.refused.some((answer) => write(encodeFrame(answer)) === 'full')) return link.close()
    for (const frame of sent.frames) await link.receive(frame)
  }

  function fail(error: unknown): void {
    if (isHandbackError(error) && error.code === 'hub/busy') return refuse(closeCodes.busy, String(error.retryAfter ?? ''))
    ports.onError(error)
    refuse(closeCodes.failed)
  }

  async function handle(text: string, size: number): Promise<void> {
    try {
      await take(text)
    } catch (error) {
      fail(error)
    }
    held -= size
    if (ws.isPaused && held <= ports.buffer) ws.resume()
  }

  const stopWaiting = after(FIRST_WITHIN, () => refuse(closeCodes.noFirst))
  const pings = setInterval(() => {
    // who is not read cannot be heard
    if (ws.isPaused) return
    if (unanswered === UNANSWERED) return ws.terminate()
    unanswered += 1
    ws.ping()
  }, PING_EVERY)

  ws.on('message', (data: RawData, binary: boolean) => {
    unanswered = 0
    if (!isOpen()) return
    if (!heard) {
      heard = true
      stopWaiting()
      waiting.asks()
    }
    if (binary) return refuse(closeCodes.unreadable)
    const text = data.toString()
    const size = text.length + MESSAGE
    held += size
    if (held > ports.buffer) ws.pause()
    last = last.then(() => handle(text, size))
  })
  ws.on('pong', () => {
    unanswered = 0
  })
  // a peer that breaks the protocol or its line is closed by `ws`, and 'close' follows
  ws.on('error', () => undefined)
  ws.on('close', () => {
    stopWaiting()
    clearInterval(pings)
    waiting.over()
    written()
    link?.close()
  })
}
