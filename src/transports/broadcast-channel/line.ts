import { newId } from '../../internal/ids.ts'
import {
  type DownMessage,
  type LineAnswer,
  type LineChannel,
  type LineRequest,
  type LinesEnvironment,
  type LobbyMessage,
  type UpMessage,
  closeCodes,
  lineName,
  lobbyMessage,
  lobbyName,
  weight,
} from '../../internal/tab-lines.ts'
import { lost, misunderstood, unreachable } from '../../internal/transport-errors.ts'
import { HandbackError } from '../../protocol/index.ts'

/** How long a hub may take to come to the line, and to say its first word, in ms. */
const PATIENCE = 2_000
/** How often a hub is asked whether it lives, in ms: often enough for who waits for a heartbeat, also when the hub's tab is hidden. */
const ASK = 10_000
/** So much may come before it is confirmed, by weight: about a hundred small frames. */
const CONFIRM = 65_536

export interface LineOptions {
  readonly name: string
  readonly environment: LinesEnvironment | undefined
  /** Said when the hub has come. */
  readonly first: string | LineRequest
  onText?(text: string): void
  /** To a first that is a request. */
  onAnswer?(answer: LineAnswer): void
  /** The hub lives, though it has said nothing. */
  onAlive?(): void
  /** The line is over and the caller has not closed it. Called at most once, also at once. */
  onEnd(error: HandbackError): void
}

export interface Line {
  send(text: string): void
  /** Idempotent. */
  close(): void
}

/** Makes a line to the hub of a name. */
export function dial({ name, environment, first, onText, onAnswer, onAlive, onEnd }: LineOptions): Line {
  const id = newId()
  let over = false
  /** The hub that came. */
  let hub: string | undefined
  let said = false
  let unconfirmed = 0
  let got = 0
  let lobby: LineChannel | undefined
  let line: LineChannel | undefined
  let release = (): void => undefined
  let stopTimer = (): void => undefined

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  const post = (message: UpMessage): void => line?.postMessage(message)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  const knock = (): void => lobby?.postMessage({ t: 'open', line: id } satisfies LobbyMessage)

  function end(error?: HandbackError): void {
    if (over) return
    over = true
    stopTimer()
    lobby?.close()
    line?.close()
    release()
    if (error) onEnd(error)
  }

  function listen({ channel, after }: LinesEnvironment): void {
    line = channel(lineName(id))
    lobby = channel(lobbyName(name))
    line.addEventListener('message', ({ data }) => over || take(data as DownMessage))
    lobby.addEventListener('message', ({ data }) => {
      const message = lobbyMessage(data)
      if (over || message?.t !== 'serving') return
      // it was not there to hear the first time
      if (hub === undefined) knock()
      else if (hub !== message.hub) end(lost('Another tab serves now.'))
    })
    stopTimer = after(PATIENCE, () => end(hub === undefined ? unreachable('No tab serves.') : silent()))
    const ask = (): void => {
      post({ t: 'ask' })
      stopTimer = after(ASK, ask)
    }
    const take = (message: DownMessage): void => {
      if (!said && (typeof message === 'string' || message.t === 'alive')) {
        said = true
        stopTimer()
        stopTimer = after(ASK, ask)
      }
      if (typeof message === 'string') {
        confirm(weight(message))
        onText?.(message)
      } else if (message.t === 'answer') onAnswer?.(message)
      else if (message.t === 'ready' && hub === undefined) {
        hub = message.hub
        post(first)
      } else if (message.t === 'alive') onAlive?.()
      else if (message.t === 'close') end(endOf(message.code, message.reason, said))
    }
    knock()
  }

  function confirm(more: number): void {
    got += more
    unconfirmed += more
    if (unconfirmed < CONFIRM) return
    unconfirmed = 0
    post({ t: 'got', weight: got })
  }

  // The hub stands in line for this lock: it gets it when the line is over, or this tab is gone, however that came about.
  const held = (): Promise<void> | undefined => {
    if (over || !environment) return undefined
    listen(environment)
    return new Promise((resolve) => (release = resolve))
  }
  if (environment) environment.locks.request(lineName(id), {}, held).catch((cause: unknown) => end(unreachable('No lock.', { cause })))
  else end(unreachable('This page has no Web Locks: it needs https, or localhost.'))

  return { send: post, close: () => end() }
}

const silent = (): HandbackError => new HandbackError('transport/silent', 'No hello.', { retryable: true })

function endOf(code: number, reason: string | undefined, said: boolean): HandbackError {
  if (code === closeCodes.unauthorized) return new HandbackError('transport/unauthorized', 'The hub does not know this token.')
  if (code === closeCodes.unreadable) return misunderstood()
  if (code === closeCodes.busy) return unreachable('Busy.', { retryAfter: Number(reason) || undefined })
  return (said ? lost : unreachable)('The hub closed the link.')
}
