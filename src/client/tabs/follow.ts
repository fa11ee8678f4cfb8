import type { ConnectOptions, Connection } from '../../contracts/index.ts'
import { asyncQueue } from '../../internal/async-queue.ts'
import { closed, lost } from '../../internal/transport-errors.ts'
import type { ClientFrame, ServerFrame } from '../../protocol/index.ts'

/** Frames that may wait for the owner; more means that he is too slow, and the connection is lost. */
const UNREAD = 1_000

/** A follower's share of its leader's connection. */
export interface Line {
  /** There was a `hello`. */
  readonly open: boolean
  take(frame: ServerFrame): void
  /** The leader has no connection any more. */
  lose(): void
  /** This tab leads now: who still waits makes the connection himself. */
  lead(): void
}

/**
 * Begins to listen to the leader. `connection` resolves with the first `hello`, and with nothing when this tab came to lead
 * before; what it is to follow the leader asks for, on the one connection.
 */
export function followLeader(
  { follow, signal }: ConnectOptions,
  send: (frame: ClientFrame) => void,
  onEnd: () => void,
): { readonly line: Line; readonly connection: Promise<Connection | undefined> } {
  let open = false
  /** Which connection of the leader it is, until something has come by it. */
  let link: string | undefined
  let over = false
  let settle = (_connection?: Connection): void => undefined
  let refuse = (_error: unknown): void => undefined
  const connection = new Promise<Connection | undefined>((resolve, reject) => {
    settle = resolve
    refuse = reject
  })
  const end = (error?: Error): void => {
    if (over) return
    over = true
    signal.removeEventListener('abort', abort)
    if (error) queue.fail(error)
    else queue.end()
    refuse(error ?? signal.reason)
    onEnd()
  }
  const abort = (): void => end()
  const lose = (): void => end(lost('Ended.'))
  const queue = asyncQueue<ServerFrame>({ limit: UNREAD, onReturn: abort })
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()

  const line: Line = {
    get open() {
      return open
    },
    take(frame) {
      if (frame.t !== 'hello') {
        if (!open) return
        link = undefined
        if (!queue.push(frame)) lose()
        return
      }
      if (open) {
        // of another connection, which was not asked for what this tab follows; once something has come, its gaps are found
        if (link !== undefined && link !== frame.link) lose()
        return
      }
      open = true
      link = frame.link
      queue.push(frame)
      settle({
        frames: queue,
        async send(frame) {
          if (over) throw closed()
          send(frame)
        },
        close: async () => end(),
      })
      for (const item of follow) send({ t: 'follow', follow: item })
    },
    lose,
    lead() {
      settle()
      lose()
    },
  }
  return { line, connection }
}
