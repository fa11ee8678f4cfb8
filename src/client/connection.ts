import { type ReadableAtom, atom } from 'nanostores'
import type { Connection, Credentials, CredentialsReason, Transport, Transports } from '../contracts/index.ts'
import { backoff } from '../internal/backoff.ts'
import { closed, lost } from '../internal/transport-errors.ts'
import type { ClientFrame, Follow, HandbackError, ServerFrame } from '../protocol/index.ts'
import type { ConnectionState } from './api.ts'
import { type Attempt, attempt, failure } from './connection-attempt.ts'
import { type ConnectionEnvironment, browserEnvironment } from './connection-environment.ts'
import { createHeld } from './held.ts'
import { createProbing } from './probing.ts'
import { createWays } from './ways.ts'

/** A connection that stood this long (ms) was a good one: the next loss begins with short waits again. */
const STABLE = 10_000
/** The longest wait between two tries, in ms. */
const CAP = 5_000
/** A loss that takes longer than this (ms) to be tried again is shown as `offline`. */
const SHORT = 5_000

export interface ConnectionOptions {
  /** One way to the hub, or several with the best first. */
  readonly transport: Transports
  /** Default: no token. */
  readonly credentials?: Credentials | undefined
  /** Takes every frame, `hello` and `bye` too. What it throws goes to `$error` and hurts nothing. */
  onFrame(frame: ServerFrame): void
  /** Asked at each attempt: the topics and their cursors now. */
  follow(): readonly Follow[]
  /** Whether the choice of a way is this connection's; default always. */
  mayChoose?(): boolean
  /** Default: {@link browserEnvironment}. */
  readonly environment?: ConnectionEnvironment
}

export interface ClientConnection {
  /** See {@link ConnectionState}; `idle` before `start` and after `stop`. */
  readonly $state: ReadableAtom<ConnectionState>
  /** What went wrong last; null again at the next `hello`. */
  readonly $error: ReadableAtom<HandbackError | null>
  /** Connects, and connects again after each loss until `stop`. Idempotent. */
  start(): void
  /** Hands a frame to the wire. Rejects `transport/closed` while there is no connection; nothing is kept for later. */
  send(frame: ClientFrame): Promise<void>
  /** The owner says that it has caught up: `syncing` becomes `live`, or `polling` on a poll transport. */
  synced(): void
  /** Tries once at once, also when the hub asked to wait or refused the credentials twice. */
  wake(): void
  /** Ends the connection and all tries. Idempotent. */
  stop(): void
}

/**
 * The policy around a transport, which makes one attempt each: when to try, with which credentials, and what to show.
 *
 * - Waits are full jitter under 500 ms · 2^n, at most 5 s: somebody is looking at the page, and hubs spread their goodbyes.
 *   A Retry-After or `bye.after` is waited first. Ten seconds of connection begin the row again. Going online, showing the
 *   page or coming back to it tries once at once.
 * - `credentials` hears `expired` after a `bye` with `auth/expired`, and `refused` once after `transport/unauthorized`.
 *   A second refusal in a row leaves it `offline` until `wake`.
 * - 37.5 s without a frame lose the connection; so does the browser's going offline.
 * - Of several transports the best that works is taken, see {@link createWays}. While a worse one serves, the better ones are tried beside it: after
 *   30 s, then ever more seldom, up to every 10 minutes. One that says `hello` takes over from its cursor; nothing is shown of it but the state.
 *
 * @example
 * const connection = createConnection({ transport, credentials, onFrame: apply, follow: () => [{ topic: 'me' }] })
 * connection.start()
 */
