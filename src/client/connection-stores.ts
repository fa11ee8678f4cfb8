import { type ReadableAtom, atom } from 'nanostores'
import { HandbackError, isHandbackError } from '../protocol/index.ts'
import type { ConnectionState } from './api.ts'

/** What others threw, as an error of ours. */
export const failure = (error: unknown): HandbackError =>
  isHandbackError(error) ? error : new HandbackError('transport/protocol', 'Unusable.', { cause: error })

export interface ConnectionStores {
  readonly $state: ReadableAtom<ConnectionState>
  readonly $error: ReadableAtom<HandbackError | null>
  show(state: ConnectionState): void
  /** Why there is no connection; told once for as long as nothing else happens, however many tries fail by it. */
  report(error: HandbackError | null): void
  /** Runs what calls into code of others (frame handlers, listeners of the stores), which may throw. */
  guard(work: () => void): void
}

/** What a connection shows of itself, so that no listener can hurt it. */
export function createConnectionStores(): ConnectionStores {
  const $state = atom<ConnectionState>('idle')
  const $error = atom<HandbackError | null>(null)
  function guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      tell(failure(error))
    }
  }
  function tell(error: HandbackError | null): void {
    try {
      $error.set(error)
    } catch {
      // A listener of $error itself threw; what it was told stands in the store.
    }
  }
  return {
    $state,
    $error,
    show: (state) => guard(() => $state.set(state)),
    report(error) {
      const told = $error.get()
      if (!error || error.code !== told?.code || error.message !== told.message) tell(error)
    },
    guard,
  }
}
