import type { Connection, Transport } from '../../contracts/index.ts'
import type { Cursor, ServerFrame, StoredEvent } from '../../protocol/index.ts'
import { isHandbackError } from '../../protocol/index.ts'
import { check } from '../check.ts'
import { CONVERSATION, START, say } from './bench.ts'
import type { KitControls } from './kit-hub.ts'

export interface Course {
  readonly hub: KitControls
  readonly transport: Transport
  /** Names of the commands to send, one after the other, each until it is acknowledged. */
  readonly commands: readonly string[]
  /** Whether everything has happened that will happen. */
  over(): boolean
  /** Where the events begin. Default: the start of the log. */
  readonly after?: Cursor
  /** Frames may be damaged on the way: what is not whole counts as not there, and the connection is given up. */
  readonly damage?: boolean
  /** Milliseconds without anything new after which a connection is given up, as a client does. */
  readonly silence: number
  /** Milliseconds that it may all take. */
  readonly patience: number
}

/** Milliseconds between two attempts. */
const PAUSE = 5

/** What the network does passes, and is to say so: nobody would come back. */
const misled = (error: unknown): boolean =>
  isHandbackError(error) && ['transport/lost', 'transport/unreachable', 'transport/silent'].includes(error.code) && !error.retryable

/**
 * A client's loop in small: connects with its cursor, again and again, until it has every event and each command is acknowledged.
 * Resolves with how many connections it took. Rejects as soon as an event comes twice, in the wrong place or not at all, and when it takes too long.
 */
export async function converge({ hub, transport, commands, over, after = START, damage = false, silence, patience }: Course): Promise<number> {
  const waiting = commands.map((name) => say(name))
  const events: StoredEvent[] = []
  let cursor = after
  let last: unknown
  /** What no network excuses. */
  let fault: Error | undefined
  let attempts = 0
  const end = Date.now() + patience
  const complete = (): boolean => over() && waiting.length === 0 && cursor.seq === hub.log.at.seq
  const told = (): string =>
    `${attempts} attempts, at ${cursor.seq} of ${hub.log.at.seq}, ${waiting.length} commands not acknowledged, last error: ${String(last)}`

  /** Whether the frame is whole and continues what there is. */
  function take(frame: ServerFrame): boolean {
    if (frame.t === 'ack' && frame.command === waiting[0]?.command.id) waiting.shift()
    if (frame.t !== 'events' || frame.conversation !== hub.log.conversation) return true
    for (const event of frame.events) {
      const written = hub.log.events.find(({ seq }) => seq === event.seq)
      if (JSON.stringify(event) !== JSON.stringify(written) || event.prev !== cursor.seq) {
        if (damage) return false
        const missed = event.prev === cursor.seq ? 'came damaged' : 'came although the one before it is missing'
        fault = new Error(`event ${event.seq} ${event.seq <= cursor.seq ? 'came twice or late' : missed}, at ${cursor.seq}`)
        return false
      }
      events.push(event)
      cursor = { log: cursor.log, seq: event.seq }
    }
    return true
  }

  async function attempt(): Promise<void> {
    const life = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const heard = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => life.abort(new Error('Nothing new came.')), silence)
    }
    let acked = (): void => undefined
    async function send(connection: Connection): Promise<void> {
      try {
        while (waiting[0] && !life.signal.aborted) {
          const answered = new Promise<void>((resolve) => (acked = resolve))
          await connection.send(waiting[0])
          await answered
        }
      } catch (error) {
        last = error
        if (misled(error)) fault = new Error(`not retryable: ${String(error)}`, { cause: error })
        life.abort(error)
      }
    }
    heard()
    try {
      const connection = await transport.connect({ follow: [{ topic: CONVERSATION, after: cursor }], signal: life.signal, credentials: hub.issue })
      void send(connection)
      for await (const frame of connection.frames) {
        const before = waiting.length
        const whole = take(frame)
        if (waiting.length < before) acked()
        if (!whole || complete()) return
        if (frame.t !== 'beat') heard()
      }
    } catch (error) {
      last = error
      if (misled(error)) fault = new Error(`not retryable: ${String(error)}`, { cause: error })
      if (!isHandbackError(error) && error !== life.signal.reason) fault = new Error(`not an error of ours: ${String(error)}`, { cause: error })
    } finally {
      clearTimeout(timer)
      life.abort(new Error('This attempt is over.'))
      acked()
    }
  }

  while (!complete()) {
    check(Date.now() < end, `not everything came within ${patience} ms: ${told()}`)
    attempts += 1
    await attempt()
    if (fault) throw fault
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  const wanted = hub.log.events.filter(({ seq }) => seq > after.seq)
  check(events.length === wanted.length, `${events.length} events came, wanted ${wanted.length}`)
  for (const name of commands) {
    const effects = hub.log.events.filter(({ cause }) => cause === say(name).command.id).length
    check(effects === 1, `the acknowledged command “${name}” has ${effects} effects`)
  }
  return attempts
}
