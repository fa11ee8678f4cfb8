import type { ClientFrame, ServerFrame } from '../../src/protocol/index.ts'
import { HandbackError, decodeClientBody } from '../../src/protocol/index.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { type Break, connecting, passing } from './breaking.ts'

export const greetsTwice: Break = (hub) => passing(hub, () => (frame) => (frame.t === 'hello' ? [frame, frame] : [frame]))

export const dropsSignals: Break = (hub) => passing(hub, () => (frame) => (frame.t === 'signal' ? [] : [frame]))

/** What stands for a line break in some places is one nowhere in JSON. */
export const changesTexts: Break = (hub) =>
  passing(hub, () => (frame) => [JSON.parse(JSON.stringify(frame).replaceAll('\u2028', '\\n')) as ServerFrame])

export const promisesMore: Break = (hub) => ({ ...inProcess(hub), mode: 'poll' })

export const asksTwice: Break = (hub) =>
  connecting(hub, async (good, options) => {
    await options.credentials('first')
    return good.connect(options)
  })

/** The hub never hears of the end. */
export const keepsItsLink: Break = (hub) =>
  inProcess({
    authenticate: hub.authenticate,
    link: (identity, sink) => ({ ...hub.link(identity, { ...sink, write: (bytes) => (sink.write(bytes), 'ok') }), close: () => undefined }),
  })

export const closesOnce: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    let closed = false
    return {
      ...connection,
      async close() {
        if (closed) throw new Error('Closed already.')
        closed = true
        await connection.close()
      },
    }
  })

/** Cuts what is too long until it fits, as some gateways do. */
export const takesTooMuch: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    const fits = (frame: ClientFrame): boolean => decodeClientBody(`{"frames":[${JSON.stringify(frame)}]}`) !== undefined
    return { ...connection, send: async (frame) => (fits(frame) ? connection.send(frame) : undefined) }
  })

/** Collects what is sent in one turn of the loop, and takes the newest first. */
export const sendsBackwards: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    let waiting: (() => void)[] = []
    return {
      ...connection,
      send: (frame) =>
        new Promise((resolve, reject) => {
          if (waiting.length === 0) {
            queueMicrotask(() => {
              for (const go of waiting.toReversed()) go()
              waiting = []
            })
          }
          waiting.push(() => void connection.send(frame).then(resolve, reject))
        }),
    }
  })

/** Starts something at the end of a connection, and never looks what comes of it. */
export const leavesARejection: Break = (hub) =>
  connecting(hub, async (good, options) => {
    options.signal.addEventListener('abort', () => void Promise.reject(new Error('Left alone.')))
    return good.connect(options)
  })

/** Ends at the first frame that it does not know. */
export const diesOfNews: Break = (hub) =>
  connecting(hub, async (_good, options) => {
    const life = new AbortController()
    const known = /"t":"(hello|events)"/
    const connection = await inProcess({
      authenticate: hub.authenticate,
      link: (identity, sink) => hub.link(identity, {
        ...sink,
        write(bytes) {
          if (!known.test(new TextDecoder().decode(bytes))) life.abort()
          return sink.write(bytes)
        },
      }),
    }).connect({ ...options, signal: AbortSignal.any([options.signal, life.signal]) })
    async function* frames(): AsyncGenerator<ServerFrame> {
      yield* connection.frames
      if (life.signal.aborted) throw new HandbackError('transport/protocol', 'What is this?')
    }
    return { ...connection, frames: frames() }
  })
