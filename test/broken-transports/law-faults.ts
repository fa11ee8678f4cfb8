import type { ConnectOptions, Connection, Transport } from '../../src/contracts/index.ts'
import type { ClientFrame, ServerFrame } from '../../src/protocol/index.ts'
import { HandbackError, isHandbackError } from '../../src/protocol/index.ts'
import { type Break, connecting, hasEvents, passing } from './breaking.ts'

/** Faults against single laws, each made by breaking a good transport as its author might. */

const asking = (change: (options: ConnectOptions) => ConnectOptions): Break => (hub) =>
  connecting(hub, (good, options) => good.connect(change(options)))
const dropping = (t: ServerFrame['t']): Break => (hub) => passing(hub, () => (frame) => (frame.t === t ? [] : [frame]))
const sending = (change: (frame: ClientFrame, send: Connection['send']) => Promise<void>): Break => (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    return { ...connection, send: (frame) => change(frame, connection.send) }
  })
/** What an attempt fails with becomes something else. */
const failing = (change: (error: unknown, options: ConnectOptions) => unknown): Break => (hub) =>
  connecting(hub, (good, options) => good.connect(options).catch((error: unknown) => Promise.reject(change(error, options))))

export const swallowsAcks = dropping('ack')
export const swallowsBye = dropping('bye')
export const swallowsResets = dropping('reset')
export const swallowsPages = dropping('page')
export const splitsFrames: Break = (hub) =>
  passing(hub, () => (frame) => {
    if (frame.t !== 'events' || frame.events.length < 2) return [frame]
    return frame.events.map((event) => ({ ...frame, events: [event] }))
  })

/** What came with the hello is given before it. */
export const greetsLate: Break = (hub) =>
  passing(hub, () => {
    let hello: ServerFrame | undefined
    return (frame) => {
      const first = hello
      hello = frame.t === 'hello' ? frame : undefined
      if (hello) return []
      return first ? [frame, first] : [frame]
    }
  })

/** Right the first time; an owner who comes back gets two things in the wrong order. */
export const swapsAfterAReturn: Break = (hub) => {
  let connections = 0
  return connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    connections += 1
    if (connections === 1) return connection
    async function* frames(): AsyncGenerator<ServerFrame> {
      let kept: ServerFrame | undefined
      let done = false
      for await (const frame of connection.frames) {
        if (done || !hasEvents(frame)) yield frame
        else if (!kept) kept = frame
        else {
          yield frame
          yield kept
          done = true
        }
      }
    }
    return { ...connection, frames: frames() }
  })
}

export const cannotBearWhatIsBig: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    async function* frames(): AsyncGenerator<ServerFrame> {
      for await (const frame of connection.frames) {
        if (JSON.stringify(frame).length > 100_000) throw new HandbackError('transport/lost', 'Too big.', { retryable: true })
        yield frame
      }
    }
    return { ...connection, frames: frames() }
  })

export const asksFromOneBefore = asking((options) => ({
  ...options,
  follow: options.follow.map(({ topic, after }) => ({ topic, ...(after && { after: { ...after, seq: Math.max(0, after.seq - 1) } }) })),
}))
export const asksForOneTopic = asking((options) => ({ ...options, follow: options.follow.slice(0, 1) }))
export const saysAnotherReason = asking(({ credentials, ...options }) => ({ ...options, credentials: () => credentials('refused') }))

export const followsTwice = sending(async (frame, send) => {
  await send(frame)
  if (frame.t === 'follow') await send(frame)
})
/** As if a command that was sent before had its answer already. */
export const sendsOnce: Break = (hub) => {
  const sent = new Set<string>()
  return sending(async (frame, send) => {
    const id = frame.t === 'command' ? frame.command.id : undefined
    if (id === undefined || !sent.has(id)) await send(frame)
    if (id !== undefined) sent.add(id)
  })(hub)
}
export const trimsTexts = sending((frame, send) => send(JSON.parse(JSON.stringify(frame).replaceAll('\\n', ' ')) as ClientFrame))

const told = (retryable: boolean): Break =>
  failing((error) => (isHandbackError(error) ? new HandbackError(error.code, error.message, { retryable }) : error))
export const retriesNothing = told(false)
export const retriesEverything = told(true)
export const throwsWhatItGets = failing((error) => (isHandbackError(error) ? (error.cause ?? error) : error))
export const losesWhatIsAborted = failing((error, { signal }) =>
  signal.aborted ? new HandbackError('transport/lost', 'Aborted.', { retryable: true }) : error)

/** An attempt that nobody wants any more comes to an end like a good one. */
export const standsWhenAborted: Break = (hub) =>
  connecting(hub, (good, options) =>
    good.connect(options).catch((error: unknown): Connection => {
      if (!options.signal.aborted) throw error
      return { frames: (async function* () {})(), send: async () => undefined, close: async () => undefined }
    }))

/** Connected before anybody has answered. */
export const standsTooSoon: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const opening = good.connect(options)
    opening.catch(() => undefined)
    async function* frames(): AsyncGenerator<ServerFrame> {
      yield* (await opening).frames
    }
    return { frames: frames(), send: async (frame) => (await opening).send(frame), close: async () => (await opening).close() }
  })

export const staysAfterABreak: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    const frames = connection.frames[Symbol.asyncIterator]()
    return { ...connection, frames: { [Symbol.asyncIterator]: () => ({ next: () => frames.next() }) } }
  })

/** One life for all connections: what ends one ends the others. */
export const endsTogether: Break = (hub) => {
  const open = new Set<Connection>()
  return connecting(hub, async (good: Transport, options) => {
    const connection = await good.connect(options)
    open.add(connection)
    return { ...connection, close: async () => void (await Promise.all([...open].map((one) => one.close()))) }
  })
}
