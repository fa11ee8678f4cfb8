import type { ConnectOptions, Connection, Transport, Transports } from '../../contracts/index.ts'
import { lineLives } from '../../internal/line-lives.ts'
import { lost } from '../../internal/transport-errors.ts'
import type { ClientFrame, ServerFrame } from '../../protocol/index.ts'
import type { TabChannel, TabsEnvironment } from './environment.ts'
import { type Line, followLeader } from './follow.ts'
import { createLeadership } from './leadership.ts'

type Hello = Extract<ServerFrame, { t: 'hello' }>

interface Leading {
  readonly connection: Connection
  readonly mode: Transport['mode']
  hello?: Hello
}

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
  /** The leader's: the connection in charge, and behind it one that is tried beside it. */
  let leading: readonly Leading[] = []
  /** A follower's. */
  let line: Line | undefined
  /** How its leader is connected. */
  let mode: Transport['mode'] = 'push'

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  const post = (message: TabMessage): void => channel?.postMessage(message)
  const leadership = createLeadership({
    environment,
    name,
    ask: () => post({ t: 'ask' }),
    onChange() {
      line?.lead()
      for (const { connection } of leading) void connection.close()
    },
  })

  channel.addEventListener('message', ({ data }) => {
    const message = data as TabMessage
    if (message.t === 'changed') onChanged()
    else if (leadership.leads) {
      if (message.t === 'ask') here()
      if (message.t === 'send') {
        leading[0]?.connection.send(message.frame).catch(() => {
          // of a connection that is gone; followers send nothing that may not get lost
        })
      }
    } else if (message.t !== 'ask' && message.t !== 'send') {
      leadership.heard()
      if (message.t === 'frame') line?.take(message.frame)
      else if (message.t === 'lost') line?.lose()
      else {
        mode = message.mode
        if (message.hello) line?.take(message.hello)
      }
    }
  })

  const here = (): void => post({ t: 'here', hello: leading[0]?.hello, mode: leading[0]?.mode ?? mode })
  /** To the followers, of whom nobody must be told by one that was deposed: it does not speak for its successor. */
  function told(): void {
    if (!leadership.leads) return
    if (leading[0]) here()
    else post({ t: 'lost' })
  }

  async function* relay(own: Leading): AsyncGenerator<ServerFrame, void, undefined> {
    try {
      for await (const frame of own.connection.frames) {
        if (frame.t === 'hello') own.hello = frame
        if (leading[0] === own) {
          if (frame.t === 'hello') here()
          // told apart by identity, which a message does not keep; beats come anyway
          else if (frame !== lineLives) post({ t: 'frame', frame })
        }
        yield frame
      }
    } finally {
      const first = leading[0] === own
      leading = leading.filter((one) => one !== own)
      // one that was tried beside it goes on where it stood, for followers too
      if (first) told()
    }
  }

  async function lead(transport: Transport, options: ConnectOptions): Promise<Connection> {
    try {
      const connection = await transport.connect(options)
      if (!leadership.leads) {
        await connection.close()
        throw lost('Deposed.')
      }
      const own: Leading = { connection, mode: transport.mode }
      leading = [...leading, own]
      return { frames: relay(own), send: (frame) => connection.send(frame), close: () => connection.close() }
    } catch (error) {
      // what was only tried beside it takes nothing from a connection that stands
      if (!leading[0]) told()
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
