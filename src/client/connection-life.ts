import type { CredentialsReason } from '../contracts/index.ts'
import { backoff } from '../internal/backoff.ts'
import { closed, lost } from '../internal/transport-errors.ts'
import type { ClientFrame } from '../protocol/index.ts'
import { createLines } from './connection-lines.ts'
import type { ConnectionEnvironment } from './connection-environment.ts'
import type { ConnectionStores } from './connection-stores.ts'
import type { ConnectionOptions } from './connection.ts'
import { tokenOf } from './credentials.ts'
import { createWays } from './ways.ts'

/** The longest wait between two tries, in ms. */
const CAP = 5_000
/** A loss that takes longer than this (ms) to be tried again is shown as `offline`. */
const SHORT = 5_000

/** A connection from its start to its stop. */
export interface Life {
  send(frame: ClientFrame): Promise<void>
  synced(): void
  wake(): void
  end(): void
}

/** Tries, waits and tries again until its end; nothing of it is left then, and the next life has nothing in common with it. */
export function createLife(options: ConnectionOptions, environment: ConnectionEnvironment, stores: ConnectionStores): Life {
  const { show, report, guard } = stores
  const own = new AbortController()
  const { signal } = own
  const pause = backoff({ cap: CAP, random: environment.random })
  const ways = createWays(options.transport, environment.memory, options.mayChoose)
  let why: CredentialsReason = 'first'
  let refusals = 0
  /** What the credentials have failed with last: it says nothing about the way. */
  let denied: unknown = nothing
  let eager = false
  let wake = nothing
  let chance = nothing

  const lines = createLines({
    environment,
    ways,
    signal,
    follow: options.follow,
    mayChoose: options.mayChoose,
    credentials: () =>
      tokenOf(options.credentials, why).then(
        (given) => {
          why = 'first'
          return given
        },
        (error: unknown) => {
          throw (denied = error)
        },
      ),
    onStable: pause.reset,
    onHello(first) {
      refusals = 0
      eager = false
      wake = nothing
      // somebody comes back to the page, and the line may have died while it slept
      chance = () => {
        if (!lines.stale) return
        eager = true
        lines.end(lost('Quiet.'))
      }
      report(null)
      if (first) show('syncing')
    },
    onFrame(frame) {
      if (signal.aborted) return
      if (frame.t === 'bye' && frame.code === 'auth/expired') why = 'expired'
      guard(() => options.onFrame(frame))
    },
  })

  /** Ends after `ms`, by `wake`, or by a chance unless chances are forbidden. */
  const wait = (ms: number, forbidden: boolean): Promise<void> =>
    new Promise((resolve) => {
      const stop = ms === Infinity ? undefined : environment.after(ms, resolve)
      wake = () => {
        stop?.()
        resolve()
      }
      chance = forbidden ? nothing : wake
    })

  async function run(): Promise<void> {
    environment.onChance(() => chance(), signal)
    environment.onOffline(() => lines.end(lost('Offline.')), signal)
    report(null)
    show('connecting')
    while (!signal.aborted) {
      wake = chance = () => (eager = true)
      const { error, firm } = await lines.open()
      if (signal.aborted) return
      const met = firm !== undefined
      // true at once, also where the next try begins without a wait
      if (met) show('connecting')
      const refused = error.code === 'transport/unauthorized'
      if (!refused && error !== denied && error.cause !== denied && ways.ended(error, firm)) continue
      report(error)
      if (refused) {
        why = 'refused'
        refusals += 1
        if (refusals === 1) continue
      }
      const ms = refused ? Infinity : pause.next(error.retryAfter)
      const forbidden = refused || error.retryAfter !== undefined
      if (!met || ms >= SHORT) show('offline')
      if (!eager || forbidden) await wait(ms, forbidden)
      eager = false
      if (refused) {
        why = 'first'
        refusals = 0
      }
    }
  }
  void run()

  return {
    async send(frame) {
      const { connection } = lines
      if (!connection || signal.aborted) throw closed()
      lines.sent(frame)
      return connection.send(frame)
    },
    synced() {
      lines.synced()
      if (lines.way) show(lines.way.mode === 'push' ? 'live' : 'polling')
    },
    wake: () => wake(),
    end() {
      own.abort()
      wake()
    },
  }
}

const nothing = (): void => undefined
