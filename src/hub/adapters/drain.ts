import type { Server } from 'node:http'
import { after } from '../../internal/backoff.ts'
import type { Hub } from '../hub.ts'

export interface DrainOptions {
  readonly hub: Pick<Hub, 'close'>
  /** The server that the hub answers on. */
  readonly server: Server
  /** Milliseconds that requests in flight are given; what is open then is cut. Default 5,000. */
  readonly patience?: number
}

/** Milliseconds between two looks for connections on which the last answer has been sent; no event tells of them. */
const LOOK = 50

/**
 * Takes a server out of service: it accepts nobody new, every link is told goodbye and when to come back, requests in flight are
 * answered, and connections are closed as soon as nothing happens on them. Resolves when the port is free, never rejects. The store stays open.
 *
 * @example
 * process.once('SIGTERM', async () => {
 *   await drain({ hub, server })
 *   await store.close()
 * })
 */
export async function drain({ hub, server, patience = 5_000 }: DrainOptions): Promise<void> {
  // a server that does not listen has nobody to wait for, and says so by an error
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // who asks again on a connection of before gets its answer, and no other
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  await hub.close()
  const look = setInterval(() => server.closeIdleConnections(), LOOK)
  let forgetForce = (): void => {}
  const forced = new Promise<void>((resolve) => {
    forgetForce = after(patience, () => {
      server.closeAllConnections()
      // sockets that are not HTTP any more are not the server's to close, and hold no port
      resolve()
    })
  })
  await Promise.race([closed, forced])
  forgetForce()
  clearInterval(look)
}
