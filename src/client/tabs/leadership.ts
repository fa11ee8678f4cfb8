import type { TabsEnvironment } from './environment.ts'

/** A follower asks its leader after so many ms without a word of it, and up to half as many more, so that not all ask at once. */
const QUIET = 1_000
/** A leader that does not answer for so many ms is frozen or gone. */
const PATIENCE = 2_000

/**
 * Who of the tabs leads: who has the lock. Tabs stand in line for it, so that a leader that closes has a successor at once;
 * one that says nothing more loses it to whom it keeps waiting. The leader has no timers, which a browser slows down in
 * the background. Two leaders for a moment are harmless.
 */
export interface Leadership {
  readonly leads: boolean
  /** Stands in line. Idempotent. */
  start(): void
  /** A leader has said something. */
  heard(): void
  /** Leads from here on without asking anybody. */
  alone(): void
  /** Gives the lock back, or the place in the line. Idempotent. */
  stop(): void
}

export interface LeadershipOptions {
  readonly environment: Pick<TabsEnvironment, 'locks' | 'after' | 'random'>
  readonly name: string
  /** Asks whether anybody leads; `heard` is the answer. */
  readonly ask: () => void
  readonly onChange: () => void
}

export function createLeadership({ environment, name, ask, onChange }: LeadershipOptions): Leadership {
  const { locks, after, random } = environment
  let leads = false
  /** The request for the lock, waiting or granted. */
  let life: AbortController | undefined
  let stopTimer = (): void => undefined

  function set(next: boolean): void {
    stopTimer()
    if (next === leads) return
    leads = next
    onChange()
  }

  function request(steal: boolean): void {
    life?.abort()
    const own = (life = new AbortController())
    const held = (): Promise<void> | undefined => {
      if (life !== own) return undefined
      set(true)
      return new Promise((resolve) => own.signal.addEventListener('abort', () => resolve()))
    }
    locks.request(name, steal ? { steal } : { signal: own.signal }, held).catch((error: unknown) => {
      if (life !== own) return
      // where locks are forbidden there is nobody to share with
      if ((error as Error).name !== 'AbortError') return set(true)
      // another tab took it
      set(false)
      request(false)
      watch()
    })
  }

  const listen = (): void => {
    ask()
    stopTimer = after(PATIENCE, () => request(true))
  }
  const watch = (): void => {
    stopTimer = after(QUIET * (1 + random() / 2), listen)
  }

  return {
    get leads() {
      return leads
    },
    start() {
      if (life || leads) return
      request(false)
      listen()
    },
    heard() {
      if (!life || leads) return
      stopTimer()
      watch()
    },
    alone() {
      life?.abort()
      life = undefined
      set(true)
    },
    stop() {
      life?.abort()
      life = undefined
      set(false)
    },
  }
}
