import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { atom, type ReadableAtom } from 'nanostores'
import type { Desk, DeskResult } from '../desk/index.ts'
import type { Id } from '../protocol/index.ts'
import type { Spoken } from '../ui/announcer.tsx'
import type { Strings } from '../ui/strings.ts'
import type { Say } from './strings.ts'

/** How often the waiting times tick, in milliseconds. */
const TICK = 10_000

/** What every part of the console needs. */
export interface Environment {
  readonly desk: Desk
  readonly say: Say
  /** The thread's own texts. */
  readonly strings: Strings
  /** BCP 47, for times in those texts. */
  readonly locale: string
  /** Has a text read out once, politely. */
  readonly announce: (text: Spoken) => void
  /** Saves a conversation as a file, where that is possible. */
  readonly exportRecord?: ((conversation: Id) => Promise<DeskResult>) | undefined
  /** The main part of a page, unless the console stands in one already: what the conversation stands in. */
  readonly place: 'main' | 'div'
  /** Milliseconds since 1970, ticking. */
  readonly $now: ReadableAtom<number>
}

const EnvironmentContext = createContext<Environment | null>(null)

export const EnvironmentProvider = EnvironmentContext.Provider

export function useEnvironment(): Environment {
  const environment = useContext(EnvironmentContext)
  if (!environment) throw new TypeError('A part of the console was rendered outside of it.')
  return environment
}

/** One clock for all waiting times. Returns its stop. */
export function startClock(): { readonly $now: ReadableAtom<number>; stop(): void } {
  const $now = atom(Date.now())
  const timer = setInterval(() => $now.set(Date.now()), TICK)
  return { $now, stop: () => clearInterval(timer) }
}
