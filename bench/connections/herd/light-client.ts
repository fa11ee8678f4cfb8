import { connect } from 'node:net'
import { backoff } from '../../../src/internal/backoff.ts'

/** As the client's own policy: how long a connection has stood that was a good one, and the longest wait, in ms. */
const STABLE = 10_000
const CAP = 5_000

export interface LightClientOptions {
  readonly port: number
  readonly token: string
  /** +1 at each hello, -1 when a connection that had one is lost. */
  readonly onUp: (change: 1 | -1) => void
  readonly onBusy: () => void
}

/** Reads a stream and does nothing with it; comes back as the client does, for ever. */
export function lightClient({ port, token, onUp, onBusy }: LightClientOptions): void {
  const pause = backoff({ cap: CAP })
  const request = `GET /handback/stream?follow=me HTTP/1.1\r\nhost: hub\r\naccept: text/event-stream\r\nauthorization: Bearer ${token}\r\n\r\n`

  function call(): void {
    const socket = connect(port, '127.0.0.1')
    let head = ''
    let up = false
    let retryAfter: number | undefined
    let stable: ReturnType<typeof setTimeout> | undefined
    socket.on('connect', () => socket.write(request))
    socket.on('data', (bytes) => {
      if (up) return
      head += bytes.toString('latin1')
      if (head.includes('"t":"hello"')) {
        up = true
        head = ''
        onUp(1)
        stable = setTimeout(pause.reset, STABLE)
      } else if (head.startsWith('HTTP/1.1 503') && head.includes('\r\n\r\n')) {
        onBusy()
        retryAfter = Number(/retry-after: (\d+)/i.exec(head)?.[1] ?? 0) * 1_000
        socket.destroy()
      }
    })
    // what went wrong is all the same: it is over, and comes again
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearTimeout(stable)
      if (up) onUp(-1)
      setTimeout(call, pause.next(retryAfter))
    })
  }
  call()
}
