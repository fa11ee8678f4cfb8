import { after } from '../internal/backoff.ts'
import { closed } from '../internal/transport-errors.ts'
import type { HandbackError } from '../protocol/index.ts'
import type { Life } from './connection-life.ts'
import { createConnectionStores } from './connection-stores.ts'
import type { ClientConnection, ConnectionOptions } from './connection.ts'
import type { PartSource } from './late-part.ts'

/** Before the policy is asked for again, where it could not be loaded, in ms. */
const AGAIN = 5_000

/**
 * A connection (see `createConnection`) whose policy may be loaded at the first `start`. Until then there is no connection: what is to be
 * sent waits in the outbox as it does while a connection is lost.
 */
export function createLateConnection(
  options: Omit<ConnectionOptions, 'environment'>,
  source: Pick<PartSource, 'part' | 'load'>,
): ClientConnection {
  const stores = createConnectionStores()
  const { $state, $error, show, report } = stores
  let life: Life | undefined
  /** Ends what was started. */
  let stop: (() => void) | undefined

  function start(): void {
    let over = false
    let stopTimer = (): void => undefined
    stop = () => {
      over = true
      stopTimer()
      life?.end()
      life = undefined
    }
    const begin = (): void => {
      if (over) return
      const { part } = source
      if (part) return void (life = part.createLife(options, part.browserEnvironment(), stores))
      source.load().then(
        begin,
        (error: HandbackError) => {
          if (over) return
          report(error)
          show('offline')
          stopTimer = after(AGAIN, begin)
        },
      )
    }
    report(null)
    show('connecting')
    begin()
  }

  return {
    $state,
    $error,
    start: () => stop ?? start(),
    async send(frame) {
      if (!life) throw closed()
      return life.send(frame)
    },
    synced: () => life?.synced(),
    wake: () => life?.wake(),
    stop() {
      if (!stop) return
      stop()
      stop = undefined
      show('idle')
    },
  }
}
