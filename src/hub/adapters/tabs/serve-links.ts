import type { HubLink, Identity } from '../../../contracts/index.ts'
import { newId } from '../../../internal/ids.ts'
import { type LinesEnvironment, type LobbyMessage, closeCodes, lobbyMessage, lobbyName } from '../../../internal/tab-lines.ts'
import type { Id } from '../../../protocol/index.ts'
import type { Session } from '../../tokens.ts'
import { openLine } from './line.ts'

/** Lines at once: more than a browser has tabs. Who comes above waits so many ms. */
const LINES = 500
const BUSY = 5_000

export interface ServeLinksOptions {
  readonly name: string
  readonly environment: LinesEnvironment
  /** Answers a visitor who has no token yet. Default: nobody gets one. */
  readonly session?: (refresh?: string) => Promise<Session | undefined>
  /** Asked before each link; throws `hub/busy` with the time to wait when too many come at once. Default: all are let in. */
  readonly admit?: (identity: Identity) => void
  readonly onError: (error: unknown) => void
}

const nobody = async (): Promise<undefined> => undefined
const everybody = (): void => undefined

/**
 * Makes a hub reachable for `broadcastChannel()` under a name, from now on, and says so to the clients of the hub before.
 * Returns its stop, which ends every line.
 */
export function serveLinks(hub: HubLink, { name, environment, session = nobody, admit = everybody, onError }: ServeLinksOptions): () => void {
  const context = { hub, id: newId(), environment, session, admit, onError }
  const lines = new Map<Id, (code: number, reason?: string) => void>()
  const lobby = environment.channel(lobbyName(name))

  lobby.addEventListener('message', ({ data }) => {
    const message = lobbyMessage(data)
    // asked twice by one who also heard the announcement below
    if (message?.t !== 'open' || lines.has(message.line)) return
    const end = openLine(context, message.line, () => lines.delete(message.line))
    lines.set(message.line, end)
    if (lines.size > LINES) end(closeCodes.busy, String(BUSY))
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  lobby.postMessage({ t: 'serving', hub: context.id } satisfies LobbyMessage)

  return () => {
    lobby.close()
    for (const end of [...lines.values()]) end(closeCodes.goodbye)
  }
}
