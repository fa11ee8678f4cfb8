import { backoff, sleep } from '../../../internal/backoff.ts'
import { type LinesEnvironment, type LobbyMessage, lobbyMessage, lobbyName } from '../../../internal/tab-lines.ts'

/** A tab that waits asks after so many ms without a word of the one that serves, and up to half as many more, so that not all ask at once. */
const QUIET = 2_000
/** A tab that does not answer for so many ms is stopped (by a dialog, a debugger, an endless loop), and loses the lock. */
const PATIENCE = 3_000

export interface StandOptions {
  readonly name: string
  readonly environment: LinesEnvironment
  /** This tab's turn, until the signal aborts. Resolves when everything has ended. */
  readonly serve: (turn: AbortSignal) => Promise<void>
  readonly onError: (error: unknown) => void
}

/**
 * Stands in line for the lock of a name until `life` aborts, and serves whenever it gets it. Two that serve for a moment, of
 * which one was stopped, are harmless: safety is in the store's `append`.
 */
export async function standInLine({ name, environment, serve, onError }: StandOptions, life: AbortSignal): Promise<void> {
  const { locks, after, random } = environment
  const lobby = environment.channel(lobbyName(name))
  const pause = backoff({ random })
  let holds = false
  let steal = false
  let turn = new AbortController()
  let stopTimer = (): void => undefined

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  const post = (message: LobbyMessage): void => lobby.postMessage(message)
  const take = (): void => {
    steal = true
    turn.abort()
  }
  const ask = (): void => {
    post({ t: 'ask' })
    stopTimer = after(PATIENCE, take)
  }
  const watch = (): void => {
    stopTimer()
    stopTimer = after(QUIET * (1 + random() / 2), ask)
  }
  lobby.addEventListener('message', ({ data }) => {
    const message = lobbyMessage(data)
    if (life.aborted) return
    if (holds && message?.t === 'ask') post({ t: 'here' })
    else if (!holds && (message?.t === 'here' || message?.t === 'serving')) watch()
  })

  while (!life.aborted) {
    turn = new AbortController()
    const signal = AbortSignal.any([life, turn.signal])
    const how = steal ? { steal } : { signal }
    steal = false
    watch()
    try {
      await locks.request(lobbyName(name), how, () => {
        stopTimer()
        if (signal.aborted) return undefined
        holds = true
        return serve(signal)
      })
    } catch (error) {
      // the lock was taken away, or this tab is about to take it
      if ((error as { readonly name?: unknown }).name === 'AbortError') continue
      onError(error)
      await sleep(pause.next(), life, after).catch(() => {
        // only the end of its life wakes it early
      })
    } finally {
      // a lock that was taken away leaves a hub behind
      turn.abort()
      holds = false
      stopTimer()
    }
  }
  lobby.close()
}
