import type { HubLink, Identity, Link } from '../../../contracts/index.ts'
import { eventData } from '../../../internal/sse.ts'
import { type DownMessage, type LineRequest, type LinesEnvironment, type UpMessage, closeCodes, lineName, weight } from '../../../internal/tab-lines.ts'
import { CLIENT_FRAME_BYTES, decodeClientBody, encodeFrame, fitsBytes, isHandbackError } from '../../../protocol/index.ts'
import type { Follow, Id } from '../../../protocol/index.ts'
import { followAll } from '../../follow-all.ts'
import type { Session } from '../../tokens.ts'
import { PAST_BYTES } from '../../wire.ts'
import { readFollows } from '../follows.ts'

/** How long a client may take from the hub's `ready` to its first text, in ms. */
const FIRST = 5_000
/** What a client may leave unconfirmed, by weight; more means that its tab does not read. */
const UNCONFIRMED = 4_194_304

export interface LineContext {
  readonly hub: HubLink
  /** Says who serves, so that a client tells this hub from the one before. */
  readonly id: Id
  readonly environment: LinesEnvironment
  /** Answers a visitor who has no token yet; see `Tokens.session`. */
  readonly session: (refresh?: string) => Promise<Session | undefined>
  /** Asked before each link; throws `hub/busy` with the time to wait when too many come at once. */
  readonly admit: (identity: Identity) => void
  readonly onError: (error: unknown) => void
}

type End = (code: number, reason?: string) => void

/** The hub's end of one line. Returns its stop. */
export function openLine({ hub, id, environment, session, admit, onError }: LineContext, lineId: Id, onEnd: () => void): End {
  const channel = environment.channel(lineName(lineId))
  const life = new AbortController()
  const decoder = new TextDecoder()
  let link: Link | undefined
  let begun = false
  let sent = 0
  let confirmed = 0
  let heard = (): void => undefined

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  const post = (message: DownMessage): void => channel.postMessage(message)

  const end: End = (code, reason) => {
    if (life.signal.aborted) return
    life.abort()
    stopTimer()
    post({ t: 'close', code, ...(reason === undefined ? {} : { reason }) })
    channel.close()
    heard()
    link?.close()
    onEnd()
  }
  const fail = (error: unknown): void => {
    if (isHandbackError(error) && error.code === 'hub/busy') return end(closeCodes.busy, String(error.retryAfter))
    onError(error)
    end(closeCodes.failed)
  }

  function say(text: string): 'ok' | 'full' {
    if (life.signal.aborted) return 'full'
    sent += weight(text)
    post(text)
    if (sent - confirmed <= UNCONFIRMED) return 'ok'
    end(closeCodes.tooSlow)
    return 'full'
  }

  async function room(): Promise<void> {
    while (!life.signal.aborted && sent - confirmed > UNCONFIRMED - PAST_BYTES) await new Promise<void>((resolve) => (heard = resolve))
  }

  async function connect(token: unknown, follow: readonly Follow[]): Promise<void> {
    const identity = typeof token === 'string' ? await hub.authenticate(token) : undefined
    if (life.signal.aborted) return
    if (!identity) return end(closeCodes.unauthorized)
    admit(identity)
    link = hub.link(identity, { write: (bytes) => say(decoder.decode(eventData(bytes))), close: () => end(closeCodes.goodbye) })
    // the hub may have ended it before it had a name here
    if (life.signal.aborted) link.close()
    await followAll(link, follow, room)
  }

  async function visit(refresh: unknown): Promise<void> {
    const opened = await session(typeof refresh === 'string' ? refresh : undefined)
    if (!opened) return end(closeCodes.unauthorized)
    say(JSON.stringify(opened))
    end(closeCodes.goodbye)
  }

  function begin(text: string): void {
    stopTimer()
    const first = firstOf(text)
    if (!first) end(closeCodes.unreadable)
    else if ('session' in first) visit(first.session.refresh).catch(fail)
    else connect(first.token, first.follow).catch(fail)
  }

  /** By the same routes as over HTTP, which look at its token. */
  async function answer({ method, path, headers, body }: LineRequest): Promise<void> {
    stopTimer()
    post({ t: 'alive' })
    const question = new Request(`http://hub.invalid/handback${path}`, { method, headers, signal: life.signal, ...(body !== undefined && { body }) })
    const given = (await hub.fetch?.(question)) ?? new Response(null, { status: 404 })
    const bytes = await given.blob()
    if (life.signal.aborted) return
    post({ t: 'answer', status: given.status, headers: Object.fromEntries(given.headers), body: bytes })
    end(closeCodes.goodbye)
  }

  function take(text: string): void {
    if (!begun) {
      begun = true
      return begin(text)
    }
    const body = link && decodeClientBody(text)
    if (!link || !body) return end(closeCodes.unreadable)
    for (const answer of body.refused) say(encodeFrame(answer))
    for (const frame of body.frames) void link.receive(frame)
  }

  const stopTimer = environment.after(FIRST, () => end(closeCodes.noFirst))
  channel.addEventListener('message', ({ data }) => {
    const message = data as UpMessage
    if (life.signal.aborted) return
    if (typeof message === 'string') take(message)
    else if (message.t === 'request') {
      if (begun) return end(closeCodes.unreadable)
      begun = true
      answer(message).catch((error: unknown) => life.signal.aborted || fail(error))
    }
    else if (message.t === 'ask') post({ t: 'alive' })
    else if (message.t === 'got') {
      confirmed = Math.max(confirmed, Math.min(message.weight, sent))
      heard()
    }
  })
  const gone = (): undefined => end(closeCodes.goodbye) as undefined
  environment.locks.request(lineName(lineId), { signal: life.signal }, gone).catch((error: unknown) => {
    // rejects also when the line has ended, which is how it is called off
    if (!life.signal.aborted) fail(error)
  })
  post({ t: 'ready', hub: id })
  return end
}

type First = { readonly session: { readonly refresh?: unknown } } | { readonly token: unknown; readonly follow: readonly Follow[] }

/** A client's first text, if it can be read. */
function firstOf(text: string): First | undefined {
  if (!fitsBytes(text, CLIENT_FRAME_BYTES)) return undefined
  try {
    const { session, token, follow } = JSON.parse(text) as { session?: object | null; token?: unknown; follow?: unknown }
    if (typeof session === 'object' && session !== null) return { session }
    const topics = readFollows(follow ?? [])
    return topics && { token, follow: topics }
  } catch {
    // not JSON, or not an object
    return undefined
  }
}
