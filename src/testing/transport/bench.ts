import type { Connection, Credentials, MaybePromise, Transport } from '../../contracts/index.ts'
import type { ClientFrame, Cursor, Follow, Id } from '../../protocol/index.ts'
import { derivedId } from '../../internal/ids.ts'
import { check, eventually, within } from '../check.ts'
import { type KitControls, type KitHub, kitHub } from './kit-hub.ts'
import type { KitLink } from './kit-link.ts'
import type { Reading } from './reading.ts'
import { read } from './reading.ts'

/** What a check of the kit is run on. */
export interface Served {
  readonly transport: Transport
  /** Where the hub listens on loopback, when it does: the checks with the chaos proxy run only then. */
  readonly port?: number
  /** The same transport through another port of loopback, the proxy's. */
  readonly through?: (port: number) => Transport
  /** Ends what `serve` has started. */
  close(): MaybePromise<void>
}

/** One law of the contract, run on a fresh hub. */
export type TransportCheck = readonly [name: string, run: (bench: TransportBench) => Promise<void>]

/** A connection that stands, and what the check knows about it. */
export interface Opened {
  readonly connection: Connection
  readonly reading: Reading
  readonly link: KitLink
  readonly life: AbortController
}

export interface OpenOptions {
  /** Default: the conversation, from its beginning. */
  readonly follow?: readonly Follow[]
  readonly transport?: Transport
  /** Default: a fresh token. */
  readonly credentials?: Credentials
}

export interface TransportBench {
  readonly hub: KitControls
  readonly served: Served
  /** One attempt whose life the bench ends; nobody reads it yet. */
  connect(options?: OpenOptions & { readonly signal?: AbortSignal }): Promise<Connection>
  /** Connects, reads in the background, and finds the hub's side of it. */
  open(options?: OpenOptions): Promise<Opened>
  /** Waits until the hub has no open link but so many. */
  links(count: number, what: string): Promise<void>
  close(): Promise<void>
}

export const START: Cursor = { log: 1, seq: 0 }
export const CONVERSATION = 'conversation:conversation-0001'
export const OTHER = 'conversation:conversation-0002'

/** A command with an effect. The same name makes the same command. */
export const say = (name: string, text = name): Extract<ClientFrame, { t: 'command' }> => ({
  t: 'command',
  conversation: 'conversation-0001',
  seen: null,
  command: { id: commandId(name), type: 'message-send', data: { text } },
})
/** Ids so far apart that one damaged byte never makes one of another. */
export const commandId = (name: string): Id => derivedId('kit', name)

export async function makeBench(serve: (hub: KitHub) => MaybePromise<Served>): Promise<TransportBench> {
  const hub = kitHub()
  const served = await serve(hub)
  const lives: AbortController[] = []

  function newLife(): AbortController {
    const life = new AbortController()
    lives.push(life)
    return life
  }
  const connect: TransportBench['connect'] = async (options = {}) => {
    const { transport = served.transport, follow = [{ topic: CONVERSATION, after: START }], credentials = hub.issue } = options
    return transport.connect({ follow, credentials, signal: options.signal ?? newLife().signal })
  }
  return {
    hub,
    served,
    connect,
    async open(options) {
      const life = newLife()
      const connection = await within(connect({ ...options, signal: life.signal }), 'connecting')
      const reading = read(connection)
      const hello = await reading.find('hello', 'hello')
      const link = hub.links.find(({ id }) => id === hello.link)
      check(link, 'hello names a link that the hub has made')
      return { connection, reading, link, life }
    },
    links: (count, what) => eventually(async () => check(hub.open === count, `${what}: the hub has ${hub.open} open links, wanted ${count}`)),
    async close() {
      for (const life of lives) life.abort(new Error('The check is over.'))
      hub.close()
      await within(Promise.resolve(served.close()), 'closing what serve has started')
    },
  }
}
