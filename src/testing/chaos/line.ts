import type { Socket } from 'node:net'
import { dice } from './dice.ts'
import { createExchange } from './exchange.ts'
import type { ChaosFaults } from './faults.ts'
import { WINDOW, createPipe } from './pipe.ts'

/** Bytes of an answer that may be held; more are left with the target. */
const HOLD_BYTES = 1_048_576

export interface LineOptions {
  readonly client: Socket
  readonly target: Socket
  /** Which connection of the proxy this is. */
  readonly number: number
  readonly seed: number
  faults(): ChaosFaults
  repeat(request: Buffer): void
  onClose(): void
}

/** One connection through the proxy. */
export interface Line {
  /** There are other faults now. */
  changed(): void
  cut(how: 'reset' | 'end'): void
  destroy(): void
}

export function createLine({ client, target, number, seed, faults, repeat, onClose }: LineOptions): Line {
  // a row for each purpose: how often one is asked changes nothing for the others
  const shares = dice(seed, number, 0)
  const corruption = dice(seed, number, 1)
  const exchange = createExchange({ faults, roll: (request) => dice(seed, number, 2, request), repeat })
  /** A byte has vanished: nothing that comes after it is ever delivered. */
  let torn = false
  /** One side has gone where the other could not hear it. */
  let orphan = false
  let sent = 0
  let share = 0.5 + shares()
  let closed = false

  function finish(): void {
    if (closed) return
    closed = true
    up.stop()
    down.stop()
    onClose()
  }
  function destroy(): void {
    finish()
    client.destroy()
    target.destroy()
  }
  function reset(): void {
    finish()
    for (const socket of [client, target]) {
      // one that is being shut down cannot be reset any more, and would keep its process from ending
      if (socket.writableEnded) socket.destroy()
      else if (!socket.destroyed) socket.resetAndDestroy()
    }
  }
  function cut(how: 'reset' | 'end'): void {
    if (how === 'reset') return reset()
    finish()
    client.resume().end()
    target.destroy()
  }
  const vanishes = (): boolean => torn || faults().blackHole === true

  /** Writes what the client gets, up to the byte at which the connection ends. */
  function deliver(piece: Buffer): boolean {
    const { cutAfter, endAfter } = faults()
    const limit = Math.max(1, Math.round((cutAfter ?? endAfter ?? Infinity) * share))
    const part = piece.subarray(0, limit - sent)
    sent += part.length
    client.write(part)
    if (sent < limit) return true
    cut(cutAfter === undefined ? 'end' : 'reset')
    return false
  }
  const up = createPipe({
    target,
    faults,
    down: false,
    random: dice(seed, number, 3),
    deliver(piece) {
      target.write(piece)
      return true
    },
    ended: () => target.end(),
    onSpace: balance,
  })
  const down = createPipe({ target: client, faults, down: true, random: dice(seed, number, 4), deliver, ended: () => client.end(), onSpace: balance })

  /** Whoever sends faster than the other side takes has to wait. */
  function balance(): void {
    const wait = (socket: Socket, full: boolean): unknown => (full ? socket.pause() : socket.isPaused() && socket.resume())
    wait(client, up.waiting > WINDOW && !vanishes())
    wait(target, (down.waiting > WINDOW || exchange.held > HOLD_BYTES) && !vanishes())
  }
  function lose(): void {
    torn = true
    up.stop()
    down.stop()
    balance()
  }
  function fromClient(bytes: Buffer): void {
    if (closed) return
    if (vanishes()) return lose()
    exchange.up(bytes)
    up.put(bytes)
    balance()
  }
  function fromTarget(bytes: Buffer): void {
    if (closed) return
    if (vanishes()) return lose()
    const free = exchange.down(bytes)
    if (free === 'drop') return reset()
    if (free.length > 0) down.put(noisy(free, faults().corrupt ?? 0, corruption))
    balance()
  }
  /** Runs what one side's going means for the other, unless nothing gets through. */
  function gone(tell: () => void): void {
    if (closed) return
    if (faults().blackHole) orphan = true
    else if (torn) destroy()
    else tell()
  }

  client.on('data', fromClient)
  target.on('data', fromTarget)
  client.on('end', () => gone(up.end))
  target.on('end', () =>
    gone(() => {
      down.put(exchange.release())
      down.end()
    }),
  )
  for (const socket of [client, target]) {
    socket.setNoDelay(true)
    // how a connection fails is told to the other side as a reset
    socket.on('error', () => gone(reset))
    socket.on('close', () => gone(() => (client.destroyed && target.destroyed ? destroy() : undefined)))
  }
  return {
    changed() {
      sent = 0
      share = 0.5 + shares()
      if (closed) return
      if (faults().blackHole) {
        if (up.waiting + down.waiting + exchange.held > 0) lose()
        return
      }
      if (orphan) return destroy()
      if (!torn && !faults().hold) down.put(exchange.release())
      balance()
    },
    cut,
    destroy,
  }
}

/** With some probability one byte is another: noise that the checksums of the network have missed. */
function noisy(bytes: Buffer, probability: number, random: () => number): Buffer {
  if (random() >= probability) return bytes
  const copy = Buffer.from(bytes)
  copy[Math.floor(random() * copy.length)] = random() < 0.5 ? 0xff : 1 + Math.floor(random() * 8)
  return copy
}