export function createConnection(options: ConnectionOptions): ClientConnection {
  const { credentials, environment = browserEnvironment() } = options
  const { after } = environment
  const $state = atom<ConnectionState>('idle')
  const $error = atom<HandbackError | null>(null)
  let life: AbortController | undefined
  let connection: Connection | undefined
  /** The way of the connection that stands. */
  let way: Transport | undefined
  /** The attempt in charge. */
  let now: Attempt | undefined
  let wake = nothing
  let chance = wake
  const held = createHeld(after, (error) => options.mayChoose?.() !== false && now?.end(error))

  /** Runs what calls into code of others (frame handlers, listeners of the stores), which may throw. */
  function guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      report(failure(error))
    }
  }
  function report(error: HandbackError): void {
    try {
      $error.set(error)
    } catch {
      // A listener of $error itself threw; what it was told stands in the store.
    }
  }
  const show = (state: ConnectionState): void => guard(() => $state.set(state))

  async function run(signal: AbortSignal): Promise<void> {
    const pause = backoff({ cap: CAP, random: environment.random })
    const ways = createWays(options.transport, environment.memory)
    let why: CredentialsReason = 'first'
    let refusals = 0
    let eager = false
    /** The attempt in charge has stood for long, and something was heard since; or the hub itself ended it. Undefined before its hello. */
    let firm: boolean | undefined
    let settled = false
    let stopSettling = nothing
    const probing = createProbing({ after, better: ways.better, may: options.mayChoose, begin })

    async function token(): Promise<string | undefined> {
      const given = await credentials?.(why)
      why = 'first'
      return given
    }

    function begin(transport: Transport): Attempt {
      const one = attempt({
        transport,
        credentials: token,
        after,
        signal,
        follow: options.follow,
        onFrame(frame, from) {
          if (frame.t === 'hello') {
            const before = now
            now = one
            greet(transport, from, before !== one)
            // the one before ends when the new one stands, so that there is no moment without a connection
            if (before !== one) before?.end()
          }
          if (now !== one) return
          if (frame.t === 'bye' && frame.code === 'auth/expired') why = 'expired'
          held.heard(frame)
          firm ||= settled || frame.t === 'bye'
          guard(() => options.onFrame(frame))
        },
      })
      return one
    }

    function greet(transport: Transport, from: Connection, tookOver: boolean): void {
      rest()
      connection = from
      way = transport
      firm = settled = eager = false
      refusals = 0
      wake = chance = nothing
      ways.met(transport)
      stopSettling = after(STABLE, () => {
        settled = true
        pause.reset()
      })
      held.greeted()
      probing.plan()
      guard(() => $error.set(null))
      if (!tookOver) show('syncing')
    }

    /** Nothing more is to come of the attempt that was in charge. */
    function rest(): void {
      held.stop()
      stopSettling()
      probing.stop(now)
    }

    environment.onChance(() => chance(), signal)
    environment.onOffline(() => now?.end(lost('Offline.')), signal)
    show('connecting')
    while (!signal.aborted) {
      wake = chance = () => (eager = true)
      firm = undefined
      let mine = (now = begin(ways.current))
      let error = await mine.over
      while (mine !== now) error = await (mine = now).over
      rest()
      if (signal.aborted) return
      const met = connection !== undefined
      connection = way = undefined

      const refused = error.code === 'transport/unauthorized'
      if (!refused && ways.ended(error, firm)) {
        if (met) show('connecting')
        continue
      }
      report(error)
      if (refused) {
        why = 'refused'
        refusals += 1
        if (refusals === 1) continue
      }
      const ms = refused ? Infinity : pause.next(error.retryAfter)
      const forbidden = refused || error.retryAfter !== undefined
      show(met && ms < SHORT ? 'connecting' : 'offline')
      if (!eager || forbidden) await wait(ms, forbidden)
      eager = false
      if (refused) {
        why = 'first'
        refusals = 0
      }
    }
  }

  /** Ends after `ms`, by `wake`, or by a chance unless chances are forbidden. */
  const wait = (ms: number, forbidden: boolean): Promise<void> =>
    new Promise((resolve) => {
      const stop = ms === Infinity ? undefined : after(ms, resolve)
      wake = () => {
        stop?.()
        resolve()
      }
      chance = forbidden ? nothing : wake
    })

  return {
    $state,
    $error,
    start() {
      if (life) return
      life = new AbortController()
      void run(life.signal)
    },
    async send(frame) {
      if (!connection) throw closed()
      held.sent(frame)
      return connection.send(frame)
    },
    synced() {
      held.synced()
      if (way) show(way.mode === 'push' ? 'live' : 'polling')
    },
    wake: () => wake(),
    stop() {
      if (!life) return
      life.abort()
      life = connection = way = undefined
      wake()
      show('idle')
    },
  }
}

const nothing = (): void => undefined
