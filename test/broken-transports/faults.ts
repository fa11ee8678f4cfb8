import { asyncQueue } from '../../src/internal/async-queue.ts'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { type Break, connecting, hasEvents, passing } from './breaking.ts'

/** Every so many frames with events a fault shows: rarely, as in the field, and never at the end of a round of the kit. */
const EVERY = 97

function everySoOften(): (frame: ServerFrame) => boolean {
  let count = 0
  return (frame) => hasEvents(frame) && ++count % EVERY === 0
}

export const losesOne: Break = (hub) =>
  passing(hub, () => {
    const now = everySoOften()
    return (frame) => (now(frame) ? [] : [frame])
  })

export const doublesOne: Break = (hub) =>
  passing(hub, () => {
    const now = everySoOften()
    return (frame) => (now(frame) ? [frame, frame] : [frame])
  })

export const swapsTwo: Break = (hub) =>
  passing(hub, () => {
    const now = everySoOften()
    let kept: ServerFrame | undefined
    return (frame) => {
      const before = kept
      kept = undefined
      if (before) return [frame, before]
      if (!now(frame)) return [frame]
      kept = frame
      return []
    }
  })

/** Always asks for a snapshot. */
export const ignoresTheCursor: Break = (hub) =>
  connecting(hub, (good, options) => good.connect({ ...options, follow: options.follow.map(({ topic }) => ({ topic })) }))

/** A hub that ends the link leaves the owner waiting for ever. */
export const neverEnds: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    async function* frames(): AsyncGenerator<ServerFrame> {
      try {
        yield* connection.frames
      } catch {
        // so does a socket of which nobody hears that it is closed
        await new Promise(() => undefined)
      }
    }
    return { ...connection, frames: frames() }
  })

export const ignoresAbort: Break = (hub) =>
  connecting(hub, (good, options) => good.connect({ ...options, signal: new AbortController().signal }))

/** Reads as fast as it can, whether its owner does or not. */
export const buffersWithoutBound: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    const queue = asyncQueue<ServerFrame>({ limit: Infinity, onReturn: () => void connection.close() })
    async function pump(): Promise<void> {
      try {
        for await (const frame of connection.frames) queue.push(frame)
        queue.end()
      } catch (error) {
        queue.fail(error)
      }
    }
    void pump()
    return { ...connection, frames: queue }
  })

/** Keeps the first token that it was given for all later attempts. */
export const showsStaleCredentials: Break = (hub) => {
  let token: string | undefined
  return connecting(hub, (good, options) =>
    good.connect({
      ...options,
      async credentials(why) {
        const fresh = await options.credentials(why)
        return (token ??= fresh)
      },
    }))
}

/** What the hub ends looks as if the owner had ended it. */
export const hidesLosses: Break = (hub) =>
  connecting(hub, async (good, options) => {
    const connection = await good.connect(options)
    async function* frames(): AsyncGenerator<ServerFrame> {
      try {
        yield* connection.frames
      } catch {
        // the fault itself: a client would never come back
      }
    }
    return { ...connection, frames: frames() }
  })
