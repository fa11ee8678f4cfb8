import type { ConnectOptions, Connection } from '../../src/contracts/index.ts'
import type { ClientFrame, ServerFrame } from '../../src/protocol/index.ts'
import { HandbackError, isHandbackError } from '../../src/protocol/index.ts'
import { type Break, connecting, passing } from './breaking.ts'

/** Faults at the beginning and the end of a connection, and in what it lets through meanwhile. */

const BEAT: ServerFrame = { t: 'beat', heads: {} }

/** Other frames than the good ones; what the transport keeps to itself is left to the good one. */
const reading = (change: (frames: AsyncIterable<ServerFrame>) => AsyncGenerator<ServerFrame>): Break => (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    return { ...connection, frames: change(connection.frames) }
  })
/** Another way to send. */
const sending = (make: (connection: Connection) => Connection['send']): Break => (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    return { ...connection, send: make(connection) }
  })
/** Other credentials than the owner's, made from them for one attempt. */
const asking = (change: (credentials: ConnectOptions['credentials']) => ConnectOptions['credentials']): Break => (hub) =>
  connecting(hub, (good, options) => good.connect({ ...options, credentials: change(options.credentials) }))

export const beatsBeforeHello = reading(async function* (frames) {
  yield BEAT
  yield* frames
})
export const beatsAfterTheEnd = reading(async function* (frames) {
  yield* frames
  yield BEAT
})
export const repeatsTheLastAfterTheEnd = reading(async function* (frames) {
  let last: ServerFrame | undefined
  for await (const frame of frames) yield (last = frame)
  if (last) yield last
})

/** Goes on reading for a while after it was told to stop. */
export const closesLater: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    return { ...connection, close: () => new Promise((resolve, reject) => void setImmediate(() => connection.close().then(resolve, reject))) }
  })

export const losesForGood = reading(async function* (frames) {
  try {
    yield* frames
  } catch (error) {
    throw isHandbackError(error) ? new HandbackError(error.code, error.message, { retryable: false }) : error
  }
})

/** Asks its owner again too. */
export const triesAgain: Break = (hub) => connecting(hub, (good, options) => good.connect(options).catch(() => good.connect(options)))
/** With the token that it has. */
export const triesAgainInSilence: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const token = await options.credentials('first')
    const again = { ...options, credentials: () => token }
    return good.connect(again).catch(() => good.connect(again))
  })
/** A lost connection is made once more, and then said to be lost. */
export const comesBackOnce: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    async function* frames(): AsyncGenerator<ServerFrame> {
      try {
        yield* connection.frames
      } catch (error) {
        await (await good.connect(options)).close()
        throw error
      }
    }
    return { ...connection, frames: frames() }
  })

export const keepsListening: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    options.signal.addEventListener('abort', () => void connection.close(), { once: true })
    return connection
  })
/** Cleans up behind a connection, but not behind an attempt that failed. */
export const keepsListeningToAFailure: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const life = new AbortController()
    options.signal.addEventListener('abort', () => life.abort(options.signal.reason), { signal: life.signal })
    const connection = await good.connect(options)
    life.abort()
    return connection
  })

/** What needs no answer may be lost, it thinks. */
export const followsIntoTheVoid = sending(({ send }) => async (frame) => {
  try {
    await send(frame)
  } catch (error) {
    if (!['follow', 'unfollow', 'signal'].includes(frame.t)) throw error
  }
})
const swallowing = (t: ClientFrame['t']): Break =>
  sending(({ send }) => (frame) => send(frame).catch((error: unknown) => (frame.t === t ? undefined : Promise.reject(error))))
export const signalsIntoTheVoid = swallowing('signal')
export const unfollowsIntoTheVoid = swallowing('unfollow')

export const cannotBearTheLargest = reading(async function* (frames) {
  for await (const frame of frames) {
    if (new TextEncoder().encode(JSON.stringify(frame)).length > 262_000) throw new HandbackError('transport/lost', 'Too big.', { retryable: true })
    yield frame
  }
})

/** What is followed already is not asked for again. */
export const followsOnce = sending(({ send }) => {
  const followed = new Set<string>()
  return async (frame) => {
    if (frame.t === 'follow' && followed.has(frame.follow.topic)) return
    if (frame.t === 'follow') followed.add(frame.follow.topic)
    await send(frame)
  }
})
/** What has come already is not given again. */
export const dropsWhatItKnows: Break = (hub) =>
  passing(hub, () => {
    let newest = 0
    return (frame) => {
      if (frame.t !== 'events') return [frame]
      const events = frame.events.filter(({ seq }) => seq > newest)
      newest = events.at(-1)?.seq ?? newest
      return events.length > 0 || frame.events.length === 0 ? [{ ...frame, events }] : []
    }
  })

/** Makes another error of what credentials reject with. */
const misnaming = (change: (error: unknown) => unknown): Break =>
  asking((credentials) => async (why) => {
    try {
      return await credentials(why)
    } catch (error) {
      throw change(error)
    }
  })
export const hidesWhyCredentialsFail = misnaming((error) =>
  isHandbackError(error) ? error : new HandbackError('transport/unreachable', 'No credentials.', { retryable: true }))
export const renamesWhatCredentialsThrow = misnaming((cause) =>
  new HandbackError('transport/unreachable', 'No credentials.', { retryable: true, cause }))
export const goesWithoutCredentials = asking((credentials) => async (why) => {
  try {
    return await credentials(why)
  } catch {
    // the fault itself: the hub takes it for somebody without a token
    return undefined
  }
})
/** Waits for credentials that will not come. */
export const waitsForCredentials = asking((credentials) => async (why) => {
  try {
    return await credentials(why)
  } catch {
    // the fault itself: the owner never hears of it
    return new Promise<undefined>(() => undefined)
  }
})
