import type { Connection, Credentials, Transport } from '../contracts/index.ts'
import type { ClientFrame, HandbackError, ServerFrame } from '../protocol/index.ts'
import { type Attempt, attempt } from './connection-attempt.ts'
import type { ConnectionEnvironment } from './connection-environment.ts'
import type { ConnectionOptions } from './connection.ts'
import { createHeld } from './held.ts'
import { createProbing } from './probing.ts'
import { createProof } from './proof.ts'
import type { Ways } from './ways.ts'

/** A connection that stood this long (ms) was a good one. */
const STABLE = 10_000
/** A line that was heard within this time (ms) lives: there is a heartbeat every 15 s. */
const LIVELY = 17_000

export interface LinesOptions extends Pick<ConnectionOptions, 'follow' | 'mayChoose'> {
  readonly environment: ConnectionEnvironment
  readonly ways: Ways
  readonly credentials: Credentials
  /** The life of all that is opened here. */
  readonly signal: AbortSignal
  /** A connection stands. `first`: there was none before. */
  onHello(first: boolean): void
  /** It has stood for ten seconds. */
  onStable(): void
  /** Each frame of the connection in charge, `hello` too. Must not throw. */
  onFrame(frame: ServerFrame): void
}

/** Why a connection ended, and what that says about its way. */
export interface Ending {
  readonly error: HandbackError
  /** It had stood for long, and something was heard since; or the hub itself ended it. Undefined: there was no hello. */
  readonly firm: boolean | undefined
}

export interface Lines {
  readonly connection: Connection | undefined
  /** The way of the connection that stands. */
  readonly way: Transport | undefined
  /** A connection stands, and has not been heard for longer than between two heartbeats. */
  readonly stale: boolean
  /** One connection from its beginning to its end, however often a better way takes over in between. */
  open(): Promise<Ending>
  sent(frame: ClientFrame): void
  synced(): void
  end(error: HandbackError): void
}

/** The attempt in charge, and the one on a better way that is tried beside it and may take over. */
export function createLines(options: LinesOptions): Lines {
  const { environment, ways, credentials, signal, follow, mayChoose, onFrame } = options
  const { after, now } = environment
  let charge: Attempt | undefined
  let connection: Connection | undefined
  let way: Transport | undefined
  let heardAt = 0
  let firm: boolean | undefined
  let settled = false
  let stopSettling = (): void => undefined
  const held = createHeld(after, (error) => mayChoose?.() !== false && charge?.end(error))
  const probing = createProbing({ after, ways, may: mayChoose, begin })

  function begin(transport: Transport): Attempt {
    let hello: ServerFrame | undefined
    let from: Connection | undefined
    const proof = createProof(after, () => {
      const before = charge
      charge = one
      greet(transport)
      // the one before ends when the new one stands, so that there is no moment without a connection
      before?.end()
      onFrame(hello as ServerFrame)
      // what came by it meanwhile was not listened to
      for (const item of follow()) from?.send({ t: 'follow', follow: item }).catch(() => undefined)
    })
    const greet = (to: Transport): void => {
      rest()
      const first = !connection
      connection = from
      way = to
      heardAt = now()
      firm = settled = false
      ways.met(to)
      stopSettling = after(STABLE, () => {
        settled = true
        options.onStable()
      })
      held.greeted()
      probing.plan()
      options.onHello(first)
    }
    const one = attempt({
      transport,
      credentials,
      after,
      now,
      signal,
      follow,
      onFrame(frame, line) {
        if (frame.t === 'hello') [hello, from] = [frame, line]
        if (charge !== one) return proof.heard(frame)
        if (frame.t === 'hello') greet(transport)
        heardAt = now()
        held.heard(frame)
        firm ||= settled || frame.t === 'bye'
        onFrame(frame)
      },
    })
    void one.over.then(proof.stop)
    return one
  }

  /** Nothing more is to come of what was beside the attempt in charge. */
  function rest(): void {
    held.stop()
    stopSettling()
    probing.stop(charge)
  }
  signal.addEventListener('abort', rest)

  return {
    get connection() {
      return connection
    },
    get way() {
      return way
    },
    get stale() {
      return connection !== undefined && now() - heardAt > LIVELY
    },
    async open() {
      firm = undefined
      let mine = (charge = begin(ways.current))
      let error = await mine.over
      while (mine !== charge) error = await (mine = charge).over
      rest()
      connection = way = undefined
      return { error, firm }
    },
    sent: held.sent,
    synced: held.synced,
    end: (error) => charge?.end(error),
  }
}
