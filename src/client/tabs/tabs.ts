import type { ConnectOptions, Connection, Transport, Transports } from '../../contracts/index.ts'
import { lineLives } from '../../internal/line-lives.ts'
import { lost } from '../../internal/transport-errors.ts'
import type { ClientFrame, ServerFrame } from '../../protocol/index.ts'
import type { TabChannel, TabsEnvironment } from './environment.ts'
import { type Line, followLeader } from './follow.ts'
import { createLeadership } from './leadership.ts'

type Hello = Extract<ServerFrame, { t: 'hello' }>

/** What tabs say to each other; all of one origin, hence without doubt about who it is. */
type TabMessage =
  /** The stored record is another one. */
  | { readonly t: 'changed' }
  /** A follower: is anybody leading? A frame for the leader's connection. */
  | { readonly t: 'ask' }
  | { readonly t: 'send'; readonly frame: ClientFrame }
  /** The leader: the answer, also when its connection is another now. A frame that came. No connection (any more). */
  | { readonly t: 'here'; readonly hello: Hello | undefined; readonly mode: Transport['mode'] }
  | { readonly t: 'frame'; readonly frame: ServerFrame }
  | { readonly t: 'lost' }

/** The other tabs of this browser profile, one of which leads: its connection is everybody's. */
export interface Tabs {
  readonly leads: boolean
  /** The transports with the leader's connection in them: opened by whoever leads, and listened to by the others. */
  share(transports: Transports): Transports
  /** Tells the others that the stored record is another one. */
  changed(): void
  /** Has nothing to do with the others from here on. */
  alone(): void
  /** Needs no connection for now. */
  rest(): void
  stop(): void
}

const nothing = (): void => undefined

/** A tab that knows of no other. */
export const noTabs: Tabs = { leads: true, share: (transports) => transports, changed: nothing, alone: nothing, rest: nothing, stop: nothing }

/** Where tabs are kept apart, what it makes is {@link noTabs}. */
export function createTabs(environment: TabsEnvironment, name: string, onChanged: () => void): Tabs {
  let channel: TabChannel | undefined
  try {
    channel = environment.channel(name)
  } catch {
    // a frame of another site, in a browser that keeps those apart
    return noTabs
  }
  let single = false
  /** The leader's. */
  let real: Connection | undefined
  let hello: Hello | undefined
  /** How the leader is connected. */
  let mode: Transport['mode'] = 'push'
  /** A follower's. */
  let line: Line | undefined

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  const post = (message: TabMessage): void => channel?.postMessage(message)
  const leadership = createLeadership({
    environment,
    name,
    ask: () => post({ t: 'ask' }),
    onChange() {
      line?.lead()
      void real?.close()
    },
  })

  channel.addEventListener('message', ({ data }) => {
    const message = data as TabMessage
    if (message.t === 'changed') onChanged()
    else if (leadership.leads) {
      if (message.t === 'ask') here()
      if (message.t === 'send') {
        real?.send(message.frame).catch(() => {
          // of a connection that is gone; followers send nothing that may not get lost
        })
      }
    } else if (message.t !== 'ask' && message.t !== 'send') {
      leadership.heard()
      if (message.t === 'frame') line?.take(message.frame)
      else if (message.t === 'lost') line?.lose()
      else {
        mode = message.mode
        if (message.hello && !line?.open) line?.take(message.hello)
      }
    }
  })

  const here = (): void => post({ t: 'here', hello, mode })

  function disconnected(): void {
    real = hello = undefined
    // one that was deposed must not speak for its successor
    if (leadership.leads) post({ t: 'lost' })
  }

  async function* relay(connection: Connection, from: Transport): AsyncGenerator<ServerFrame, void, undefined> {
    try {
      for await (const frame of connection.frames) {
        if (frame.t === 'hello') {
          // one that takes over goes on where the other stood, for followers too
          real = connection
          hello = frame
          mode = from.mode
          here()
        } else if (frame !== lineLives && real === connection) post({ t: 'frame', frame })
        // told apart by identity, which a message does not keep; beats come anyway
        yield frame
      }
    } finally {
      if (real === connection) disconnected()
    }
  }

  async function lead(transport: Transport, options: ConnectOptions): Promise<Connection> {
    try {
      const connection = await transport.connect(options)
      real ??= connection
      if (!leadership.leads) {
        await connection.close()
        throw lost('Deposed.')
      }
      return { frames: relay(connection, transport), send: (frame) => connection.send(frame), close: () => connection.close() }
    } catch (error) {
      // what was only tried beside it takes nothing from a connection that stands
      if (!hello) disconnected()
      throw error
    }
  }

  async function connect(transport: Transport, options: ConnectOptions): Promise<Connection> {
    leadership.start()
    if (!leadership.leads) {
      const own = followLeader(options, (frame) => post({ t: 'send', frame }), () => (line = undefined))
      line = own.line
      post({ t: 'ask' })
      const connection = await own.connection
      if (connection) return connection
    }
    return lead(transport, options)
  }

  const stop = (): void => {
    channel?.close()
    channel = undefined
    leadership.stop()
  }
  return {
    get leads() {
      return leadership.leads
    },
    share: (transports) =>
      ([transports].flat() as readonly Transport[]).map((transport) => ({
        name: transport.name,
        get mode() {
          return leadership.leads ? transport.mode : mode
        },
        supports: transport.supports,
        connect: (options) => connect(transport, options),
      })),
    changed: () => post({ t: 'changed' }),
    alone() {
      single = true
      channel?.close()
      channel = undefined
      leadership.alone()
    },
    rest() {
      if (!single) leadership.stop()
    },
    stop,
  }
}
